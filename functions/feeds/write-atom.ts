import { generateAtomFeed } from 'feedsmith';
import { feedForms, feedRights, xmlText } from '#shared/feeds/rules.ts';
import { entryId, feedUpdated, siteName, updatedAt, type Written } from './feed.ts';

/** A feed in Atom (RFC 4287). */
export function atomFeed({ feed, origin, self }: Written): string {
  const text = (value: string) => ({ value: xmlText(value), type: 'text' });
  return generateAtomFeed({
    // Without what XML would have to escape: readers compare ids letter by letter.
    id: self.replace('?', '#').replaceAll('&', ','),
    title: text(feed.title),
    subtitle: text(feed.description),
    updated: feedUpdated(feed),
    rights: text(feedRights),
    generator: { text: siteName },
    icon: `${origin}/favicon.svg`,
    // Who is not named added nothing under a name.
    authors: [{ name: siteName, uri: `${origin}/` }],
    links: [
      { href: self, rel: 'self', type: feedForms.atom.type },
      { href: origin + (feed.seenAt ?? feed.page), rel: 'alternate', type: 'text/html' },
    ],
    entries: feed.entries.map((entry) => ({
      id: entryId(entry, origin),
      title: text(entry.title),
      published: new Date(entry.at),
      updated: updatedAt(entry),
      links: [{ href: origin + entry.path, rel: 'alternate', type: 'text/html' }],
      ...(entry.by === null ? {} : { authors: [{ name: `@${entry.by}`, uri: `${origin}/@${entry.by}` }] }),
      categories: entry.tags?.map((term) => ({ term: xmlText(term) })),
      content: { value: xmlText(entry.html), type: 'html' },
      ...(entry.licence ? { rights: text(entry.licence) } : {}),
    })),
  });
}

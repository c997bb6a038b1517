import { generateRssFeed } from 'feedsmith';
import { feedForms, feedRights, xmlText } from '#shared/feeds/rules.ts';
import { entryId, feedUpdated, siteName, type Written } from './feed.ts';

/** A feed in RSS 2.0. Its `author` is an e-mail address, which nobody has here in public: Dublin Core says who. */
export function rssFeed({ feed, origin, self }: Written): string {
  return generateRssFeed({
    title: xmlText(feed.title),
    link: origin + (feed.seenAt ?? feed.page),
    description: xmlText(feed.description),
    copyright: feedRights,
    lastBuildDate: feedUpdated(feed),
    generator: siteName,
    docs: 'https://www.rssboard.org/rss-specification',
    atom: { links: [{ href: self, rel: 'self', type: feedForms.rss.type }] },
    items: feed.entries.map((entry) => ({
      title: xmlText(entry.title),
      link: origin + entry.path,
      guid: { value: entryId(entry, origin), isPermaLink: true },
      pubDate: new Date(entry.at),
      description: xmlText(entry.html),
      categories: entry.tags?.map((name) => ({ name: xmlText(name) })),
      dc: {
        ...(entry.by === null ? {} : { creators: [`@${entry.by}`] }),
        ...(entry.licence ? { rights: [entry.licence] } : {}),
      },
    })),
  });
}

import type { JsonFeed } from 'feedsmith';
import { feedRights } from '#shared/feeds/rules.ts';
import { entryId, siteName, updatedAt, type Written } from './feed.ts';

/** What the format has no word for, under a name that no later version of it takes. */
type Own = { _commonplace?: { rights: string } };

/** A feed in JSON Feed 1.1. */
export function jsonFeed({ feed, origin, self }: Written): string {
  const written: { version: string } & JsonFeed.Feed<string> & Own = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title.toWellFormed(),
    home_page_url: origin + (feed.seenAt ?? feed.page),
    feed_url: self,
    description: feed.description.toWellFormed(),
    icon: `${origin}/favicon.svg`,
    authors: [{ name: siteName, url: `${origin}/` }],
    _commonplace: { rights: feedRights },
    items: feed.entries.map((entry): JsonFeed.Item<string> & Own => ({
      id: entryId(entry, origin),
      url: origin + entry.path,
      title: entry.title.toWellFormed(),
      content_html: entry.html.toWellFormed(),
      date_published: new Date(entry.at).toISOString(),
      date_modified: updatedAt(entry).toISOString(),
      ...(entry.by === null ? {} : { authors: [{ name: `@${entry.by}`, url: `${origin}/@${entry.by}` }] }),
      ...(entry.picture?.startsWith('https://') ? { image: entry.picture } : {}),
      ...(entry.tags ? { tags: [...entry.tags] } : {}),
      ...(entry.licence ? { _commonplace: { rights: entry.licence } } : {}),
    })),
  };
  return JSON.stringify(written);
}

import type { Revision } from '#shared/revisions/schema.ts';
import { answered } from './answers.ts';
import { htmlOf, link, paragraph } from './content.ts';
import type { Entry } from './feed.ts';
import type { List } from './list.ts';

function revisionEntry({ n, by, at, summary, delta, licence }: Revision, itemId: string, origin: string): Entry {
  const named = by === null ? 'a former member or the site' : `@${by}`;
  const path = `/i/${itemId}/history/${n}`;
  const changes = `${origin}/i/${itemId}/diff/${n - 1}/${n}`;
  return {
    path,
    title: `Revision ${n} by ${named}`,
    html: htmlOf(
      summary !== '' && paragraph(summary),
      paragraph(
        by === null ? named : link(`${origin}/@${by}`, named),
        delta !== 0 && ` · ${delta > 0 ? '+' : '−'}${Math.abs(delta)} bytes`,
        n > 1 && [' · ', link(changes, 'what it changed')],
      ),
    ),
    by,
    at,
    licence,
  };
}

/** The revisions of an item. */
export const history: List = {
  path: '/i/:itemId/history',
  feed: async ({ params: { itemId = '' }, ask, origin }) => {
    const { item, entries } = await answered(ask, 'listRevisions', { params: { itemId }, query: {} });
    return {
      page: `/i/${itemId}/history`,
      title: `History of ${item.title}`,
      description: `Who changed ${item.title}, when and why, newest first.`,
      entries: entries.map((revision) => revisionEntry(revision, itemId, origin)),
      isByTime: true,
    };
  },
};

import { kindNames, kinds } from '#shared/items/kinds/registry.ts';
import { changesPage, readChanges } from '#shared/watches/addresses.ts';
import type { RecentChange } from '#shared/watches/schema.ts';
import { entriesOf } from './answers.ts';
import { htmlOf, link, paragraph } from './content.ts';
import type { Entry } from './feed.ts';
import type { List } from './list.ts';

/** What was changed and added on the whole site. */
export const changes: List = {
  path: '/changes',
  feed: async ({ query, ask, origin }) => {
    const choice = readChanges(`${query}`, kindNames);
    const found = await entriesOf(ask, 'listChanges', { query: choice });
    return {
      page: changesPage(choice),
      title: 'Recent changes',
      description: 'Edits and new items, newest first.',
      entries: found.map((change) => changeEntry(change, origin)),
      // A change leaves the list of what nobody reviewed.
      isByTime: choice.unreviewed === undefined,
    };
  },
};

function changeEntry({ itemId, kind, title, n, did, at, by, summary, tags }: RecentChange, origin: string): Entry {
  const path = n > 1 ? `/i/${itemId}/diff/${n - 1}/${n}` : `/i/${itemId}`;
  const who = by === null ? 'a former member' : link(`${origin}/@${by}`, `@${by}`);
  return {
    path,
    mark: `change-${n}`,
    title: `${title}: ${did}`,
    html: htmlOf(
      paragraph(
        `${kinds[kind].label} ${did} by `,
        who,
        ' · ',
        link(`${origin}${path}`, n > 1 ? 'What changed' : title),
      ),
      summary && paragraph(summary),
    ),
    by,
    at,
    ...(tags ? { tags } : {}),
  };
}

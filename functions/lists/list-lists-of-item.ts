import type { Handler } from '#functions/http/handler.ts';
import { requireItem } from '#functions/items/reader.ts';
import { readCursor, writeCursor } from '#functions/table/cursor.ts';
import { settledNumber } from '#shared/lists/rules.ts';
import { cardsOf, itemListsPartition, listStandings } from './pages/table.ts';
import { cardOf } from './reader.ts';

const pageSize = 10;

export const listListsOfItem: Handler<'listListsOfItem'> = async ({ params, query }) => {
  const pk = itemListsPartition(params.itemId);
  const after = readCursor(pk, query.cursor);
  const [, { rows }] = await Promise.all([
    requireItem(params.itemId),
    cardsOf(pk, { descending: true, after, limit: pageSize + 1 }),
  ]);
  const shown = rows.slice(0, pageSize);
  const ids = shown.map(({ card }) => JSON.parse(card) as string);
  // A list is called what it is called now, not as it was when the item was put there.
  const standings = await listStandings(ids);
  const entries = ids.flatMap((id) => {
    const standing = standings.get(id);
    if (!standing?.card) return [];
    const counts = { entries: settledNumber(standing.entries), voters: settledNumber(standing.voters) };
    return [cardOf(id, standing.card, counts)];
  });
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return { entries, next: last ? writeCursor(pk, last.sk) : null };
};

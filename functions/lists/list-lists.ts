import type { Handler } from '#functions/http/handler.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { cardsOf, indexPartition } from './pages/table.ts';

const pageSize = 20;

export const listLists: Handler<'listLists'> = async ({ query }) => {
  const pk = indexPartition(query.order);
  const after = readCursor(pk, query.cursor);
  const { rows } = await cardsOf(pk, { descending: true, after, limit: pageSize + 1 });
  return writtenPage(pk, rows, pageSize);
};

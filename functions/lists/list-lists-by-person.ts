import type { Handler } from '#functions/http/handler.ts';
import { personIdByHandle } from '#functions/people/reader.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { cardsOf, personListsPartition } from './pages/table.ts';

const pageSize = 20;

export const listListsByPerson: Handler<'listListsByPerson'> = async ({ params, query }) => {
  const pk = personListsPartition(await personIdByHandle(params.handle));
  const after = readCursor(pk, query.cursor);
  const { rows } = await cardsOf(pk, { descending: true, after, limit: pageSize + 1 });
  return writtenPage(pk, rows, pageSize);
};

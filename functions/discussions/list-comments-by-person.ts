import type { Handler } from '#functions/http/handler.ts';
import { personIdByHandle } from '#functions/people/reader.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { threadPage } from '#shared/discussions/rules.ts';
import { cardsOf, personCommentsPartition } from './pages/table.ts';

export const listCommentsByPerson: Handler<'listCommentsByPerson'> = async ({ params, query }) => {
  const pk = personCommentsPartition(await personIdByHandle(params.handle));
  const after = readCursor(pk, query.cursor);
  const { rows } = await cardsOf({ pk, descending: true, after, limit: threadPage + 1 });
  return writtenPage(pk, rows, threadPage);
};

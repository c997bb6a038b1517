import type { Handler } from '#functions/http/handler.ts';
import { personIdByHandle } from '#functions/people/reader.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { byPersonPartition, proposalCards } from './lists/table.ts';

const pageSize = 20;

export const listProposalsByPerson: Handler<'listProposalsByPerson'> = async ({ params, query }) => {
  const pk = byPersonPartition(await personIdByHandle(params.handle));
  const after = readCursor(pk, query.cursor);
  const { rows } = await proposalCards(pk, { descending: true, after, limit: pageSize + 1 });
  return writtenPage(pk, rows, pageSize);
};

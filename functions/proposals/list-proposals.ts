import type { Handler } from '#functions/http/handler.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { listPartition, proposalCards } from './lists/table.ts';

const pageSize = 20;

export const listProposals: Handler<'listProposals'> = async ({ query: { list, what, cursor } }) => {
  const pk = listPartition(list, what);
  const after = readCursor(pk, cursor);
  const { rows } = await proposalCards(pk, { descending: list !== 'open', after, limit: pageSize + 1 });
  return writtenPage(pk, rows, pageSize);
};

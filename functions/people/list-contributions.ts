import type { Handler } from '#functions/http/handler.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { requirePerson } from './reader.ts';
import { contributionsByPerson, contributionsPartition } from './table.ts';

const pageSize = 20;

export const listContributions: Handler<'listContributions'> = async ({ params, query }) => {
  const { personId } = await requirePerson(params.handle);
  const pk = contributionsPartition(personId);
  const { rows } = await contributionsByPerson(personId, readCursor(pk, query.cursor), pageSize + 1);
  return writtenPage(pk, rows, pageSize);
};

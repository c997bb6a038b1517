import type { Handler } from '#functions/http/handler.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { actsPage, actsPartition } from './acts/table.ts';

const pageSize = 20;

export const listActs: Handler<'listActs'> = async ({ query }) => {
  const { rows } = await actsPage(readCursor(actsPartition, query.cursor), pageSize + 1);
  return writtenPage(actsPartition, rows, pageSize);
};

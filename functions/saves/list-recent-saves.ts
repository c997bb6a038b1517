import type { Handler } from '#functions/http/handler.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { recentPartition, saveList } from './listings/table.ts';

const pageSize = 50;

export const listRecentSaves: Handler<'listRecentSaves'> = async ({ query }) => {
  const { rows } = await saveList(recentPartition, readCursor(recentPartition, query.cursor), pageSize + 1);
  return writtenPage(recentPartition, rows, pageSize);
};

import type { Handler } from '#functions/http/handler.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { rankedItems, rankingPartition } from './table.ts';

const pageSize = 50;

export const listRanking: Handler<'listRanking'> = async ({ query }, { now }) => {
  const { kind, tag, order, window } = query;
  const pk = rankingPartition({ kind, tag }, order, window);
  const after = readCursor(pk, query.cursor);
  const { rows, last } = await rankedItems({ kind, tag }, order, window, { now, after, limit: pageSize + 1 });
  return writtenPage(pk, rows, pageSize, last);
};

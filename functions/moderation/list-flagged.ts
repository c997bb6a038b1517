import type { Handler } from '#functions/http/handler.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { flaggedPage, flaggedPartition } from './flags/table.ts';
import { requireSteward } from './steward/require-steward.ts';

const pageSize = 20;

export const listFlagged: Handler<'listFlagged'> = async ({ query }, context) => {
  const after = readCursor(flaggedPartition, query.cursor);
  await requireSteward(context);
  const { rows } = await flaggedPage(after, pageSize + 1);
  return writtenPage(flaggedPartition, rows, pageSize);
};

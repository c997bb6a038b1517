import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { saveFrom } from './reader.ts';
import { isSaved, saveOf } from './table.ts';

export const getMySave: Handler<'getMySave'> = async ({ params }, context) => {
  const [, row] = await Promise.all([requireAccount(context), saveOf(context.caller.personId, params.itemId)]);
  return { save: isSaved(row) ? saveFrom(row) : null };
};

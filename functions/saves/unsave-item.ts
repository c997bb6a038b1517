import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { removeSave } from './table.ts';

export const unsaveItem: Handler<'unsaveItem'> = async ({ params }, context) => {
  await requireAccount(context);
  await removeSave(context.caller.personId, params.itemId);
  return { save: null };
};

import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { deleteGoal } from './table.ts';

export const removeGoal: Handler<'removeGoal'> = async ({ params: { year, kind } }, context) => {
  await requireAccount(context);
  await deleteGoal(context.caller.personId, year, kind);
  return { goal: null };
};

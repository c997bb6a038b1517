import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { storeGoal } from './table.ts';

export const putGoal: Handler<'putGoal'> = async ({ params: { year, kind }, body }, context) => {
  if (!kinds[kind].readings) throw new AppError('no_readings');
  await storeGoal(context.caller.personId, year, kind, body);
  return { goal: body };
};

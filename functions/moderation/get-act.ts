import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { actById } from './acts/table.ts';
import { actOf } from './log.ts';

export const getAct: Handler<'getAct'> = async ({ params }) => {
  const act = await actById(params.actId, { strong: true });
  if (!act) throw new AppError('act_not_found');
  return { act: actOf(act) };
};

import type { Handler } from '#functions/http/handler.ts';
import { requireOpen } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { beforeJudging } from './acts/table.ts';
import { concerns } from './judge.ts';

export const getMyJudgement: Handler<'getMyJudgement'> = async ({ params }, { caller: { personId } }) => {
  const { profile, act, vote } = await beforeJudging(personId, params.actId);
  requireOpen(profile);
  if (!act) throw new AppError('act_not_found');
  return { judgement: vote?.judgement ?? null, mine: concerns(act, personId) };
};

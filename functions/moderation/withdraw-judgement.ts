import type { Handler } from '#functions/http/handler.ts';
import { judge } from './judge.ts';

export const withdrawJudgement: Handler<'withdrawJudgement'> = async ({ params }, { caller, now }) =>
  judge(caller.personId, params.actId, undefined, now);

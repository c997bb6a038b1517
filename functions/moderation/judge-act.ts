import type { Handler } from '#functions/http/handler.ts';
import { requirePower } from '#functions/trust/reader.ts';
import { judge } from './judge.ts';

export const judgeAct: Handler<'judgeAct'> = async ({ params, body }, context) => {
  await requirePower(context, 'judge');
  return judge(context.caller.personId, params.actId, body.judgement, context.now);
};

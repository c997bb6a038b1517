import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { targetText } from '#shared/targets.ts';
import { flagOf } from './flags/table.ts';

export const getMyFlag: Handler<'getMyFlag'> = async ({ params }, context) => {
  const target = targetText({ what: params.what, id: params.target });
  const [, flag] = await Promise.all([requireAccount(context), flagOf(target, context.caller.personId)]);
  return { flag: flag ? { reason: flag.reason, words: flag.words, at: flag.at } : null };
};

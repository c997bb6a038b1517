import type { Handler } from '#functions/http/handler.ts';
import { mutesOf } from '#functions/mutes/reader.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { isFollowing } from '#functions/relations/table.ts';
import { targetText } from '#shared/targets.ts';
import { targetOf } from './reader.ts';

export const getMyFollow: Handler<'getMyFollow'> = async ({ params }, context) => {
  const { personId } = context.caller;
  const [, target, muted] = await Promise.all([requireAccount(context), targetOf(params), mutesOf(personId)]);
  return { following: await isFollowing('follow', personId, target), muted: muted.has(targetText(target)) };
};

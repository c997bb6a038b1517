import type { Handler } from '#functions/http/handler.ts';
import { mutesOf } from '#functions/mutes/reader.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { targetText } from '#shared/follows/rules.ts';
import { targetOf } from './reader.ts';
import { isFollowing } from './table.ts';

export const getMyFollow: Handler<'getMyFollow'> = async ({ params }, context) => {
  const { personId } = context.caller;
  const [, target, muted] = await Promise.all([requireAccount(context), targetOf(params), mutesOf(personId)]);
  return { following: await isFollowing(personId, target), muted: muted.has(targetText(target)) };
};

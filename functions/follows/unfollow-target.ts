import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { targetOf } from './reader.ts';
import { removeFollow } from './table.ts';

export const unfollowTarget: Handler<'unfollowTarget'> = async ({ params }, context) => {
  await requireAccount(context);
  await removeFollow(context.caller.personId, await targetOf(params), context.now);
  return { following: false };
};

import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { removeFollow } from '#functions/relations/table.ts';
import { targetOf } from './reader.ts';

export const unfollowTarget: Handler<'unfollowTarget'> = async ({ params }, context) => {
  await requireAccount(context);
  await removeFollow('follow', context.caller.personId, await targetOf(params), context.now);
  return { following: false };
};

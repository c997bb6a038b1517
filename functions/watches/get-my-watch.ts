import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { isFollowing } from '#functions/relations/table.ts';
import { watchedAt } from './targets.ts';

export const getMyWatch: Handler<'getMyWatch'> = async ({ params }, context) => {
  const [, target] = await Promise.all([requireAccount(context), watchedAt(params)]);
  return { watching: await isFollowing('watch', context.caller.personId, target) };
};

import type { Handler } from '#functions/http/handler.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { beginningOf } from '#functions/relations/feeds/table.ts';
import { storeFollow } from '#functions/relations/table.ts';
import { AppError } from '#shared/app-error.ts';
import { broughtAlong } from '#shared/follows/rules.ts';
import { follow } from './activity.ts';
import { requireTarget } from './reader.ts';

export const followTarget: Handler<'followTarget'> = async ({ params }, context) => {
  const { personId } = context.caller;
  const [profile, { target, name }] = await Promise.all([requireAccount(context), requireTarget(params)]);
  const handle = handleOf(profile);
  if (target.id === personId) throw new AppError('yourself');
  const since = await beginningOf(follow, target, broughtAlong, context.now);
  const failed = await storeFollow(follow, personId, target, { name, since, handle });
  if (failed === 'account') throw new AppError('account_deleted');
  if (failed === 'target') throw new AppError('person_not_found');
  if (failed === 'limit') throw new AppError('follow_limit');
  return { following: true };
};

import type { Handler } from '#functions/http/handler.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { broughtAlong } from '#shared/follows/rules.ts';
import { requireTarget } from './reader.ts';
import { beginningOf, storeFollow } from './table.ts';

export const followTarget: Handler<'followTarget'> = async ({ params }, context) => {
  const { personId } = context.caller;
  const [profile, { target, name }] = await Promise.all([requireAccount(context), requireTarget(params)]);
  const handle = handleOf(profile);
  if (target.id === personId) throw new AppError('yourself');
  const since = await beginningOf(target, broughtAlong, context.now);
  const failed = await storeFollow(personId, target, { name, since, handle });
  if (failed === 'account') throw new AppError('account_deleted');
  if (failed === 'target') throw new AppError('person_not_found');
  if (failed === 'limit') throw new AppError('follow_limit');
  return { following: true };
};

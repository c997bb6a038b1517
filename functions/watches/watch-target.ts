import type { Handler } from '#functions/http/handler.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { storeWatch } from './store.ts';
import { requireWatchable } from './targets.ts';

export const watchTarget: Handler<'watchTarget'> = async ({ params }, context) => {
  const [profile, { target, name }] = await Promise.all([requireAccount(context), requireWatchable(params)]);
  handleOf(profile);
  const failed = await storeWatch(context, target, name);
  if (failed === 'account') throw new AppError('account_deleted');
  if (failed === 'target') throw new AppError('person_not_found');
  if (failed === 'limit') throw new AppError('watch_limit');
  return { watching: true };
};

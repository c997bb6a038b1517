import { requireTarget } from '#functions/follows/reader.ts';
import type { Handler } from '#functions/http/handler.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { storeMute } from './table.ts';

export const muteTarget: Handler<'muteTarget'> = async ({ params }, context) => {
  const { personId } = context.caller;
  handleOf(await requireAccount(context));
  const { target } = await requireTarget(params);
  if (target.id === personId) throw new AppError('yourself');
  const failed = await storeMute(personId, target);
  if (failed) throw new AppError(failed === 'account' ? 'account_deleted' : 'mute_limit');
  return { muted: true };
};

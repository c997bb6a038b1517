import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { isReservedHandle } from '#shared/people/rules.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { requireAccount } from './reader.ts';
import { storeHandle } from './table.ts';

export const chooseHandle: Handler<'chooseHandle'> = async ({ body }, context) => {
  if (isReservedHandle(body.handle)) throw new AppError('handle_reserved');
  const failed = await storeHandle(context.caller.personId, body.handle, isoSeconds(context.now));
  if (!failed) return { handle: body.handle };
  const profile = await requireAccount(context);
  // A repeat of the same request is not a second choice.
  if (profile?.handle === body.handle) return { handle: body.handle };
  throw new AppError(
    profile ? 'handle_chosen' : 'handle_taken',
    profile ? `Your handle is ${profile.handle}` : undefined,
  );
};

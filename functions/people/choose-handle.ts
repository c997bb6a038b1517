import type { Handler } from '#functions/http/handler.ts';
import { firstSteward } from '#functions/moderation/reader.ts';
import type { Write } from '#functions/table/table.ts';
import { AppError } from '#shared/app-error.ts';
import { isReservedHandle } from '#shared/people/rules.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { requireAccount } from './reader.ts';
import { storeHandle } from './table.ts';

export const chooseHandle: Handler<'chooseHandle'> = async ({ body }, context) => {
  if (isReservedHandle(body.handle)) throw new AppError('handle_reserved');
  const store = async (also: Write[]) =>
    storeHandle(context.caller.personId, body.handle, isoSeconds(context.now), also);
  let failed = await store(await firstSteward(context, body.handle));
  // Somebody else was first, at the same moment.
  if (failed === 'also') failed = await store([]);
  if (!failed) return { handle: body.handle };
  const profile = await requireAccount(context);
  // A repeat of the same request is not a second choice.
  if (profile?.handle === body.handle) return { handle: body.handle };
  throw new AppError(
    profile ? 'handle_chosen' : 'handle_taken',
    profile ? `Your handle is ${profile.handle}` : undefined,
  );
};

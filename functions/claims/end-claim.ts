import type { Handler } from '#functions/http/handler.ts';
import { claimIdOf, requireAccount } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { removeWaiting, standingClaim, storeEnded } from './table.ts';

export const endClaim: Handler<'endClaim'> = async ({ params: { itemId } }, context) => {
  await requireAccount(context);
  const id = claimIdOf(context.caller.personId, itemId);
  return untilDone(async () => {
    const claim = await standingClaim(itemId, id);
    if (!claim) return { ended: false };
    const ended =
      claim.type === 'owner'
        ? await storeEnded(claim, { at: isoSeconds(context.now), why: 'withdrawn' })
        : await removeWaiting(itemId, id);
    return ended ? { ended } : undefined;
  });
};

import type { Handler } from '#functions/http/handler.ts';
import { itemIsOpen, requireOpenItem } from '#functions/items/reader.ts';
import { claimIdOf, handleOf, requireAccount } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { requirePower } from '#functions/trust/reader.ts';
import { watchWritten } from '#functions/watches/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { requireRoom } from './room.ts';
import { requireHost } from './site.ts';
import { standingClaim, storeProven } from './table.ts';
import { myClaimOf } from './view.ts';

export const proveClaim: Handler<'proveClaim'> = async ({ params: { itemId }, body: { way } }, context) => {
  const { now } = context;
  const { personId } = context.caller;
  await requirePower(context, 'propose');
  const done = await untilDone(async () => {
    const [profile, item, claim] = await Promise.all([
      requireAccount(context),
      requireOpenItem(itemId),
      standingClaim(itemId, claimIdOf(personId, itemId)),
    ]);
    handleOf(profile);
    if (!claim) throw new AppError('claim_not_found');
    if (claim.type === 'owner') return { claim: myClaimOf(claim, claim.host), newIn: undefined };
    const host = await requireHost(item, now);
    await requireRoom(itemId);
    // Only who proves something waits for what asks other hosts.
    const { lookFor } = await import('./proof/look.ts');
    const look = await lookFor(way, host, claim.token);
    if (!look.shown) throw new AppError('proof_not_found', look.why);
    const at = isoSeconds(now);
    const stored = await storeProven(claim, { at, way, host, seen: at, looked: at }, personId, [itemIsOpen(itemId)]);
    const proven = { ...myClaimOf(claim, host), state: 'proven' as const, at };
    return stored ? { claim: proven, newIn: item.title } : undefined;
  });
  if (done.newIn !== undefined) await watchWritten(context, { what: 'items', id: itemId }, done.newIn);
  return { claim: done.claim };
};

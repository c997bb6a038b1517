import { isOwner } from '#functions/claims/owners/reader.ts';
import type { Handler } from '#functions/http/handler.ts';
import { handleOf } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { flagWeightOf, requirePower, trustInForce } from '#functions/trust/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { needsOf } from '#shared/moderation/rules.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { targetText } from '#shared/targets.ts';
import { beforeFlag, type FlagRow, flagKey, storeFlag } from './flags/table.ts';
import { emptyGate, recounted, settled } from './fold.ts';
import { findTarget } from './targets.ts';

export const flagTarget: Handler<'flagTarget'> = async ({ params, body }, context) => {
  const { caller, now } = context;
  const { personId } = caller;
  const { what, target: id } = params;
  const target = targetText({ what, id });
  const [, weight, { maturity }] = await Promise.all([
    requirePower(context, 'flag'),
    flagWeightOf(context),
    trustInForce(),
  ]);
  return untilDone(async () => {
    const [found, { profile, gate: before, flag: mine }] = await Promise.all([
      findTarget(what, id),
      beforeFlag(personId, target),
    ]);
    handleOf(profile);
    if (!found) throw new AppError('nothing_to_flag');
    if (found.authorId === personId) throw new AppError('own_flag');
    const start = before ?? emptyGate(target, found, needsOf(maturity, 0), now);
    if (mine && mine.round < start.round) throw new AppError('flag_spent');
    if (mine && mine.reason === body.reason && mine.words === body.words) {
      return { flagged: true as const, folded: start.folded !== undefined };
    }
    // An owner may say that a review of what they own breaks the rules, and has no part in folding it.
    const owns = what === 'reviews' && found.itemId !== undefined && (await isOwner(found.itemId, personId));
    const flag: FlagRow = {
      ...flagKey(target, personId),
      type: 'flag',
      target,
      reason: body.reason,
      words: body.words,
      weight: owns ? 0 : (mine?.weight ?? weight),
      round: start.round,
      at: mine?.at ?? isoSeconds(now),
    };
    const counted = recounted({ ...start, needs: needsOf(maturity, start.round), at: isoSeconds(now) }, mine, flag);
    const { gate: after, also } = await settled(counted, now);
    const failed = await storeFlag(flag, { before, after, personId, also });
    if (failed === 'account') throw new AppError('account_deleted');
    return failed ? undefined : { flagged: true as const, folded: after.folded !== undefined };
  });
};

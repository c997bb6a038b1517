import type { Write } from '#functions/table/table.ts';
import { countReason, isFoldedBy, mainReason } from '#shared/moderation/rules.ts';
import type { FlagReason } from '#shared/moderation/schema.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { actWrites, undoneWrite } from './acts/table.ts';
import { type FlagGate, type FlagRow, gateKey } from './flags/table.ts';
import { newAct } from './log.ts';
import { markWrites } from './marks.ts';
import type { Found } from './targets.ts';

/** The sums of flags on something that nobody flagged yet. */
export function emptyGate(target: string, { about, authorId, itemId }: Found, needs: number, now: Date): FlagGate {
  return {
    ...gateKey(target),
    type: 'flagGate',
    target,
    about,
    ...(authorId ? { authorId } : {}),
    ...(itemId ? { itemId } : {}),
    flags: 0,
    weight: 0,
    needs,
    reasons: {},
    round: 0,
    turn: 0,
    at: isoSeconds(now),
  };
}

type Counted = Pick<FlagRow, 'weight'> & { reason: FlagReason };

/** The sums without a flag (`was`), and with another one. */
export function recounted(gate: FlagGate, was: Counted | undefined, is: Counted | undefined): FlagGate {
  let { flags, weight, reasons } = gate;
  for (const [flag, sign] of [
    [was, -1],
    [is, 1],
  ] as const) {
    if (!flag) continue;
    flags += sign;
    weight += sign * flag.weight;
    reasons = countReason(reasons, flag.reason, sign);
  }
  return { ...gate, flags, weight, reasons, turn: gate.turn + 1 };
}

/**
 * What follows from the sums: folded where they suffice now, unfolded where they did and do no more. The act stands in the
 * transaction of the flag that did it, so it happens exactly once. Folded things say with how many flags they were.
 */
export async function settled(gate: FlagGate, now: Date): Promise<{ gate: FlagGate; also: Write[] }> {
  const { target, about, authorId, itemId, flags, weight, needs, reasons, folded } = gate;
  const isNow = isFoldedBy({ flags, weight, needs });
  if (isNow === (folded !== undefined)) return { gate, also: [] };
  const common = {
    target,
    about,
    ...(authorId ? { targetById: authorId } : {}),
    ...(itemId ? { itemId } : {}),
    flags: { count: flags, weight, needs, reasons },
  };
  if (isNow) {
    const act = newAct({ did: 'folded', rule: 'flags', needs, ...common }, now);
    const mark = { act: act.id, flags, reason: mainReason(reasons), at: act.at };
    return { gate: { ...gate, folded: mark }, also: [...actWrites(act), ...(await markWrites(target, mark))] };
  }
  const { folded: was, ...open } = gate;
  const undoes = was?.act ?? '';
  const act = newAct({ did: 'unfolded', rule: 'taken-back', undoes, ...common }, now);
  return {
    gate: open,
    also: [...actWrites(act), undoneWrite(undoes, act.id), ...(await markWrites(target, undefined))],
  };
}

import type { Write } from '#functions/table/table.ts';
import { countReason, isFoldedBy, mainReason, withoutFlags } from '#shared/moderation/rules.ts';
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

/** The sums where somebody left whose flag is part of what folded this: it counts as long as that stands. */
export function keptOfLeaver(gate: FlagGate, { weight, reason }: FlagRow): FlagGate {
  const { ofLeavers: { flags, weight: sum, reasons } = { flags: 0, weight: 0, reasons: {} } } = gate;
  const ofLeavers = { flags: flags + 1, weight: sum + weight, reasons: countReason(reasons, reason, 1) };
  return { ...gate, ofLeavers, turn: gate.turn + 1 };
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
  };
  if (isNow) {
    const act = newAct(
      { did: 'folded', rule: 'flags', needs, ...common, flags: { count: flags, weight, needs, reasons } },
      now,
    );
    const mark = { act: act.id, flags, reason: mainReason(reasons), at: act.at };
    return { gate: { ...gate, folded: mark }, also: [...actWrites(act), ...(await markWrites(target, mark))] };
  }
  const { folded: was, ofLeavers, ...open } = gate;
  const rest = withoutFlags(gate, ofLeavers);
  const undoes = was?.act ?? '';
  const sums = { count: rest.flags, weight: rest.weight, needs, reasons: rest.reasons };
  const act = newAct({ did: 'unfolded', rule: 'taken-back', undoes, ...common, flags: sums }, now);
  return {
    gate: { ...open, ...rest },
    also: [...actWrites(act), undoneWrite(undoes, act.id), ...(await markWrites(target, undefined))],
  };
}

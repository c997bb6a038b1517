import type { Maturity } from '../holds/schema.ts';
import { type FlagReason, flagReasons, type ReasonCounts } from './schema.ts';

/**
 * What flags must weigh together to fold something, by the size of the site; each flag weighs what its giver’s trust makes
 * it weigh (trust/rules.ts), and there are always two people at least, none of them the author: on a site of one person
 * nothing is ever folded.
 */
export const foldNeeds: Record<Maturity, number> = { young: 2, growing: 3, grown: 5 };
/** How many more must disagree with a ban than agree, to lift it. */
export const banNeeds: Record<Maturity, number> = { young: 3, growing: 8, grown: 15 };
/** So many people at least, whatever their flags weigh. */
export const leastFlaggers = 2;
/** How often the need for flags doubles at most, each time something was unfolded by votes or an appeal. */
const mostDoublings = 3;

/** What flags must weigh to fold something that was unfolded so many times before. */
export function needsOf(maturity: Maturity, round: number): number {
  return foldNeeds[maturity] * 2 ** Math.min(mostDoublings, round);
}

/** Sums of some flags. */
export type FlagTotals = { flags: number; weight: number; reasons: ReasonCounts };

/** The sums of flags without some of them. */
export function withoutFlags({ flags, weight, reasons }: FlagTotals, some: FlagTotals | undefined): FlagTotals {
  if (!some) return { flags, weight, reasons };
  const rest = Object.entries(reasons).map(([reason, count]) => [
    reason,
    count - (some.reasons[reason as FlagReason] ?? 0),
  ]);
  return {
    flags: flags - some.flags,
    weight: weight - some.weight,
    reasons: Object.fromEntries(rest.filter(([, count]) => Number(count) > 0)),
  };
}

export type FlagSums = { flags: number; weight: number; needs: number };

/** Whether flags fold what they are about. */
export function isFoldedBy({ flags, weight, needs }: FlagSums): boolean {
  return flags >= leastFlaggers && weight >= needs;
}

/** Whether the votes on an act undo it: as many more disagree than agree as it takes. */
export function isUndoneBy({ agree, disagree, needs }: { agree: number; disagree: number; needs: number }): boolean {
  return disagree - agree >= needs;
}

/** What most flags are for; of as many, what stands first in the list of reasons. */
export function mainReason(reasons: ReasonCounts): FlagReason {
  return [...flagReasons].sort((a, b) => (reasons[b] ?? 0) - (reasons[a] ?? 0))[0] ?? 'other';
}

/** Counts a reason in or out; one that nobody gives goes. */
export function countReason(reasons: ReasonCounts, reason: FlagReason, change: 1 | -1): ReasonCounts {
  const { [reason]: before = 0, ...others } = reasons;
  return before + change > 0 ? { ...others, [reason]: before + change } : others;
}

/** For how long somebody can be banned at once; days. */
export const longestBan = 3660;

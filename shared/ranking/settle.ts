import type { CardCounts, Counts } from '../items/schema.ts';
import { parameters } from './parameters.ts';

/** Counts of an item that nobody judged yet. */
export function noCounts(): Counts {
  return { up: 0, down: 0, net: 0, upMinutes: 0, ratings: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], reviews: 0, saves: 0 };
}

/** Tenths of a decade's steps: the most rounded preferred numbers. Source: ISO 3, series R″10. */
const steps = [80, 60, 50, 40, 30, 25, 20, 15, 12, 10];

/** A whole count as rankings use it: exact below 6, beyond that down to the next of ten steps a decade (1,278 → 1,200). */
export function settle(count: number): number {
  if (count < parameters.settledFrom) return count;
  const decade = 10 ** (String(count).length - 1);
  const step = steps.find((tenths) => tenths * decade <= count * 10) ?? 10;
  return (step * decade) / 10;
}

/**
 * All counts as rankings use them. Settled counts move O(log N) times while N votes arrive, whichever way
 * they go: the difference is that of the settled counts, or votes that keep it about a step would move the item at each. Since
 * every score is computed from them, the numbers on a card give exactly the score it is sorted by. Settling
 * twice changes nothing.
 */
export function settleCounts(counts: Counts): Counts {
  const up = settle(counts.up);
  const down = settle(counts.down);
  return {
    up,
    down,
    net: up - down,
    upMinutes: up * Math.floor(meanUpMinute(counts) / 60) * 60,
    ratings: counts.ratings.map(settle),
    reviews: settle(counts.reviews),
    saves: settle(counts.saves),
  };
}

/** Mean minute (since 2020-01-01T00:00Z) at which the standing up votes were cast; 0 without any. */
export function meanUpMinute(counts: Counts): number {
  return counts.up > 0 ? counts.upMinutes / counts.up : 0;
}

/** Counts without their zeros, as cards carry them. */
export function cardCountsOf(counts: Counts): CardCounts {
  const kept: CardCounts = {};
  if (counts.up) kept.up = counts.up;
  if (counts.down) kept.down = counts.down;
  if (counts.net) kept.net = counts.net;
  if (counts.upMinutes) kept.upMinutes = counts.upMinutes;
  if (counts.ratings.some(Boolean)) kept.ratings = counts.ratings;
  if (counts.reviews) kept.reviews = counts.reviews;
  if (counts.saves) kept.saves = counts.saves;
  return kept;
}

/** A card's counts with their zeros. */
export function fullCounts(counts: CardCounts): Counts {
  return { ...noCounts(), ...counts };
}

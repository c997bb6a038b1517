import type { CardCounts, Counts } from '../items/schema.ts';
import { parameters } from './parameters.ts';

/** Counts of an item that nobody judged yet. */
export function noCounts(): Counts {
  return { up: 0, down: 0, net: 0, upMinutes: 0, ratings: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], reviews: 0 };
}

/** A count as rankings use it: exact below 100, beyond that its first two digits (1,278 → 1,200). Keeps the sign. */
export function settle(count: number): number {
  const size = Math.abs(count);
  if (size < parameters.settledFrom) return count;
  const step = 10 ** (Math.floor(Math.log10(size) + 1e-12) - 1);
  return Math.sign(count) * Math.floor(size / step) * step;
}

/**
 * All counts as rankings use them. Settled counts move O(log N) times while N votes arrive,
 * so an item is re-ranked that often and no more; and since every score is computed from
 * them, the numbers on a card give exactly the score it is sorted by. Settling twice changes nothing.
 */
export function settleCounts(counts: Counts): Counts {
  const up = settle(counts.up);
  return {
    up,
    down: settle(counts.down),
    net: settle(counts.net),
    upMinutes: up * Math.floor(meanUpMinute(counts) / 60) * 60,
    ratings: counts.ratings.map(settle),
    reviews: settle(counts.reviews),
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
  return kept;
}

/** A card's counts with their zeros. */
export function fullCounts(counts: CardCounts): Counts {
  return { ...noCounts(), ...counts };
}

import type { Counts } from '../items/schema.ts';
import { controversy, hot, rising, starsLowerBound, wilsonLowerBound } from './formulas.ts';
import { type Parameters, parameters } from './parameters.ts';
import type { Order } from './schema.ts';
import { meanUpMinute } from './settle.ts';
import { ratingCount, wholeStars } from './stars.ts';
import { secondsOf } from './time.ts';

/** A judged item: its counts and when it was added (ISO 8601). */
export type Ranked = { counts: Counts; at: string };

/** By which of its judgements `best` takes an item; undefined while it has none. */
export function bestBy(counts: Counts): 'stars' | 'votes' | undefined {
  if (ratingCount(counts.ratings) > 0) return 'stars';
  return counts.up + counts.down > 0 ? 'votes' : undefined;
}

/** Whether votes go both ways in earnest: nearly everything that is liked has somebody who does not like it. */
function divides(up: number, down: number, ratio: number): boolean {
  const smaller = Math.min(up, down);
  return smaller > 0 && Math.max(up, down) <= ratio * smaller;
}

/** What hot and rising count age in, whatever is in force. */
export const ageUnits = { hot: parameters.hotSecondsPerDecade, rising: parameters.risingMinutesPerDecade };

const formulas: Record<Order, (item: Ranked, p: Parameters) => number | undefined> = {
  hot: ({ counts, at }, p) => hot(counts.net, secondsOf(at), p.hotEpoch, p.hotSecondsPerDecade, ageUnits.hot),
  top: ({ counts }) => counts.net,
  new: ({ at }) => secondsOf(at),
  rising: ({ counts }, p) =>
    counts.net >= 1 ? rising(counts.net, meanUpMinute(counts), p.risingMinutesPerDecade, ageUnits.rising) : undefined,
  best: ({ counts }, p) => {
    const by = bestBy(counts);
    if (by === undefined) return undefined;
    return by === 'stars'
      ? (starsLowerBound(wholeStars(counts.ratings), p.starsZ) - 1) / 4
      : wilsonLowerBound(counts.up, counts.down, p.wilsonZ);
  },
  controversial: ({ counts: { up, down } }, p) =>
    divides(up, down, p.controversialRatio) ? controversy(up, down) : undefined,
  reviewed: ({ counts }) => (counts.reviews > 0 ? counts.reviews : undefined),
  saved: ({ counts }) => (counts.saves > 0 ? counts.saves : undefined),
};

/**
 * What an order sorts by, highest first, to seven decimals; undefined where the item has no place in it
 * (rising wants a net of 1, best a judgement, controversial votes both ways, about one in five at least, reviewed a review, saved a save).
 */
export function scoreOf(order: Order, item: Ranked, p: Parameters = parameters): number | undefined {
  const score = formulas[order](item, p);
  return score === undefined ? undefined : Math.round(score * 1e7) / 1e7;
}

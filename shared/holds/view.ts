import type { Counts } from '../items/schema.ts';
import type { Parameters } from '../ranking/parameters.ts';
import { scoreOf } from '../ranking/scores.ts';
import { settleCounts } from '../ranking/settle.ts';
import { shownAverage } from '../ranking/stars.ts';
import { isoOfHour } from './rules.ts';
import { type Held, type HeldSum, type HeldSums, holdRules } from './schema.ts';

/** An item’s counts with what is held in them. */
function withHeld(counts: Counts, sums: readonly HeldSum[]): Counts {
  const all = structuredClone(counts);
  for (const { up, down, upMinutes, ratings, reviews } of sums) {
    all.up += up;
    all.down += down;
    all.net += up - down;
    all.upMinutes += upMinutes;
    all.ratings = all.ratings.map((count, slot) => count + (ratings[slot] ?? 0));
    all.reviews += reviews;
  }
  return all;
}

/** What is held back of an item, and how its scores read without and with it; null where nothing is. */
export function heldView(sums: HeldSums | undefined, counts: Counts, at: string, parameters?: Parameters): Held | null {
  const rules = holdRules.flatMap((rule) => {
    const sum = sums?.[rule];
    if (!sum) return [];
    const { up, down, ratings, reviews, due } = sum;
    return [{ rule, up, down, ratings, reviews, next: isoOfHour(Math.min(...Object.keys(due).map(Number))) }];
  });
  if (rules.length === 0) return null;
  const all = withHeld(counts, Object.values(sums ?? {}));
  const best = (of: Counts) => scoreOf('best', { counts: settleCounts(of), at }, parameters) ?? null;
  const average = ({ ratings }: Counts) => shownAverage(ratings) ?? null;
  return {
    rules,
    scores: {
      best: { without: best(counts), with: best(all) },
      average: { without: average(counts), with: average(all) },
    },
  };
}

import { type KindName, kindNames, kinds } from '../items/kinds/registry.ts';
import type { FinishedReading, Goal, KindYear } from './schema.ts';

/** How many readings a year's page lists; all are counted. */
export const readingsListed = 500;
/** How many of a year's tags are shown. */
export const yearTags = 12;

/** The kinds of which readings are counted. */
export const kindsRead = kindNames.filter((name) => kinds[name].readings);

/** Twelve zeros, January first. */
export const noMonths = (): number[] => Array.from({ length: 12 }, () => 0);

/** Adds to the month of a day, or of a month `YYYY-MM`. */
export function addToMonth(months: number[], day: string, count: number): void {
  const at = Number(day.slice(5, 7)) - 1;
  months[at] = (months[at] ?? 0) + count;
}

/**
 * One kind's year. `readings` are all that went to their end in it, the last first, of any kind; `pages` by month, where any
 * were noted.
 */
export function kindYearOf(
  kind: KindName,
  readings: readonly FinishedReading[],
  { goal, pages }: { goal?: Goal | undefined; pages?: number[] | undefined },
): KindYear {
  const own = readings.filter(({ item }) => item.kind === kind);
  const months = noMonths();
  for (const { finished } of own) addToMonth(months, finished, 1);
  const ratings = Array.from({ length: 10 }, () => 0);
  for (const { rating } of new Map(own.map((reading) => [reading.item.id, reading])).values()) {
    if (rating !== undefined) ratings[rating * 2 - 1] = (ratings[rating * 2 - 1] ?? 0) + 1;
  }
  // Of two that took as long the one that was finished first.
  const byDays = own.filter(({ days }) => days !== undefined).reverse();
  const days = (reading: FinishedReading) => reading.days ?? 0;
  return {
    kind,
    goal: goal ?? null,
    finished: own.length,
    months,
    ...(pages ? { pages } : {}),
    ratings,
    first: own.at(-1) ?? null,
    last: own[0] ?? null,
    shortest: byDays.length > 1 ? byDays.reduce((least, one) => (days(one) < days(least) ? one : least)) : null,
    longest: byDays.length > 1 ? byDays.reduce((most, one) => (days(one) > days(most) ? one : most)) : null,
  };
}

/** The most used of these tags, those used as often by letter. */
export function mostUsed(tags: readonly { tag: string; count: number }[], most = yearTags) {
  return tags
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1))
    .slice(0, most);
}

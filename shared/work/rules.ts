import {
  type Cohort,
  type ContributionKind,
  type Contributions,
  contributionKinds,
  type SpreadView,
  type WorkMonth,
} from './schema.ts';
import { gini, groupOf, groupsOf, lorenz, type Spread, topShare } from './spread.ts';

/** How many contributors a page shows. */
export const contributorsShown = 50;

/** What is counted of people and months; what is none is not there. */
export type Tally = Partial<Record<ContributionKind | 'reverted' | 'newcomers', number>>;

/** Adds to one number of many; what comes to nothing is not there. */
export function addTo<Name extends string>(numbers: Partial<Record<Name, number>>, name: Name, change: number): void {
  const sum = (numbers[name] ?? 0) + change;
  if (sum === 0) delete numbers[name];
  else numbers[name] = sum;
}

/** Adds to the number of a month, or of a day: months without numbers are not there. */
export function addToPart(parts: Record<string, Tally>, part: string, name: keyof Tally, change: number): void {
  const tally = parts[part] ?? {};
  addTo(tally, name, change);
  if (Object.keys(tally).length === 0) delete parts[part];
  else parts[part] = tally;
}

/** How many contributions there are of every kind. Members in fixed order. */
export function contributionsIn(tally: Tally): Contributions {
  const { edits = 0, items = 0, reviews = 0, comments = 0, proposals = 0 } = tally;
  return { edits, items, reviews, comments, proposals };
}

/** All contributions together. */
export function sumIn(tally: Tally): number {
  return contributionKinds.reduce((sum, kind) => sum + (tally[kind] ?? 0), 0);
}

/** Numbers as lists of everybody show them: exact up to 15, beyond that rounded down by an eighth at most. */
export function settledTally(tally: Tally): Contributions & { reverted: number } {
  const { edits, items, reviews, comments, proposals } = contributionsIn(tally);
  return {
    edits: groupOf(edits),
    items: groupOf(items),
    reviews: groupOf(reviews),
    comments: groupOf(comments),
    proposals: groupOf(proposals),
    reverted: groupOf(tally.reverted ?? 0),
  };
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
/** A number of a part of something, 0 to 1, to four digits. */
export const shareOf = (part: number, whole: number) => (whole > 0 ? rounded(part / whole) : 0);

/** Of which most active parts of people pages tell the share. */
const topParts = [0.01, 0.1, 0.25, 0.5];

/** How evenly something was given, as pages show it. */
export function spreadViewOf(spread: Spread): SpreadView {
  const groups = groupsOf(spread);
  const coefficient = gini(groups);
  return {
    people: groups.reduce((all, { people }) => all + people, 0),
    sum: groups.reduce((all, { sum }) => all + sum, 0),
    gini: coefficient === undefined ? null : Math.max(0, rounded(coefficient)),
    tops: topParts.flatMap((part) => {
      const top = topShare(groups, part);
      return top ? [{ part, people: top.people, share: rounded(top.share) }] : [];
    }),
    lorenz: lorenz(groups).map(([people, sum]) => [rounded(people), rounded(sum)]),
  };
}

/** Months in order, each with all its numbers. */
export function monthsOf(months: Record<string, Tally>): WorkMonth[] {
  return Object.entries(months)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, tally]) => ({
      month,
      ...contributionsIn(tally),
      newcomers: tally.newcomers ?? 0,
      reverted: tally.reverted ?? 0,
    }));
}

/** Those who joined in a month, as rows keep them. */
export type CohortTally = Partial<Record<Exclude<keyof Cohort, 'month'>, number>>;

/** Cohorts in order. */
export function cohortsOf(months: Record<string, CohortTally>): Cohort[] {
  return Object.entries(months)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, { joined = 0, editors = 0, edits = 0, reverted = 0 }]) => ({
      month,
      joined,
      editors,
      edits,
      reverted,
    }));
}

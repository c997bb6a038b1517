import { starsLowerBound } from '../ranking/formulas.ts';
import type { Explanation } from '../ranking/schema.ts';
import { settle } from '../ranking/settle.ts';
import { ratingCount, wholeStars } from '../ranking/stars.ts';

/**
 * By what places are ranked within an area. Source of the four things that count (quality, quantity, consistency,
 * recency): Tripadvisor's ranking of 2016; the first three are in Open Library's bound.
 */
export const areaParameters = {
  /** z of the star bound, as in the ranking `best`. Source: Open Library. */
  starsZ: 1.65,
  /** Stars that a place gains over another for each year by which its ratings are younger in the mean. */
  starsAYear: 0.05,
} as const;

const dayMilliseconds = 86_400_000;
const dayZero = Date.UTC(2020, 0, 1) / dayMilliseconds;
const daysAYear = 365.25;

/** Nobody wrote here before; a file may say so of a review, and one of the year 1 would outweigh a hundred others. */
const earliestDay = Date.UTC(2000, 0, 1) / dayMilliseconds - dayZero;

/** The day of a time (ISO 8601), counted from 2020-01-01; before it, negative, and none before 2000. */
export function dayOf(iso: string): number {
  return Math.max(earliestDay, Math.floor(Date.parse(iso) / dayMilliseconds) - dayZero);
}

/** What a place's rank goes by: its counted ratings (half stars) and the sum of the days they were given on. */
export type Judged = { ratings: readonly number[]; ratedDays?: number };

/** Mean day of the ratings as years since 2020, down to the twelfth: ratings that trickle in move it once a month at most. */
function meanYear({ ratings, ratedDays = 0 }: Judged): number {
  return Math.floor((12 * ratedDays) / ratingCount(ratings) / daysAYear) / 12;
}

/**
 * What places of an area are ranked by, in hundredths of a star, highest first; undefined while nobody rated it. The
 * ratings are settled, as in all rankings. Age counts linearly, as in `hot`: of two places the same one stays ahead
 * whenever they are compared, so that nothing moves while nobody rates.
 */
export function areaScore(judged: Judged): number | undefined {
  if (ratingCount(judged.ratings) <= 0) return undefined;
  const bound = starsLowerBound(wholeStars(judged.ratings.map(settle)), areaParameters.starsZ);
  return Math.round(100 * (bound + areaParameters.starsAYear * meanYear(judged)));
}

/** How many places have a score, by score. */
export type Cells = Readonly<Record<string, number>>;

/** How many places are rated. */
export const ratedIn = (cells: Cells) => Object.values(cells).reduce((sum, count) => sum + count, 0);

type Counted = { places: number; cells: Cells; categories?: Cells };

/** The numbers of several areas as of one, without what counts `twice` in them: that as often as it is too many. */
export function sumOf(all: readonly Counted[], twice: readonly Counted[] = []) {
  const sum = { places: 0, cells: {} as Record<string, number>, categories: {} as Record<string, number> };
  const add = (to: Record<string, number>, from: Cells = {}, sign: number) => {
    for (const [name, count] of Object.entries(from)) to[name] = (to[name] ?? 0) + sign * count;
  };
  const addAll = (counted: readonly Counted[], sign: number) => {
    for (const { places, cells, categories } of counted) {
      sum.places += sign * places;
      add(sum.cells, cells, sign);
      add(sum.categories, categories, sign);
    }
  };
  addAll(all, 1);
  addAll(twice, -1);
  return sum;
}

/** The rank of a score among places, from 1, and how many others share it. */
export function rankIn(cells: Cells, score: number): { rank: number; shared: number } {
  let rank = 1;
  for (const [cell, count] of Object.entries(cells)) if (Number(cell) > score) rank += count;
  return { rank, shared: Math.max(0, (cells[String(score)] ?? 0) - 1) };
}

const fixed = (value: number) => String(Math.round(value * 1e4) / 1e4);

/** The formula of an area's ranking with a place's numbers filled in. */
export function explainArea(judged: Judged): Omit<Explanation, 'order'> {
  const stars = wholeStars(judged.ratings.map(settle));
  const total = ratingCount(stars);
  const share = stars.map((count) => (count + 1) / (total + 5));
  const mean = share.reduce((sum, part, index) => sum + part * (index + 1), 0);
  const variance = share.reduce((sum, part, index) => sum + part * (index + 1) ** 2, 0) - mean * mean;
  const year = ratingCount(judged.ratings) > 0 ? meanYear(judged) : 0;
  const { starsZ, starsAYear } = areaParameters;
  const score = areaScore(judged);
  return {
    formula: `mean − ${starsZ} × √(variance / (ratings + 6)) + ${starsAYear} × mean year of the ratings since 2020, with one rating of each star added, to hundredths of a star`,
    inputs: [
      ...stars.map((count, index) => ({ name: `${index + 1} star${index ? 's' : ''}`, value: count })),
      { name: 'mean with the added five', value: mean },
      { name: 'variance', value: variance },
      { name: 'mean year of the ratings since 2020', value: year },
    ],
    working: `${fixed(mean)} − ${starsZ} × √(${fixed(variance)} / ${total + 6}) + ${starsAYear} × ${fixed(year)}`,
    score: score === undefined ? null : score / 100,
  };
}

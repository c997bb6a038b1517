import { parameters } from './parameters.ts';

/** How many rated it: the sum of a histogram of half stars. */
export function ratingCount(ratings: readonly number[]): number {
  return ratings.reduce((sum, count) => sum + count, 0);
}

/** Mean rating in stars (0.5–5), or undefined below the number of ratings from which averages are shown. */
export function shownAverage(ratings: readonly number[]): number | undefined {
  const total = ratingCount(ratings);
  if (total < parameters.ratingsForAverage) return undefined;
  return ratings.reduce((sum, count, index) => sum + (count * (index + 1)) / 2, 0) / total;
}

/**
 * Half stars as counts of whole stars 1–5: a half between two goes half to each, so that means are kept;
 * half a star counts as one.
 */
export function wholeStars(ratings: readonly number[]): [number, number, number, number, number] {
  const at = (index: number) => ratings[index] ?? 0;
  return [
    at(0) + at(1) + at(2) / 2,
    at(2) / 2 + at(3) + at(4) / 2,
    at(4) / 2 + at(5) + at(6) / 2,
    at(6) / 2 + at(7) + at(8) / 2,
    at(8) / 2 + at(9),
  ];
}

/** Ratings of one thing as sums: how many, their sum and that of their squares. */
export type StarSums = { ratings: number; sum: number; squares: number };

/**
 * By how many stars the mean of some ratings may be off, nine times in ten: z standard errors of the mean with one rating of
 * each whole star added, which is how far Open Library's bound lies below its mean (E. Miller, “Ranking items with star
 * ratings”). Of ratings that all are 4: 0.84 of one, 0.56 of five, 0.03 of two hundred.
 */
export function starsMargin({ ratings, sum, squares }: StarSums): number {
  const total = ratings + 5;
  const mean = (sum + 15) / total;
  const square = (squares + 55) / total;
  return parameters.starsZ * Math.sqrt((square - mean * mean) / (total + 1));
}

/**
 * Reddit's hot: one decade of net votes weighs as much as `secondsPerDecade`. Times in seconds since 1970. Age counts in
 * `unit`s, so that scores with another weight of votes stand in one list, in one order of time.
 */
export function hot(
  net: number,
  createdSeconds: number,
  epoch: number,
  secondsPerDecade: number,
  unit = secondsPerDecade,
): number {
  const votes = Math.sign(net) * Math.log10(Math.max(Math.abs(net), 1));
  return votes * (secondsPerDecade / unit) + (createdSeconds - epoch) / unit;
}

/** Reddit's controversy: (u+d)^(min/max); 0 if either is 0. */
export function controversy(up: number, down: number): number {
  if (up <= 0 || down <= 0) return 0;
  return (up + down) ** (Math.min(up, down) / Math.max(up, down));
}

/**
 * Lower bound of the Wilson score interval of the share of up votes, without continuity correction.
 * Between 0 and 1; 0 without votes. Source: Wilson 1927. State z wherever it is used.
 */
export function wilsonLowerBound(up: number, down: number, z: number): number {
  if (up === 0) return 0;
  const n = up + down;
  const share = up / n;
  const spread = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * n)) / n);
  // (centre - spread) / (1 + z²/n) with its numerator made rational: no difference of near equals, hence exact near 0.
  return (share * share) / (share + (z * z) / (2 * n) + spread);
}

/**
 * Open Library's rating bound: mean of the counts with one rating of each star added, less z standard errors.
 * `stars` are counts of 1 to 5 stars. Between about 1 and 5; 2.047 without ratings (z = 1.65).
 */
export function starsLowerBound(stars: readonly number[], z: number): number {
  const k = stars.length;
  const total = stars.reduce((sum, count) => sum + count, 0);
  let mean = 0;
  let square = 0;
  for (const [index, count] of stars.entries()) {
    const p = (count + 1) / (total + k);
    mean += (index + 1) * p;
    square += (index + 1) ** 2 * p;
  }
  return mean - z * Math.sqrt((square - mean * mean) / (total + k + 1));
}

/** Rising: hot's form with the mean time of the up votes in place of the time of adding. Minutes. */
export function rising(net: number, meanUpMinute: number, minutesPerDecade: number, unit = minutesPerDecade): number {
  return Math.log10(Math.max(net, 1)) * (minutesPerDecade / unit) + meanUpMinute / unit;
}

/**
 * The ranking parameters in force. They are public (getRankingParameters and the page
 * “How ranking works”); a change of any is a new version.
 */
export const rankingVersion = '3';

export const parameters = {
  /** Seconds of age that weigh as much as ten times the votes, in hot. Source: Reddit. */
  hotSecondsPerDecade: 45_000,
  /** Second from which hot counts time. Source: Reddit. */
  hotEpoch: 1_134_028_003,
  /** Minutes that weigh as much as ten times the votes, in rising. */
  risingMinutesPerDecade: 180,
  /** Days after the mean of its up votes for which an item has a place in rising. */
  risingDays: 7,
  /** How many times the smaller side the larger may be for a place in controversial. */
  controversialRatio: 4,
  /** z of the Wilson bound in best: 80 %, two-sided. */
  wilsonZ: 1.2816,
  /** z of the star bound in best. Source: Open Library. */
  starsZ: 1.65,
  /** Ratings from which an average is shown. Source: NeoDB. */
  ratingsForAverage: 5,
  /** Counts below this are ranked exactly, larger ones by the next lower of so many steps a decade. Source: ISO 3. */
  settledFrom: 6,
  settledStepsPerDecade: 10,
} as const;

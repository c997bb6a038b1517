/**
 * The ranking parameters that a site begins with. They are public (getRankingParameters and the page
 * “How ranking works”); a change of any is a new version. Proposals change those of `adjustable`: version 3.1, 3.2 and
 * so on, whose values are facts of the site's own.
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

export type Parameters = { readonly [Name in keyof typeof parameters]: number };

/**
 * What a proposal may change, and between which values. Not: what cards and sums are settled by, for they are written with
 * it; from when hot counts, for that moves everything alike; and what is shown, not ranked.
 */
export const adjustable = {
  hotSecondsPerDecade: { least: 3600, most: 604_800 },
  risingMinutesPerDecade: { least: 15, most: 10_080 },
  risingDays: { least: 1, most: 30 },
  controversialRatio: { least: 1, most: 20 },
  wilsonZ: { least: 0.1, most: 4 },
  starsZ: { least: 0.1, most: 4 },
} as const satisfies Partial<Record<keyof typeof parameters, { least: number; most: number }>>;
export type AdjustableName = keyof typeof adjustable;
/** The values of a version that are not those of the beginning. */
export type Adjusted = { [Name in AdjustableName]?: number };
/** A version of a site's own, as what is listed by it carries it: `n` counts them from 1. */
export type Version = { n: number; version: string; values: Adjusted };

/** The parameters of a version. */
export function parametersWith(values: Adjusted = {}): Parameters {
  return { ...parameters, ...values };
}

/** How a site's own version is called. */
export const versionName = (n: number) => `${rankingVersion}.${n}`;

export const isAdjustable = (name: string): name is AdjustableName => Object.hasOwn(adjustable, name);

/** Why these values cannot be put in force; undefined where they can. */
export function refusedValues(values: Record<string, number>): string | undefined {
  for (const [name, value] of Object.entries(values)) {
    if (!isAdjustable(name)) return `${name} is none of ${Object.keys(adjustable).join(', ')}`;
    const { least, most } = adjustable[name];
    if (!(value >= least && value <= most)) return `${name} is from ${least} to ${most}`;
    // Seven digits, as scores have decimals: a value can be read, and told from the next.
    if (Number(value.toPrecision(7)) !== value) return `${name} takes seven digits`;
  }
  return undefined;
}

/** The values of a version with others changed; those that are as in the beginning are left out. In the order of the names. */
export function adjusted(before: Adjusted, changed: Adjusted): Adjusted {
  const all = { ...before, ...changed };
  const kept = (Object.keys(adjustable) as AdjustableName[]).filter(
    (name) => all[name] !== undefined && all[name] !== parameters[name],
  );
  return Object.fromEntries(kept.map((name) => [name, all[name]]));
}

/** What one version has otherwise than another. */
export function differences(before: Adjusted, after: Adjusted): { name: AdjustableName; from: number; to: number }[] {
  const [was, is] = [parametersWith(before), parametersWith(after)];
  return (Object.keys(adjustable) as AdjustableName[])
    .filter((name) => was[name] !== is[name])
    .map((name) => ({ name, from: was[name], to: is[name] }));
}

import { type Chance, chanceFrom } from '#tests/worlds/unreliable-stream.ts';

/** What is done to whole parts of the system. */
export const blows = [
  'engine killed',
  'engine stalled',
  'gateway killed',
  'projector killed',
  'jobs killed',
  'second projector',
  'database throttled',
  'poison record',
] as const;
export type Blow = (typeof blows)[number];

/** A blow falls when this many requests were sent. */
export type PlannedBlow = { at: number; blow: Blow };

/**
 * Which blows fall when, from the seed alone: each at least once, about one in `every` requests, none in the first
 * and the last twentieth. None at all where `every` is infinite.
 */
export function planBlows(seed: number, requests: number, every: number): PlannedBlow[] {
  const chance = chanceFrom(seed);
  const count = Number.isFinite(every) ? Math.max(blows.length, Math.floor(requests / every)) : 0;
  const kinds: Blow[] = [];
  while (kinds.length < count) kinds.push(...shuffled(blows, chance));
  const stretch = (requests * 0.9) / count;
  return kinds
    .slice(0, count)
    .map((blow, n) => ({ at: Math.round(requests * 0.05 + n * stretch + chance(Math.ceil(stretch))), blow }));
}

/** The same values in another order. */
export function shuffled<T>(values: readonly T[], chance: Chance): T[] {
  return values
    .map((value) => ({ value, at: chance(1e9) }))
    .sort((one, other) => one.at - other.at)
    .map(({ value }) => value);
}

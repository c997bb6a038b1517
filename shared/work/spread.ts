/**
 * How many people gave how much, in groups of about the same: read at once however many people there are. `sum` is
 * what the people of a group gave together, exactly.
 */
export type Spread = Record<string, { people: number; sum: number }>;
/** People who gave the same, or nearly: how many, and how much together. */
export type Group = { people: number; sum: number };

/**
 * The group of a count: the count itself up to 15, beyond that its first four binary digits (16, 18, 20 … 30, 32, 36 …),
 * so that those of one group differ by an eighth at most.
 */
export function groupOf(count: number): number {
  if (count < 16) return Math.max(0, count);
  const step = 2 ** (Math.floor(Math.log2(count)) - 3);
  return Math.floor(count / step) * step;
}

/** Moves one person in a spread, from what they had given to what they have. Who gave nothing stands nowhere. */
export function moveInSpread(spread: Spread, was: number, is: number): void {
  add(spread, was, -1);
  add(spread, is, 1);
}

function add(spread: Spread, count: number, sign: 1 | -1): void {
  if (count <= 0) return;
  const name = String(groupOf(count));
  const group = spread[name] ?? { people: 0, sum: 0 };
  const people = group.people + sign;
  const sum = group.sum + sign * count;
  if (people === 0 && sum === 0) delete spread[name];
  else spread[name] = { people, sum };
}

/** The groups of a spread, those who gave least first. */
export function groupsOf(spread: Spread): Group[] {
  return Object.values(spread)
    .filter(({ people, sum }) => people > 0 && sum > 0)
    .sort((a, b) => a.sum / a.people - b.sum / b.people);
}

/** Counts one by one as groups, the least first. */
export function groupsOfCounts(counts: readonly number[]): Group[] {
  return [...counts].sort((a, b) => a - b).map((sum) => ({ people: 1, sum }));
}

const peopleIn = (groups: readonly Group[]) => groups.reduce((all, { people }) => all + people, 0);
const sumOf = (groups: readonly Group[]) => groups.reduce((all, { sum }) => all + sum, 0);

/**
 * Gini’s coefficient: 2·Σ i·x_i / (n·Σx) − (n+1)/n with x ascending; 0 where all gave the same, near 1 where one gave
 * everything. [0, 0, 0, 10] is .75. Within a group all count as the average, which makes it at most .03 too small, and
 * exact where nobody gave more than 15. Undefined where nobody gave anything.
 */
export function gini(groups: readonly Group[]): number | undefined {
  const n = peopleIn(groups);
  const total = sumOf(groups);
  if (n === 0 || total === 0) return undefined;
  let before = 0;
  let weighted = 0;
  for (const { people, sum } of groups) {
    // Σ of the places before+1 … before+people, each with the group’s average.
    weighted += (sum / people) * (people * before + (people * (people + 1)) / 2);
    before += people;
  }
  return (2 * weighted) / (n * total) - (n + 1) / n;
}

/** Lorenz’s curve: which share of people, from those who gave least, gave which share of everything. From [0, 0] to [1, 1]. */
export function lorenz(groups: readonly Group[]): [number, number][] {
  const n = peopleIn(groups);
  const total = sumOf(groups);
  if (n === 0 || total === 0) return [];
  const points: [number, number][] = [[0, 0]];
  let people = 0;
  let sum = 0;
  for (const group of groups) {
    people += group.people;
    sum += group.sum;
    points.push([people / n, sum / total]);
  }
  return points;
}

/** What the top 1 % (`part`) gave of everything, counted in whole people: at least one. */
export function topShare(groups: readonly Group[], part = 0.01): { people: number; share: number } | undefined {
  const n = peopleIn(groups);
  const total = sumOf(groups);
  if (n === 0 || total === 0) return undefined;
  const people = Math.ceil(n * part);
  let left = people;
  let sum = 0;
  for (const group of [...groups].reverse()) {
    const taken = Math.min(left, group.people);
    sum += (group.sum / group.people) * taken;
    left -= taken;
    if (left === 0) break;
  }
  return { people, share: sum / total };
}

import type { TogetherTerms } from './schema.ts';

type Acts = ReadonlySet<string>;

/** How alike two accounts act: what both did by what either did (Jaccard), 0 to 1. */
export function likeness(one: Acts, other: Acts): number {
  const both = inCommon(one, other).size;
  const either = one.size + other.size - both;
  return either === 0 ? 0 : both / either;
}

function inCommon(one: Acts, other: Acts): Set<string> {
  return new Set([...one].filter((act) => other.has(act)));
}

/** What at least so many of them did: no other acts can be those that a group has in common. */
export function actsOfSeveral(acts: Iterable<Acts>, least: number): string[] {
  const counts = new Map<string, number>();
  for (const of of acts) for (const act of of) counts.set(act, (counts.get(act) ?? 0) + 1);
  return [...counts].flatMap(([act, count]) => (count >= least ? [act] : []));
}

/** How many there are who did something, whoever they are: votes that way on that item. */
export type CountOf = (act: string) => number;

/**
 * Groups of accounts that act together: any two of a group are alike, and all have votes in common that hardly anybody
 * else gave; what everybody votes for says nothing. `acts` are each account's votes with their signs. Nobody is in two
 * groups; the same accounts always give the same groups. Not every group there could be: one account more may be left
 * out, none is taken in wrongly.
 */
export function groupsOf(acts: ReadonlyMap<string, Acts>, countOf: CountOf, terms: TogetherTerms): string[][] {
  const names = [...acts.keys()].sort();
  const left = new Set(names);
  const groups: string[][] = [];
  for (const first of names) {
    if (!left.has(first)) continue;
    const others = names.filter((name) => name > first && left.has(name));
    const group = groupAround(first, others, acts, countOf, terms);
    if (!group) continue;
    groups.push(group);
    for (const name of group) left.delete(name);
  }
  return groups;
}

const noActs: Acts = new Set();

function groupAround(
  first: string,
  others: readonly string[],
  acts: ReadonlyMap<string, Acts>,
  countOf: CountOf,
  { accounts, shared, part, alike }: TogetherTerms,
): string[] | undefined {
  const of = (name: string) => acts.get(name) ?? noActs;
  const isGroup = (common: Acts, size: number) =>
    size >= accounts && [...common].filter((act) => size >= part * countOf(act)).length >= shared;
  const group = [first];
  let common = of(first);
  if (common.size < shared) return undefined;
  // Those with most in common come first, and nobody joins by whom a group would cease to be one: a stranger, or an account made for that.
  const closeness = new Map(others.map((name) => [name, inCommon(common, of(name)).size]));
  for (const name of others.toSorted((a, b) => (closeness.get(b) ?? 0) - (closeness.get(a) ?? 0))) {
    const narrowed = inCommon(common, of(name));
    if (narrowed.size < shared || group.some((member) => likeness(of(member), of(name)) < alike)) continue;
    if (isGroup(common, group.length) && !isGroup(narrowed, group.length + 1)) continue;
    group.push(name);
    common = narrowed;
  }
  return isGroup(common, group.length) ? group : undefined;
}

/** The arrivals (minutes, in any order) that stand within an hour of each other in a burst of at least `least`: their positions. */
export function bursts(minutes: readonly number[], least: number): Set<number> {
  const order = minutes.map((_, at) => at).sort((a, b) => (minutes[a] ?? 0) - (minutes[b] ?? 0));
  const found = new Set<number>();
  for (let from = 0, to = 0; from < order.length; from++) {
    const begin = minutes[order[from] ?? 0] ?? 0;
    while (to < order.length && (minutes[order[to] ?? 0] ?? 0) < begin + 60) to++;
    if (to - from >= least) for (const at of order.slice(from, to)) found.add(at);
  }
  return found;
}

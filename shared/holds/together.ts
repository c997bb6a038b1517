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

/**
 * Groups of accounts that act together: any two of a group are alike, and all have votes in common. `acts` are each
 * account's votes with their signs. Nobody is in two groups; in the order of names, so that the same accounts always
 * give the same groups. Not every group there could be: one account more may be left out, none is taken in wrongly.
 */
export function groupsOf(acts: ReadonlyMap<string, Acts>, terms: TogetherTerms): string[][] {
  const names = [...acts.keys()].sort();
  const left = new Set(names);
  const groups: string[][] = [];
  for (const first of names) {
    if (!left.has(first)) continue;
    const group = groupAround(
      first,
      names.filter((name) => name > first && left.has(name)),
      acts,
      terms,
    );
    if (group.length < terms.accounts) continue;
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
  { shared, alike }: TogetherTerms,
): string[] {
  const of = (name: string) => acts.get(name) ?? noActs;
  const group = [first];
  let common = of(first);
  for (const name of others) {
    const narrowed = inCommon(common, of(name));
    if (narrowed.size < shared || group.some((member) => likeness(of(member), of(name)) < alike)) continue;
    group.push(name);
    common = narrowed;
  }
  return group;
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

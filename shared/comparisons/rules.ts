/** How many items stand side by side. */
export const comparedAtLeast = 2;
export const comparedAtMost = 4;

/** How much of an item is looked at for others like it: its most used tags, those with most votes under each, its latest public savers, the latest saves of each. */
export const tagsLookedAt = 5;
export const itemsPerTag = 12;
export const saversLookedAt = 8;
export const savesPerSaver = 12;
/** How many similar items are shown. */
export const similarShown = 8;
/** So many more are looked at again, for those that are not here any more. */
export const similarSpare = 4;
/** How much a few savers say: of two that were looked at, half. */
export const saverShrink = 2;

/** How much a tag that this many items carry says of one of them: 1 / log₂(2 + items). */
export const tagWeight = (items: number) => 1 / Math.log2(2 + Math.max(0, items));

/** What two items have in common: tags with their weight, and how many of the savers looked at saved both. */
export type InCommon = { tags: readonly string[]; savers: number };

/**
 * How alike an item is to the one that is asked about, from 0 to 2: the share of that one's tag weight that it has too,
 * and the share of its savers who saved it as well, drawn to 0 where few were looked at: s / (n + 2).
 * `weights` are those of the asked item's tags, `lookedAt` is n.
 */
export function likeness(common: InCommon, weights: ReadonlyMap<string, number>, lookedAt: number): number {
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const shared = common.tags.reduce((sum, tag) => sum + (weights.get(tag) ?? 0), 0);
  return (all === 0 ? 0 : shared / all) + common.savers / (lookedAt + saverShrink);
}

/** The address of a comparison. */
export function comparePage(items: readonly string[]): string {
  return items.length === 0 ? '/compare' : `/compare?items=${items.join(',')}`;
}

/** The ids that such an address names, each once, as many as can be compared; what is no id is left out. */
export function readComparison(search: string): string[] {
  const named = (new URLSearchParams(search).get('items') ?? '').split(',');
  return [...new Set(named.filter((id) => /^[0-9A-Za-z]{12}$/.test(id)))].slice(0, comparedAtMost);
}

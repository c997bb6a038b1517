import type { Row } from '#functions/table/table.ts';
import { bestNames } from '#shared/tags/rules.ts';
import { allSynonyms } from './synonyms/table.ts';

export { bundlesOf } from './bundles/table.ts';
export { type BetterNameRow, betterNameOf, betterNameWrites, noBetterNameWrites } from './synonyms/table.ts';
export { crowdTagsOn, sizesOfTags, type TagStanding, tagStandingKey } from './table.ts';

/**
 * The rows of a person's that hold bundles, among all of theirs; and what they said of synonyms, when that was for each to
 * say. It says nothing any more.
 */
export function ownTagRows(rows: readonly Row[]): Row[] {
  return rows.filter(({ type }) => type === 'bundle' || type === 'bundles' || type === 'synonym');
}

/** How many synonyms are read at once, by letter: within ten read units. */
const synonymsKnown = 800;

/** The best names in force, by the tag that they are better for. */
export async function betterNames(): Promise<Map<string, string>> {
  const { rows } = await allSynonyms(synonymsKnown);
  return bestNames(rows.map(({ card }) => JSON.parse(card) as { tag: string; other: string }));
}

/** Tags with the better name of each that has one, each once. */
export function withBetterNames(tags: readonly string[], better: ReadonlyMap<string, string>): string[] {
  return [...new Set(tags.map((tag) => better.get(tag) ?? tag))];
}

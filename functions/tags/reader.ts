import { peopleHere } from '#functions/people/reader.ts';
import type { Row } from '#functions/table/table.ts';
import { isInForce, type SynonymPair } from '#shared/tags/rules.ts';
import { synonymsLed } from './synonyms/table.ts';

export { bundlesOf } from './bundles/table.ts';
export { type SynonymStanding, synonymStandingKey, synonymsOfPerson } from './synonyms/table.ts';
export { crowdTagsOn, type TagStanding, tagStandingKey } from './table.ts';

/** The rows of a person's that hold bundles and what they say of synonyms, among all of theirs. */
export function ownTagRows(rows: readonly Row[]): Row[] {
  return rows.filter(({ type }) => type === 'bundle' || type === 'bundles' || type === 'synonym');
}

/** How many synonyms are asked for at once: those that most people say, within six read units. */
const pairsKnown = 300;

/** The better names in force, by the tag that they are better for. */
export async function betterNames(): Promise<Map<string, string>> {
  const [{ rows }, people] = await Promise.all([synonymsLed(pairsKnown), peopleHere()]);
  const pairs = rows.map(({ card }) => JSON.parse(card) as SynonymPair).filter((pair) => isInForce(pair, people));
  // The first that is read is the one that most people say.
  return new Map(pairs.reverse().map(({ tag, other }) => [other, tag]));
}

/** Tags with the better name of each that has one, each once. */
export function withBetterNames(tags: readonly string[], better: ReadonlyMap<string, string>): string[] {
  return [...new Set(tags.map((tag) => better.get(tag) ?? tag))];
}

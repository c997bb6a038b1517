import { getRow, type Key, queryCards, type Row, type Write } from '#functions/table/table.ts';
import type { Synonym } from '#shared/tags/schema.ts';

/** That `tag` is the better name of `other`: a fact of the site's own, which a proposal made. At most one of each `other`. */
export type BetterNameRow = Row & { type: 'betterName' } & Synonym;

const betterNameKey = (other: string): Key => ({ pk: `TG#${other}`, sk: 'BETTER' });
/** What a tag is the better name of. */
export const synonymsOfPartition = (tag: string) => `TS#${tag}`;
/** Every synonym, by the name that is not the better one. */
export const synonymListPartition = 'SYNONYMS';

/** What is said of a tag's better name, with every write before seen. */
export async function betterNameOf(other: string): Promise<BetterNameRow | undefined> {
  return getRow<BetterNameRow>(betterNameKey(other), { strong: true });
}

/**
 * The writes that make `tag` the better name of `other`, to stand in a transaction. Neither may have a better name at that
 * moment: so there is never a circle, whatever is proposed at once.
 */
export function betterNameWrites(made: Synonym): Write[] {
  const absent = 'attribute_not_exists(pk)';
  return [
    { put: { ...betterNameKey(made.other), type: 'betterName', ...made }, condition: absent },
    { check: betterNameKey(made.tag), condition: absent },
  ];
}

/** The write that ends it, where that is still what is said. */
export function noBetterNameWrites({ tag, other }: Pick<Synonym, 'tag' | 'other'>): Write[] {
  return [{ delete: betterNameKey(other), condition: 'tag = :tag', values: { ':tag': tag } }];
}

/** What a tag is the better name of, by letter: written JSON of each. */
export async function synonymsOf(tag: string, limit: number) {
  return queryCards({ pk: synonymsOfPartition(tag), limit });
}

/** Synonyms of the whole site, by letter: written JSON of each. */
export async function allSynonyms(limit: number) {
  return queryCards({ pk: synonymListPartition, limit });
}

import { personPartition } from '#functions/people/reader.ts';
import { failedConditions } from '#functions/table/failures.ts';
import { type Key, queryCards, queryRows, type Row, transact } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import { AppError } from '#shared/app-error.ts';

/** That a person says of two tags that `tag` is the better name: one row for either direction. */
export type SynonymRow = Row & { type: 'synonym'; tag: string; other: string; at: string };
/** How many say of each name of a pair that it is the better one; written by the projector. */
export type SynonymStanding = { better: Record<string, number> };

const prefix = 'SYNONYM#';
/** A pair of tags as one text, whichever is named first; no tag has a space. */
export const pairOf = (one: string, two: string) => [one, two].sort().join(' ');
export const namesOfPair = (pair: string) => pair.split(' ') as [string, string];
const synonymKey = (personId: string, one: string, two: string): Key => ({
  pk: personPartition(personId),
  sk: `${prefix}${pairOf(one, two)}`,
});
export const synonymStandingKey = (pair: string): Key => ({ pk: `SN#${pair}`, sk: 'STANDING' });
/** What is said of one tag and others, most said last. */
export const synonymsOfPartition = (tag: string) => `TS#${tag}`;
/** Every pair of which more say one thing than the contrary, most said last. */
export const synonymListPartition = 'SYNONYMS';

/**
 * Stores what a person says of two tags, in the place of what they said of them before. The same again keeps its date.
 * 3 write units. @throws account_deleted
 */
export async function storeSynonym(personId: string, tag: string, other: string, at: string): Promise<void> {
  const key = synonymKey(personId, tag, other);
  try {
    await transact([
      {
        put: { ...key, type: 'synonym', tag, other, at },
        condition: 'attribute_not_exists(pk) OR tag <> :tag',
        values: { ':tag': tag },
      },
      accountIsOpen(personId, key.sk),
    ]);
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    if (failed[1]) throw new AppError('account_deleted');
  }
}

/** Takes back that a tag is the better name, if that is what the person says. */
export async function removeSynonym(personId: string, tag: string, other: string): Promise<void> {
  try {
    await transact([{ delete: synonymKey(personId, tag, other), condition: 'tag = :tag', values: { ':tag': tag } }]);
  } catch (error) {
    if (!failedConditions(error)) throw error;
  }
}

/** What a person says, a page at a time, with every write before seen. */
export async function synonymsOfPerson(personId: string, after: string | undefined, limit: number) {
  return queryRows<SynonymRow>({ pk: personPartition(personId), begins: prefix, after, limit, strong: true });
}

/** What is said of a tag, most said first: written JSON of each pair. */
export async function synonymsSaid(tag: string, limit: number) {
  return queryCards({ pk: synonymsOfPartition(tag), descending: true, limit });
}

/** The pairs of the whole site that most people say, most said first: written JSON of each. */
export async function synonymsLed(limit: number) {
  return queryCards({ pk: synonymListPartition, descending: true, limit });
}

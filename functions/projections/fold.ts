import { isDeepStrictEqual } from 'node:util';
import type { ItemStanding } from '#functions/items/reader.ts';
import { standUnder, versionAmong } from '#functions/ranking/reader.ts';
import { type Key, keyText, type Row } from '#functions/table/table.ts';
import type { Contribution } from './change.ts';
import { standings } from './registry.ts';

/** An aggregate's row by the contribution that touches it. */
export const standingKeyOf = ({ standing, id }: Contribution): Key => standings[standing].key(id);

/** Folds one contribution into an aggregate's content, which it alters. */
export function foldInto(content: object, contribution: Contribution): void {
  // The name of the standing says what the content is; TypeScript cannot follow it through the union.
  (contribution.fold as (standing: object) => void)(content);
}

/** An aggregate's content as it begins. */
export const emptyStanding = ({ standing }: Contribution): object => standings[standing].empty();

/**
 * Folds contributions into aggregates: one changed row each, however many contributions it got. What a change touches of
 * items stands under the ranking parameters in force from then on. `stored` are the rows as they are, by keyText, with
 * that version; they are not altered.
 */
export function fold(
  contributions: readonly Contribution[],
  stored: ReadonlyMap<string, Row>,
): { before: Row | undefined; after: Row }[] {
  const drafts = new Map<string, { before: Row | undefined; after: Row }>();
  const inForce = versionAmong(stored);
  for (const contribution of contributions) {
    const key = standingKeyOf(contribution);
    const name = keyText(key);
    let draft = drafts.get(name);
    if (!draft) {
      const before = stored.get(name);
      const type = standings[contribution.standing].type;
      draft = { before, after: { ...emptyStanding(contribution), ...structuredClone(before), ...key, type } };
      drafts.set(name, draft);
    }
    foldInto(draft.after, contribution);
    if (contribution.standing === 'item') standUnder(draft.after as Row & ItemStanding, inForce);
  }
  return [...drafts.values()].filter(({ before, after }) => !isDeepStrictEqual(before, after));
}

import { type ItemStanding, itemOfStanding } from '#functions/items/reader.ts';
import type { Change } from '#functions/projections/change.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { keyText, type Row } from '#functions/table/table.ts';
import type { Version } from '#shared/ranking/parameters.ts';
import { bringUnder, isVersionInForce, versionInForce, versionInForceKey } from './table.ts';

/** What items are listed by is in their own row, so that places follow from it alone, whatever is in force meanwhile. */

/** The version that a row puts in force; undefined for that of the beginning. */
export function versionOf(row: Row | undefined): Version | undefined {
  if (!row || !isVersionInForce(row)) return undefined;
  const { n, version, values } = row;
  return { n, version, values };
}

/** The same among rows that were read together. */
export const versionAmong = (stored: ReadonlyMap<string, Row>) => versionOf(stored.get(keyText(versionInForceKey)));

/** Lets an item stand under a version while it is listed; one that is under a later one stays there. */
export function standUnder(standing: ItemStanding, inForce: Version | undefined): void {
  if (!isRanked(standing)) delete standing.ranked;
  else if (inForce && inForce.n > (standing.ranked?.n ?? 0)) standing.ranked = inForce;
}

/** Whether an item stands in rankings: it is known, and was neither merged nor removed nor folded. */
function isRanked(standing: ItemStanding | Row | undefined): boolean {
  const { card, gone, folded } = (standing ?? {}) as Partial<ItemStanding>;
  return card !== undefined && gone === undefined && folded === undefined;
}

/**
 * Brings items that were listed just now under the version in force, where it came between their counting and their
 * listing. Asked once they are listed: one that comes later finds them in the list.
 */
export async function standNewlyListed(changes: readonly Change[]): Promise<void> {
  const listed = changes.flatMap(({ before, after }) =>
    after?.type === 'itemStanding' && isRanked(after) && !isRanked(before) ? [after as Row & ItemStanding] : [],
  );
  if (listed.length === 0) return;
  const inForce = versionOf(await versionInForce());
  if (!inForce) return;
  const behind = listed.filter(({ ranked }) => (ranked?.n ?? 0) < inForce.n);
  await atMost(10, behind, ({ pk }) => bringUnder(inForce, itemOfStanding(pk)));
}

import { claimIdOf } from '#functions/people/reader.ts';
import { type OwnerRow, ownerRow, ownerRows } from './table.ts';

export { type OwnerRow, ownerKey, ownerRow } from './table.ts';

// What posting a review needs of claims, apart from the rest: it is loaded with every first write.

/** The proven claims of an item, at most a few (`byId`: the person): half a read unit; `strong` sees one of a moment ago. */
export async function ownersOf(itemId: string, options: { strong?: boolean } = {}): Promise<OwnerRow[]> {
  return ownerRows(itemId, options);
}

/** Whether a person owns an item by a proven claim, with every write before seen: one read unit. */
export async function isOwner(itemId: string, personId: string): Promise<boolean> {
  const row = await ownerRow(itemId, claimIdOf(personId, itemId));
  return row?.byId === personId;
}

import { type ItemRow, itemById } from '#functions/items/reader.ts';
import { AppError } from '#shared/app-error.ts';
import type { RevisionRow } from '../table.ts';
import { fieldsAt, revisionRows, type StoredText, textAt } from '../table.ts';
import { firstRevision } from '../writes.ts';

// Apart from the reader of revisions, so that whoever only asks for one loads nothing that merges and compares.
export { draftOf } from '../drafts.ts';
export { revisionWrites } from '../writes.ts';

/** One revision with what it says. */
export type Told = { row: RevisionRow; fields: Record<string, unknown>; text: StoredText };

/** Some revisions of an item with what they say: all asked for at once. @throws item_not_found, revision_not_found */
export async function revisionsOf(
  itemId: string,
  numbers: readonly number[],
): Promise<{ item: ItemRow; told: Told[] }> {
  const [item, rows, contents] = await Promise.all([
    itemById(itemId),
    revisionRows(itemId, numbers),
    Promise.all(numbers.map((n) => Promise.all([fieldsAt(itemId, n), textAt(itemId, n)]))),
  ]);
  if (!item) throw new AppError('item_not_found');
  const told = numbers.map((n, at) => {
    const row = rows.get(n) ?? (n === 1 ? firstRevision(item) : undefined);
    const [fields, text] = contents[at] ?? [];
    if (!row || !text) throw new AppError('revision_not_found');
    const removed = row.removed ?? fields?.removed ?? text.removed;
    // Where no revision changed the fields, the item has those it came with.
    const says = fields ? (fields.fields ?? {}) : item.fields;
    return { row: { ...row, ...(removed === undefined ? {} : { removed }) }, fields: says, text };
  });
  return { item, told };
}

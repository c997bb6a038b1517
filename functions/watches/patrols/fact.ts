import { itemKey } from '#functions/items/reader.ts';
import { revisionKey } from '#functions/revisions/reader.ts';
import type { Key } from '#functions/table/table.ts';

/** The fact that carries the mark of a revision: of the first one it is the item’s own. */
export const factOf = (itemId: string, n: number): Key => (n === 1 ? itemKey(itemId) : revisionKey(itemId, n));

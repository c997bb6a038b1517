import type { Handler } from '#functions/http/handler.ts';
import { itemById } from '#functions/items/reader.ts';
import { readCursor, writeCursor } from '#functions/table/cursor.ts';
import { AppError } from '#shared/app-error.ts';
import { nameOf, revisionOf } from './reader.ts';
import { historyPage, revisionsPartition } from './table.ts';
import { firstRevision } from './writes.ts';

const pageSize = 50;

export const listRevisions: Handler<'listRevisions'> = async ({ params: { itemId }, query }) => {
  const pk = revisionsPartition(itemId);
  const after = readCursor(pk, query.cursor);
  const { rows } = await historyPage(itemId, { after, limit: pageSize + 1 });
  const [newest] = rows;
  if (!newest) {
    // Nobody changed it yet, or there is none: the item's own fact knows.
    const item = await itemById(itemId);
    if (!item) throw new AppError('item_not_found');
    return { item: nameOf(item), entries: after === undefined ? [revisionOf(firstRevision(item))] : [], next: null };
  }
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    item: nameOf({ id: itemId, kind: newest.kind, title: newest.title }),
    entries: shown.map(revisionOf),
    next: rows.length > pageSize && last ? writeCursor(pk, last.sk) : null,
  };
};

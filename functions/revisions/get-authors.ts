import type { Handler } from '#functions/http/handler.ts';
import { itemById } from '#functions/items/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { nameOf } from './reader.ts';
import { revisionRows, textAt } from './table.ts';
import { firstRevision } from './writes.ts';

export const getAuthors: Handler<'getAuthors'> = async ({ params: { itemId } }) => {
  const [item, { text, runs, n }] = await Promise.all([itemById(itemId), textAt(itemId, undefined)]);
  if (!item) throw new AppError('item_not_found');
  const numbers = [...new Set(runs.map(([came]) => came))].sort((a, b) => a - b);
  const rows = await revisionRows(itemId, numbers);
  const revisions = numbers.flatMap((number) => {
    const row = rows.get(number) ?? (number === 1 ? firstRevision(item) : undefined);
    return row ? [[String(number), { at: row.at, by: row.by ?? null }] as const] : [];
  });
  return {
    item: nameOf(item),
    text,
    revision: n,
    runs: runs.map(([came, lines]) => ({ n: came, lines })),
    revisions: Object.fromEntries(revisions),
  };
};

import { WrittenJson } from '#functions/http/handler.ts';
import { writeCursor } from './cursor.ts';
import type { CardRow } from './table.ts';

/**
 * A page of entries whose JSON is already written, from one row more than the page holds. `last` is the sort key that
 * was read up to where fewer were found than are shown and more may follow.
 */
export function writtenPage<T>(pk: string, rows: readonly CardRow[], size: number, last?: string): WrittenJson<T> {
  return new WrittenJson<T>(pageText(pk, rows, size, last));
}

/** The same as JSON text, to stand inside another answer. */
export function pageText(pk: string, rows: readonly CardRow[], size: number, last?: string): string {
  const shown = rows.slice(0, size);
  const end = rows.length > size ? shown.at(-1)?.sk : last;
  const next = end === undefined ? 'null' : JSON.stringify(writeCursor(pk, end));
  return `{"entries":[${shown.map(({ card }) => card).join(',')}],"next":${next}}`;
}

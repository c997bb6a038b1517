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

/**
 * A page of what is not hidden in a stretch of a list, as JSON text. Where much is hidden it is short; it leads on after
 * what was looked at (`last` is how far the stretch goes, where more may follow).
 */
export function thinnedPage<T extends CardRow>(
  pk: string,
  { rows, last }: { rows: readonly T[]; last: string | undefined },
  isHidden: (row: T) => boolean,
  size: number,
): string {
  const seen = rows.filter((row) => !isHidden(row));
  return pageText(pk, seen, size, last);
}

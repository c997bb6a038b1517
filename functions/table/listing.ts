import { WrittenJson } from '#functions/http/handler.ts';
import { writeCursor } from './cursor.ts';
import type { Row } from './table.ts';

/** A page of entries whose JSON is already written, from one row more than the page holds. */
export function writtenPage<T>(pk: string, rows: readonly (Row & { card: string })[], size: number): WrittenJson<T> {
  return new WrittenJson<T>(pageText(pk, rows, size));
}

/** The same as JSON text, to stand inside another answer. */
export function pageText(pk: string, rows: readonly (Row & { card: string })[], size: number): string {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const next = rows.length > size && last ? JSON.stringify(writeCursor(pk, last.sk)) : 'null';
  return `{"entries":[${shown.map(({ card }) => card).join(',')}],"next":${next}}`;
}

import { readCursor, writeCursor } from '#functions/table/cursor.ts';
import { AppError } from '#shared/app-error.ts';
import { parametersOf } from '#shared/search/address.ts';
import type { SearchDocument } from '#shared/search/findable.ts';
import type { SearchQuery, SearchSort } from '#shared/search/schema.ts';

/** `tie`: by what hits in the same place stand in order (`tieOf`). */
type Place = { place: number; tie: string };

/** What orders hits in the same place: the key, but of people the handle, since cursors are given out and ids of people are not. */
export const tieOf = ({ key, what, title }: Pick<SearchDocument, 'key' | 'what' | 'title'>): string =>
  what === 'people' ? `people:${title}` : key;

/** What a hit is sorted by, highest first; `distance` in metres. */
export function placeOf(
  sort: SearchSort,
  { document, score }: { document: Pick<SearchDocument, 'best' | 'at'>; score: number },
  distance: number | undefined,
): number {
  switch (sort) {
    case 'relevance':
      return Math.round(score * 1e4);
    case 'best':
      return document.best;
    case 'new':
      return Date.parse(document.at) || 0;
    case 'near':
      return -(distance ?? Number.POSITIVE_INFINITY);
  }
}

/** A search as one text, without where it is continued: its cursors belong to it alone. */
const searchText = (query: SearchQuery) => JSON.stringify(parametersOf({ ...query, cursor: undefined }));

/** Where the next page of a search begins: after the hit with this place and tie. */
export const placeText = (query: SearchQuery, place: number, tie: string): string =>
  writeCursor(searchText(query), `${place} ${tie}`);

/** The hit that a search is continued after. @throws invalid_cursor for a forged one or one of another search */
export function afterPlace(query: SearchQuery): Place | undefined {
  const text = readCursor(searchText(query), query.cursor);
  if (text === undefined) return undefined;
  const end = text.indexOf(' ');
  const place = Number(text.slice(0, end));
  if (end < 1 || !Number.isFinite(place)) throw new AppError('invalid_cursor');
  return { place, tie: text.slice(end + 1) };
}

import { readCursor, writeCursor } from '#functions/table/cursor.ts';
import type { ShelfStanding } from './listings/table.ts';
import { shelfNumbers, shelfNumbersPartition } from './listings/table.ts';

const begins = 't/';
/** Rows of some 100 bytes: within ten read units. */
const pageSize = 500;

/** A page of the tags of a person's saves, by letter, with the number of saves that `count` sees. @throws invalid_cursor */
export async function personTags(
  personId: string,
  cursor: string | undefined,
  count: (standing: ShelfStanding) => number,
) {
  const pk = `${shelfNumbersPartition(personId)} ${begins}`;
  const { rows, last } = await shelfNumbers(personId, { begins }, readCursor(pk, cursor), { limit: pageSize });
  return {
    entries: rows
      .map((row) => ({ tag: row.sk.slice(begins.length), count: count(row) }))
      .filter((entry) => entry.count > 0),
    next: last === undefined ? null : writeCursor(pk, last),
  };
}

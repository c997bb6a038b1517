import { readCursor, writeCursor } from '#functions/table/cursor.ts';
import type { ShelfStanding } from './listings/table.ts';
import { shelfNumbers, shelfNumbersPartition } from './listings/table.ts';

const begins = 't/';
/** Rows of some 100 bytes: within ten read units. */
const pageSize = 500;

/** How many rows are read at once beyond a first page, where much of it is not to be seen. */
const passedOver = 4000;

/**
 * A page of the tags of a person's saves, by letter, with the number of saves that `count` sees. A cursor names a tag that
 * is seen, and there is one only where another such tag follows: of private tags nothing is told, not even that there are
 * any. @throws invalid_cursor
 */
export async function personTags(
  personId: string,
  cursor: string | undefined,
  count: (standing: ShelfStanding) => number,
) {
  const pk = `${shelfNumbersPartition(personId)} ${begins}`;
  const entries: { tag: string; count: number }[] = [];
  let after = readCursor(pk, cursor);
  let limit = pageSize + 1;
  do {
    const { rows, last } = await shelfNumbers(personId, { begins }, after, { limit });
    limit = passedOver;
    for (const row of rows) {
      const found = { tag: row.sk.slice(begins.length), count: count(row) };
      if (found.count > 0) entries.push(found);
    }
    after = last;
  } while (after !== undefined && entries.length <= pageSize);
  const shown = entries.slice(0, pageSize);
  const end = entries.length > pageSize ? shown.at(-1) : undefined;
  return { entries: shown, next: end ? writeCursor(pk, `${begins}${end.tag}`) : null };
}

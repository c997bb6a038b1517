import { type CardRow, queryCards, type Row } from '#functions/table/table.ts';
import type { Cell } from './cells.ts';

/** A place in one cell: a pin ready to send but for its opening hours, which stand in it as they were written. */
export type CellEntry = Row & { type: 'entry'; card: string };

/** The partition that a cell is read from, of all places or of a category: `CELL#<level>#<cell>#<category>`. */
export const cellPartition = ({ level, hash }: Cell, category = ''): string =>
  `CELL#${level}#${hash.toString(36)}#${category}`;

/** The best places of a cell, `limit` at most: one request. `last` is the sort key to continue after, where there may be more. */
export function bestOfCell(
  cell: Cell,
  category: string | undefined,
  page: { limit: number; after?: string | undefined },
): Promise<{ rows: CardRow[]; last: string | undefined }> {
  return queryCards({ pk: cellPartition(cell, category), descending: true, ...page });
}

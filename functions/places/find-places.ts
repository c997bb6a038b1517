import type { CardRow } from '#functions/table/table.ts';
import type { Position } from '#shared/places/schema.ts';
import { type Box, type Cell, cellAt, cellsAround, cellsOver, type Level } from './cells/cells.ts';
import { metresOut, metresTo } from './cells/distance.ts';
import { bestOfCell } from './cells/table.ts';

/** How many entries one page of the table holds, 4 KB that cost half a read unit: of the longest common ones. */
const entriesAPage = 9;
/** Pages of both rounds together: 10 read units. */
const pagesInAll = 20;
/** Of a view, the pages left for what the first round did not come to the end of. */
const pagesLeft = 4;
const cellsOfView = pagesInAll - pagesLeft;

type Read = { cell: Cell; rows: CardRow[]; last: string | undefined };

async function read(cell: Cell, category: string | undefined, pages: number, after?: string): Promise<Read> {
  return { cell, ...(await bestOfCell(cell, category, { limit: pages * entriesAPage, after })) };
}

/**
 * The places of a view, the best of each cell over it. Two rounds at most: where the first finds fewer than are wanted and
 * did not see all, the cells that gave most are read further. `complete` where nothing in the view was left unread.
 */
export async function placesIn(
  view: Box,
  category: string | undefined,
  enough: (rows: readonly CardRow[]) => Promise<boolean>,
): Promise<{ rows: CardRow[]; complete: boolean }> {
  const cells = cellsOver(view, cellsOfView);
  const pages = Math.floor(cellsOfView / cells.length);
  const first = await Promise.all(cells.map((cell) => read(cell, category, pages)));
  const rows = first.flatMap((one) => one.rows);
  const unread = first.filter(({ last }) => last !== undefined);
  if (unread.length === 0 || (await enough(rows))) return { rows, complete: unread.length === 0 };
  const again = unread.slice(0, pagesLeft);
  const pagesEach = Math.floor(pagesLeft / again.length);
  const second = await Promise.all(again.map(({ cell, last }) => read(cell, category, pagesEach, last)));
  return {
    rows: [...rows, ...second.flatMap((one) => one.rows)],
    complete: unread.length === again.length && second.every(({ last }) => last === undefined),
  };
}

/** Levels at which it is felt how dense places lie: of each the one cell around the position. */
const felt: readonly Level[] = [2, 3, 4, 5, 6, 7, 8, 9];

/**
 * Places around a position. The first round feels how dense they lie there; the second reads the nine cells around the
 * position of the largest level whose cell can be read whole, and the nearest four of the level above: eight and three
 * more. Within `reach` metres nothing was left unread; further off only the best were seen.
 */
export async function placesNear(
  at: Position,
  category: string | undefined,
): Promise<{ rows: CardRow[]; reach: number }> {
  const probes = await Promise.all(felt.map((level) => read(cellAt(level, at), category, 1)));
  const whole = probes.find(({ last }) => last === undefined)?.cell.level ?? 9;
  const wider = Math.max(1, whole - 1) as Level;
  const readOnce = (cell: Cell) =>
    probes.find((probe) => probe.cell.level === cell.level && probe.cell.hash === cell.hash) ?? read(cell, category, 1);
  const [near, far] = await Promise.all([
    Promise.all(cellsAround(whole, at, { cells: 1 }).map(readOnce)),
    Promise.all(cellsAround(wider, at, 'nearest').map(readOnce)),
  ]);
  const rows = new Map([...probes, ...near, ...far].flatMap((one) => one.rows.map((row) => [row.sk, row] as const)));
  return { rows: [...rows.values()], reach: Math.max(reachOf(near, at), reachOf(far, at)) };
}

/** Within how many metres of a position these cells, all around it, leave nothing unread. */
function reachOf(reads: readonly Read[], at: Position): number {
  const cells = reads.map(({ cell }) => cell);
  const unread = reads.filter(({ last }) => last !== undefined).map(({ cell }) => metresTo(cell, at));
  return Math.min(metresOut(cells, at), ...unread);
}

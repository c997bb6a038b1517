import geohash from 'ngeohash';
import type { Position } from '#shared/places/schema.ts';

/**
 * Levels of cells, by the bits of their geohash: 1 has 16 cells in all (90° × 45°), and each cell has 16 of the next level;
 * those of the last are 0.0014° × 0.0007°, some 75 to 150 metres.
 */
export const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type Level = (typeof levels)[number];

/** A cell of a level by its number: a geohash of four bits a level. */
export type Cell = { level: Level; hash: number };

/** Degrees; west above east reaches over the date line. */
export type Box = { south: number; west: number; north: number; east: number };

const bits = (level: Level) => 4 * level;
/** Cells of a level around the globe; there are half as many degrees from pole to pole, and as many cells. */
const around = (level: Level) => 4 ** level;

/** The cell of a level that a position lies in. */
export const cellAt = (level: Level, { latitude, longitude }: Position): Cell => ({
  level,
  hash: geohash.encode_int(latitude, longitude, bits(level)),
});

/** The degrees that a cell covers. */
export function boxOf({ level, hash }: Cell): Box {
  const [south, west, north, east] = geohash.decode_bbox_int(hash, bits(level));
  return { south, west, north, east };
}

/** Parts of a box that do not reach over the date line. */
const unwrapped = (box: Box): Box[] =>
  box.west <= box.east
    ? [box]
    : [
        { ...box, east: 180 },
        { ...box, west: -180 },
      ];

/** Which row or column of a level's cells a degree lies in, counted from the least. */
const step = (level: Level, degrees: number, most: number) =>
  Math.min(around(level) - 1, Math.floor(((degrees + most) / (2 * most)) * around(level)));

/** The cells of a level that lie in a box in part. There may be very many: see `cellsOver`. */
function cellsIn(level: Level, box: Box): Cell[] {
  const hashes = unwrapped(box).flatMap(({ south, west, north, east }) =>
    geohash.bboxes_int(south, west, north, east, bits(level)),
  );
  return [...new Set(hashes)].map((hash) => ({ level, hash }));
}

function countIn(level: Level, box: Box): number {
  const rows = step(level, box.north, 90) - step(level, box.south, 90) + 1;
  const columns = unwrapped(box).map(({ west, east }) => step(level, east, 180) - step(level, west, 180) + 1);
  return rows * columns.reduce((sum, count) => sum + count, 0);
}

/** The smallest cells that cover a box with `most` of them at most (16 at least). */
export function cellsOver(box: Box, most: number): Cell[] {
  for (const level of [...levels].reverse()) {
    // A side that lies on the line between two cells touches one more than it is counted in.
    const cells = countIn(level, box) <= most ? cellsIn(level, box) : undefined;
    if (cells && cells.length <= most) return cells;
  }
  return cellsIn(1, box);
}

/** The cells of a level around a position: `reach` cells to each side of it. */
export function cellsAround(level: Level, at: Position, reach: { cells: number } | 'nearest'): Cell[] {
  const [width, height] = [360 / around(level), 180 / around(level)];
  // The nearest four: those that the corners of a box of one cell's size around the position lie in.
  const cells = reach === 'nearest' ? 0.5 : reach.cells;
  const box = boxAround(at, cells * width * 0.999_999, cells * height * 0.999_999);
  return cellsIn(level, box);
}

/** A box of so many degrees to each side of a position. */
export function boxAround({ latitude, longitude }: Position, toSides: number, upAndDown: number): Box {
  const south = Math.max(-90, latitude - upAndDown);
  const north = Math.min(90, latitude + upAndDown);
  if (toSides >= 180) return { south, north, west: -180, east: 180 };
  return { south, north, west: wrapped(longitude - toSides), east: wrapped(longitude + toSides) };
}

/** A longitude that was counted on beyond the date line. */
export const wrapped = (longitude: number) =>
  longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;

export const isIn = ({ south, west, north, east }: Box, { latitude, longitude }: Position): boolean =>
  latitude >= south &&
  latitude <= north &&
  (west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east);

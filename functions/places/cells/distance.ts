import { distance } from 'geokdbush';
import type { Position } from '#shared/places/schema.ts';
import { boxOf, type Cell, cellAt, wrapped } from './cells.ts';

/** Metres between two positions, over the great circle. */
export const metresBetween = (a: Position, b: Position): number =>
  1000 * distance(a.longitude, a.latitude, b.longitude, b.latitude);

const radians = Math.PI / 180;
/** The latitude on a meridian so many degrees further on that is nearest to a position; beyond ±90 where that lies over the pole. */
const nearestOn = (longitude: number, at: Position): number =>
  Math.atan2(
    Math.sin(at.latitude * radians),
    Math.cos(at.latitude * radians) * Math.cos((longitude - at.longitude) * radians),
  ) / radians;

/** Metres from a position to a cell; 0 within it. */
export function metresTo(cell: Cell, at: Position): number {
  const { south, west, north, east } = boxOf(cell);
  const within = (latitude: number) => Math.min(Math.max(latitude, south), north);
  if (at.longitude >= west && at.longitude <= east)
    return metresBetween(at, { latitude: within(at.latitude), longitude: at.longitude });
  // Its nearest point is on one of its sides; far up north the shortest way leads over higher latitudes, or the pole.
  const points = [west, east].flatMap((longitude) =>
    [south, within(nearestOn(longitude, at)), north].map((latitude) => ({ latitude, longitude })),
  );
  return Math.min(...points.map((point) => metresBetween(at, point)));
}

/** Metres from a position to the nearest point outside these cells, which are all of the same level around it. */
export function metresOut(cells: readonly Cell[], at: Position): number {
  const [first] = cells;
  if (!first) return 0;
  const known = new Set(cells.map(({ hash }) => hash));
  const rim = cells.flatMap((cell) => {
    const { south, west, north, east } = boxOf(cell);
    const [middle, centre] = [(south + north) / 2, (west + east) / 2];
    const [width, height] = [east - west, north - south];
    const beside = [
      { latitude: middle, longitude: wrapped(centre - width) },
      { latitude: middle, longitude: wrapped(centre + width) },
      ...(south > -90 ? [{ latitude: middle - height, longitude: centre }] : []),
      ...(north < 90 ? [{ latitude: middle + height, longitude: centre }] : []),
    ];
    return beside.map((position) => cellAt(first.level, position)).filter(({ hash }) => !known.has(hash));
  });
  return Math.min(20_040_000, ...rim.map((cell) => metresTo(cell, at)));
}

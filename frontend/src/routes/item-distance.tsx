import type { Position } from '#shared/places/schema.ts';
import { distanceSaid, metresBetween } from '../features/map/geometry.ts';
import { FarAway } from '../features/places/far-away.tsx';

/** How far an item is, by the map's own measure. */
export default function ItemDistance({ position }: { position: Position }) {
  return <FarAway position={position} said={(from, to) => distanceSaid(metresBetween(from, to))} />;
}

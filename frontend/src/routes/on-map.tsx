import { placedKinds } from 'virtual:fields';
import { Link } from 'wouter';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { type Collection, mapPage } from '../features/map/address.ts';

/** The way to the map of a collection, where anything of it stands somewhere on the earth. */
export function OnMap({ kinds, ...collection }: Collection & { kinds: readonly KindName[] }) {
  if (!kinds.some((kind) => placedKinds.includes(kind))) return null;
  return (
    <p>
      <Link href={mapPage({ collection })}>On a map</Link>
    </p>
  );
}

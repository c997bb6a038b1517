import { areaKinds } from 'virtual:fields';
import { Link } from 'wouter';
import type { Item } from '#shared/items/schema.ts';
import { AreaRanks } from '../features/areas/ranks.tsx';
import { viewText } from '../features/map/geometry.ts';
import { PlaceMap } from '../features/map/place-map.tsx';
import { Account } from '../features/ranking/account.tsx';
import AreaPlaces from './area-places.tsx';
import styles from './item.module.css';

type Fields = { position?: { latitude: number; longitude: number }; areas?: string[]; within?: string };

/** Where an item is, and where it stands among the places there; an area's own places instead. Nothing for what is nowhere. */
export default function WhereOfItem({ item }: { item: Item }) {
  const { position, areas = [] } = item.fields as Fields;
  if (!position) return null;
  if (areaKinds.includes(item.kind)) return <AreaPlaces key={item.id} item={item} position={position} />;
  const { latitude, longitude } = position;
  const around = { south: latitude - 0.01, west: longitude - 0.015, north: latitude + 0.01, east: longitude + 0.015 };
  return (
    <section className={styles.part} aria-labelledby="where">
      <h2 id="where">Where it is</h2>
      {areas.length > 0 && <AreaRanks itemId={item.id} explain={(why) => <Account explanation={why} />} />}
      <p>
        <Link href={`/map?view=${viewText(around)}`}>Places around it</Link>
      </p>
      <PlaceMap
        pins={[{ id: item.id, title: item.title, ...position }]}
        label={`A map of where ${item.title} is`}
        size="part"
      />
    </section>
  );
}

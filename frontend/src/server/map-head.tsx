import { mapPage, readShown } from '../features/map/address.ts';
import { useCollection } from '../features/map/queries.ts';
import { Head } from './head.tsx';
import type { Page } from './pages.tsx';

export const mapPages: Page[] = [
  { path: '/map', part: 'map', head: (_, { origin, search }) => <MapHead origin={origin} search={search} /> },
];

/** A view of the map is whatever somebody looked at: only the map itself is found. */
function MapHead({ origin, search }: { origin: string; search: string }) {
  const shown = readShown(search);
  const collection = useCollection(shown.collection).data;
  return (
    <Head
      title={collection ? `${collection.title}, on a map` : 'Places on a map'}
      description="Places that people judged, on a map and in a list: near you, in a view, by what they are."
      canonical={`${origin}${mapPage(shown)}`}
      empty={Object.keys(shown).length > 0}
    />
  );
}

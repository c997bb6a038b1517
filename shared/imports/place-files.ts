import { amenityTags, categoryTags } from '../items/kinds/place-osm.ts';
import type { PlaceRecord } from './places.ts';

/** How large a file of places may be that a browser looks through, in bytes, and from which size on it does. */
export const largestPlaceFile = 100_000_000;
export const lookedThroughFrom = 2_500_000;
/** What of it may be handed in, in bytes of the request; of other files in characters. */
export const largestRequest = 4_300_000;
export const largestHandedIn = 4_000_000;
/** How many places one import takes. */
export const mostPlaces = 20_000;

/** Which format of places a file begins like; undefined for another. */
export function placeFormat(start: string): 'geojson' | 'overpass' | 'osm-xml' | undefined {
  const text = start.replace(/^\ufeff/, '');
  if (/^\s*</.test(text)) return /<osm[\s>]/.test(text.slice(0, 2000)) ? 'osm-xml' : undefined;
  if (!/^\s*\{/.test(text)) return undefined;
  if (/"type"\s*:\s*"FeatureCollection"|"features"\s*:\s*\[/.test(text)) return 'geojson';
  return /"osm3s"|"elements"\s*:\s*\[/.test(text) ? 'overpass' : undefined;
}

/** Everything that an import reads of what is said of a place. */
const keys = new Set(
  `name Name NAME name:en title Title official_name brand category price price_level price_range priceRange amenities tags
  address addr:full addr:street addr:place addr:housenumber addr:housename addr:postcode addr:city addr:town addr:village
  opening_hours hours website contact:website url phone contact:phone contact:mobile image picture description description:en
  cuisine sport religion beauty amenity shop tourism leisure historic craft office healthcare club`.split(/\s+/),
);
for (const tag of [...Object.values(categoryTags), ...Object.values(amenityTags)].flat())
  keys.add(tag.split('=')[0] ?? '');

/** A place as a feature of GeoJSON with nothing but what an import reads of it, where six decimals are a tenth of a metre. */
export function thinFeature({ properties, position, osm, line }: PlaceRecord): object {
  const said = Object.entries(properties).filter(
    ([key, value]) =>
      keys.has(key) && (typeof value !== 'object' || Array.isArray(value)) && JSON.stringify(value)?.length <= 5000,
  );
  const digits = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  const coordinates = position && [digits(position.longitude), digits(position.latitude)];
  return {
    type: 'Feature',
    ...(osm ? { id: osm } : {}),
    properties: Object.fromEntries(said),
    geometry: line
      ? { type: 'LineString', coordinates: [coordinates] }
      : (coordinates ?? null) && { type: 'Point', coordinates },
  };
}

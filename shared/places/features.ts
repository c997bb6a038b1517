import * as z from 'zod/mini';
import { id } from '../ids.ts';

export const feature = z.object({
  type: z.literal('Feature'),
  id,
  geometry: z.object({ type: z.literal('Point'), coordinates: z.array(z.number()).check(z.length(2)) }),
  properties: z.record(z.string(), z.unknown()),
});
export type Feature = z.infer<typeof feature>;

/** Places as GeoJSON (RFC 7946), positions as longitude and latitude in degrees. `next` continues where more follow. */
export const featureCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(feature),
  next: z.nullable(z.string()),
});

/** What fields are called in GeoJSON, as OpenStreetMap calls them where it has a word; our own import reads all of them. */
const called = {
  name: 'name',
  category: 'category',
  address: 'address',
  hours: 'opening_hours',
  price: 'price',
  amenities: 'amenities',
  website: 'website',
  phone: 'phone',
  picture: 'image',
  description: 'description',
  osm: '@id',
} as const;

/** What GeoJSON says of a place, from its fields as its kind has them. */
export function placeProperties(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(called).flatMap(([field, name]) => (fields[field] === undefined ? [] : [[name, fields[field]]])),
  );
}

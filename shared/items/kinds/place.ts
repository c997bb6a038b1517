import * as z from 'zod/mini';
import { id } from '../../ids.ts';
import { line, prose, webAddress } from '../../text.ts';
import type { Kind, Option } from '../kind.ts';
import { plainName } from '../plain-name.ts';
import { position, rounded } from '../position.ts';
import {
  amenityLabel,
  aspectsByCategory,
  categoryAspects,
  placeAmenities,
  placeAmenityKeys,
  placeCategories,
  placeCategoryKeys,
  priceLabels,
} from './place-categories.ts';
import { schemaType, simpleHours } from './place-data.ts';

/** Each once, in the order of the list they are from. */
const amenities = z.pipe(
  z.array(z.enum(placeAmenityKeys)).check(z.maxLength(100)),
  z.transform((given) => placeAmenityKeys.filter((key) => given.includes(key))),
);

const schema = z.strictObject({
  name: line(200),
  position,
  category: z.optional(z.enum(placeCategoryKeys)),
  address: z.optional(line(300)),
  /** In the syntax of OpenStreetMap's `opening_hours`, whose values are as long at most; checked when they are written. */
  hours: z.optional(line(255)),
  /** From 1, cheap, to 4. */
  price: z.optional(z.int().check(z.gte(1), z.lte(4))),
  amenities: z.optional(amenities),
  /** The items that are the areas it lies in, from the widest to the narrowest. */
  areas: z.optional(z.array(id).check(z.maxLength(5))),
  /** What OpenStreetMap calls it, where it is from there. */
  osm: z.optional(z.string().check(z.regex(/^(node|way|relation)\/[1-9]\d{0,14}$/, 'is not such as node/240109189'))),
  website: z.optional(webAddress),
  phone: z.optional(z.string().check(z.regex(/^\+?[0-9 ()./-]{4,30}$/, 'is not a telephone number'))),
  picture: z.optional(webAddress),
  description: z.optional(prose(4000)),
});
type Place = z.infer<typeof schema>;

/** Same name within a square of about 110 m (three decimals of a degree). */
const named = (latitude: number, longitude: number, name: string) =>
  `place:${rounded(latitude, 3).toFixed(3)},${rounded(longitude, 3).toFixed(3)}:${plainName(name)}`;
/** About 25 m of latitude in degrees. */
const step = 0.000_225;

const optionsOf = (all: readonly { key: string; label: string; group?: string }[]): Option[] =>
  all.map(({ key, ...shown }) => ({ value: key, ...shown }));

export const place: Kind<Place> = {
  kind: 'place',
  label: 'Place',
  plural: 'Places',
  schema,
  form: [
    { name: 'name', label: 'Name', input: 'text', required: true },
    {
      name: 'position',
      label: 'Position',
      hint: 'latitude, longitude; or paste a link to it from a map',
      input: 'position',
      required: true,
    },
    { name: 'category', label: 'What it is', input: 'choice', options: optionsOf(placeCategories) },
    {
      name: 'areas',
      label: 'Areas',
      hint: 'its city and quarter: it is ranked among the places there',
      input: 'areas',
    },
    { name: 'address', label: 'Address', input: 'text' },
    {
      name: 'hours',
      label: 'Opening hours',
      hint: 'such as Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off',
      input: 'text',
    },
    {
      name: 'price',
      label: 'Price',
      input: 'choice',
      options: priceLabels.map((label, at) => ({ value: at + 1, label })),
    },
    { name: 'amenities', label: 'What it has', input: 'choices', options: optionsOf(placeAmenities) },
    { name: 'website', label: 'Website', input: 'url' },
    { name: 'phone', label: 'Telephone', input: 'text' },
    { name: 'picture', label: 'Picture address', input: 'url' },
    { name: 'description', label: 'Description', input: 'prose' },
  ],
  labels: { osm: 'In OpenStreetMap' },
  aspects: categoryAspects(),
  aspectsBy: { field: 'category', of: aspectsByCategory },
  experienced: 'visited',
  parties: ['alone', 'couple', 'family', 'friends', 'business'],
  shelves: [
    { key: 'want-to-go', label: 'Want to go', stage: 'wanted' },
    { key: 'been', label: 'Been', stage: 'finished' },
  ],
  readings: {
    one: 'Visit',
    many: 'Visits',
    pages: false,
    goal: 'places visited',
    here: { press: 'I was here', said: 'were here' },
  },
  title: (fields) => fields.name,
  byline: (fields) =>
    fields.address ?? `${fields.position.latitude.toFixed(4)}, ${fields.position.longitude.toFixed(4)}`,
  picture: (fields) => fields.picture,
  hours: (fields) => fields.hours,
  // Same name within about 110 m (three decimals of a degree) is the same place.
  identifiers: (fields) => [
    ...(fields.osm ? [`osm:${fields.osm}`] : []),
    named(fields.position.latitude, fields.position.longitude, fields.name),
  ],
  // Another map may have it a few steps away, over the edge of that square.
  nearby: ({ name, position: { latitude, longitude } }) => [
    ...new Set(
      [-step, step].flatMap((north) =>
        [-step, step].map((east) =>
          named(latitude + north, longitude + east / Math.max(0.1, Math.cos((latitude * Math.PI) / 180)), name),
        ),
      ),
    ),
  ],
  sourceLicence: ({ osm }) => (osm ? 'ODbL-1.0' : undefined),
  recognise: (input) => {
    const found = /^(?:https?:\/\/)?(?:www\.)?openstreetmap\.org\/((?:node|way|relation)\/[1-9]\d{0,14})\b/.exec(
      input.trim(),
    );
    return found ? [`osm:${found[1]}`] : [];
  },
  address: ({ osm }) => osm && `https://www.openstreetmap.org/${osm}`,
  site: (fields) => fields.website,
  subject: ({ name, position: { latitude, longitude } }) =>
    `geo:${latitude},${longitude}?q=${encodeURIComponent(name.slice(0, 100).toWellFormed())}&u=30`,
  where: ({ position, category, areas, price, amenities, hours }) => ({
    ...position,
    ...(category ? { category } : {}),
    ...(price ? { price } : {}),
    ...(amenities?.length ? { amenities } : {}),
    ...(hours ? { hours } : {}),
    // Each once: a place counts once in an area.
    ...(areas?.length ? { areas: [...new Set(areas)] } : {}),
  }),
  jsonLd: (fields) => ({
    '@type': schemaType(fields.category),
    geo: { '@type': 'GeoCoordinates', ...fields.position },
    address: fields.address,
    url: fields.website,
    telephone: fields.phone,
    image: fields.picture,
    openingHours: simpleHours(fields.hours),
    priceRange: fields.price && '$'.repeat(fields.price),
    amenityFeature: fields.amenities?.map((key) => ({
      '@type': 'LocationFeatureSpecification',
      name: amenityLabel(key),
      value: true,
    })),
  }),
};

import * as z from 'zod/mini';
import { line, prose, webAddress } from '../../text.ts';
import type { Kind } from '../kind.ts';

/** Rounded to so many decimals; zero has no sign. */
const rounded = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals + 0;

/** Degrees to seven decimals, about a centimetre; no store keeps 1e-200. */
const degrees = (most: number) =>
  z.pipe(
    z.number().check(z.gte(-most), z.lte(most)),
    z.transform((value: number) => rounded(value, 7)),
  );

const schema = z.strictObject({
  name: line(200),
  position: z.strictObject({ latitude: degrees(90), longitude: degrees(180) }),
  address: z.optional(line(300)),
  website: z.optional(webAddress),
  phone: z.optional(z.string().check(z.regex(/^\+?[0-9 ()./-]{4,30}$/, 'is not a telephone number'))),
  picture: z.optional(webAddress),
  description: z.optional(prose(4000)),
});
type Place = z.infer<typeof schema>;

/**
 * Name in lower case without marks and punctuation, so that "Café Zürich" and "cafe zurich" are one.
 * A name of signs alone stays as it is, or all of those would be one.
 */
const plainName = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || name;

export const place: Kind<Place> = {
  kind: 'place',
  label: 'Place',
  plural: 'Places',
  schema,
  form: [
    { name: 'name', label: 'Name', input: 'text', required: true },
    { name: 'position', label: 'Position', hint: 'latitude, longitude', input: 'position', required: true },
    { name: 'address', label: 'Address', input: 'text' },
    { name: 'website', label: 'Website', input: 'url' },
    { name: 'phone', label: 'Telephone', input: 'text' },
    { name: 'picture', label: 'Picture address', input: 'url' },
    { name: 'description', label: 'Description', input: 'prose' },
  ],
  aspects: [
    { key: 'service', label: 'Service' },
    { key: 'value', label: 'Value' },
    { key: 'atmosphere', label: 'Atmosphere' },
    { key: 'access', label: 'Access' },
  ],
  shelves: [
    { key: 'want-to-go', label: 'Want to go', stage: 'wanted' },
    { key: 'been', label: 'Been', stage: 'finished' },
  ],
  readings: { one: 'Visit', many: 'Visits', pages: false, goal: 'places visited' },
  title: (fields) => fields.name,
  byline: (fields) =>
    fields.address ?? `${fields.position.latitude.toFixed(4)}, ${fields.position.longitude.toFixed(4)}`,
  picture: (fields) => fields.picture,
  // Same name within about 110 m (three decimals of a degree) is the same place.
  identifiers: (fields) => [
    `place:${rounded(fields.position.latitude, 3).toFixed(3)},${rounded(fields.position.longitude, 3).toFixed(3)}:${plainName(fields.name)}`,
  ],
  recognise: () => [],
  address: () => undefined,
  jsonLd: (fields) => ({
    '@type': 'LocalBusiness',
    geo: { '@type': 'GeoCoordinates', ...fields.position },
    address: fields.address,
    url: fields.website,
    telephone: fields.phone,
    image: fields.picture,
  }),
};

import * as z from 'zod/mini';
import { id } from '../../ids.ts';
import { line, prose, webAddress } from '../../text.ts';
import type { Kind } from '../kind.ts';
import { plainName } from '../plain-name.ts';
import { position, rounded } from '../position.ts';

const schema = z.strictObject({
  name: line(200),
  position,
  /** Kilometres from its middle to its edge, about. */
  radius: z.optional(z.number().check(z.gte(0.1), z.lte(10_000))),
  within: z.optional(id),
  wikidata: z.optional(z.string().check(z.regex(/^Q[1-9]\d{0,11}$/, 'is not a Wikidata id such as Q64'))),
  website: z.optional(webAddress),
  picture: z.optional(webAddress),
  description: z.optional(prose(4000)),
});
type Area = z.infer<typeof schema>;

export const area: Kind<Area> = {
  kind: 'area',
  label: 'Area',
  plural: 'Areas',
  schema,
  form: [
    { name: 'name', label: 'Name', hint: 'a country, city or quarter', input: 'text', required: true },
    {
      name: 'position',
      label: 'Middle',
      hint: 'latitude, longitude; or paste a link to it from a map',
      input: 'position',
      required: true,
    },
    { name: 'radius', label: 'Radius', hint: 'kilometres from the middle to the edge, about', input: 'number' },
    { name: 'within', label: 'Lies in', hint: 'the next wider area', input: 'one-area' },
    { name: 'wikidata', label: 'Wikidata id', hint: 'such as Q64; finds the area if it is here', input: 'text' },
    { name: 'website', label: 'Website', input: 'url' },
    { name: 'picture', label: 'Picture address', input: 'url' },
    { name: 'description', label: 'Description', input: 'prose' },
  ],
  aspects: [
    { key: 'getting-around', label: 'Getting around' },
    { key: 'value', label: 'Value' },
    { key: 'atmosphere', label: 'Atmosphere' },
    { key: 'access', label: 'Access' },
  ],
  shelves: [
    { key: 'want-to-go', label: 'Want to go', stage: 'wanted' },
    { key: 'been', label: 'Been', stage: 'finished' },
  ],
  readings: { one: 'Visit', many: 'Visits', pages: false, goal: 'areas visited' },
  title: ({ name }) => name,
  byline: ({ position: { latitude, longitude } }) => `around ${latitude.toFixed(2)}, ${longitude.toFixed(2)}`,
  picture: (fields) => fields.picture,
  identifiers: ({ name, position: { latitude, longitude }, wikidata }) => [
    // Same name within about 11 km (a decimal of a degree) is the same area.
    `area:${rounded(latitude, 1).toFixed(1)},${rounded(longitude, 1).toFixed(1)}:${plainName(name)}`,
    ...(wikidata ? [`wikidata:${wikidata}`] : []),
  ],
  recognise: (input) => {
    const found = /^(?:https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/)?(Q[1-9]\d{0,11})$/.exec(
      input.trim(),
    )?.[1];
    return found ? [`wikidata:${found}`] : [];
  },
  address: ({ wikidata }) => wikidata && `https://www.wikidata.org/wiki/${wikidata}`,
  where: ({ position, within }) => ({ ...position, ...(within ? { areas: [within] } : {}) }),
  area: true,
  jsonLd: ({ position, website, picture, wikidata }) => ({
    '@type': 'Place',
    geo: { '@type': 'GeoCoordinates', ...position },
    url: website,
    image: picture,
    sameAs: wikidata && `https://www.wikidata.org/wiki/${wikidata}`,
  }),
};

import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { areaLabel, areaRank, category, pin, pinnedItems, rankedPlace } from './schema.ts';

export const getArea = operation({
  name: 'getArea',
  method: 'GET',
  path: '/api/areas/{areaId}',
  auth: 'public',
  freshness: 'listing',
  summary: 'What an area contains: how many places, rated ones and categories, and the areas that lie in it.',
  params: z.strictObject({ areaId: id }),
  output: z.object({
    area: areaLabel,
    places: z.number(),
    rated: z.number(),
    /** Those with most places first. */
    categories: z.array(z.object({ category: z.string(), places: z.number() })),
    /** The first hundred areas that say they lie in it, by title. */
    areas: z.array(areaLabel),
  }),
  errors: ['item_not_found', 'not_an_area'],
});

export const listAreaPlaces = operation({
  name: 'listAreaPlaces',
  method: 'GET',
  path: '/api/areas/{areaId}/places',
  auth: 'public',
  freshness: 'listing',
  summary:
    'The places of an area or of one category in it, best first, each with its rank; those nobody rated follow without. Fifty a page.',
  params: z.strictObject({ areaId: id }),
  query: z.strictObject({ category: z.optional(category), cursor: z.optional(cursor) }),
  output: z.extend(pageOf(rankedPlace), { rated: z.number(), places: z.number() }),
  errors: ['invalid_cursor'],
});

export const listAreaRanks = operation({
  name: 'listAreaRanks',
  method: 'GET',
  path: '/api/items/{itemId}/areas',
  auth: 'public',
  freshness: 'page',
  summary:
    'Where a place stands in each of its areas, among all and among those of its category, and the formula with its numbers filled in.',
  params: z.strictObject({ itemId: id }),
  output: z.object({
    ranks: z.array(areaRank),
    /** What all of its ranks go by. */
    why: z.object({
      formula: z.string(),
      inputs: z.array(z.object({ name: z.string(), value: z.number() })),
      working: z.string(),
      score: z.nullable(z.number()),
    }),
  }),
  errors: ['item_not_found'],
});

export const listPins = operation({
  name: 'listPins',
  method: 'GET',
  path: '/api/pins',
  auth: 'public',
  freshness: 'listing',
  summary:
    'Where these items stand on the earth, a hundred at most, in the order asked for; without those that stand nowhere.',
  query: z.strictObject({ items: pinnedItems }),
  output: z.object({ pins: z.array(pin) }),
  errors: [],
});

export const areaOperations = { getArea, listAreaPlaces, listAreaRanks, listPins };

import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { operation } from '../operation.ts';
import { cursor } from '../paging.ts';
import { featureCollection } from './features.ts';
import { opening, placesFound, placesQuery } from './schema.ts';

export const getHours = operation({
  name: 'getHours',
  method: 'GET',
  path: '/api/items/{itemId}/hours',
  auth: 'public',
  freshness: 'page',
  summary: 'When an item is open in the eight days from today, in its own time zone; null where that is not known.',
  params: z.strictObject({ itemId: id }),
  output: z.object({
    /** As it was written, in the syntax of OpenStreetMap. */
    hours: z.nullable(z.string()),
    opening: z.nullable(opening),
  }),
  errors: ['item_not_found'],
});

export const listPlaces = operation({
  name: 'listPlaces',
  method: 'GET',
  path: '/api/places',
  auth: 'public',
  freshness: 'listing',
  summary: 'Up to fifty places in a view of the map, the best of each part of it, or near a position, by distance.',
  query: placesQuery,
  output: placesFound,
  errors: [],
});

const most = 50;
const itemIds = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(800)),
    z.transform((text: string) => [...new Set(text.split(',').filter(Boolean))]),
  ),
  z.array(id).check(z.minLength(1), z.maxLength(most)),
);

export const listFeatures = operation({
  name: 'listFeatures',
  method: 'GET',
  path: '/api/places.geojson',
  auth: 'public',
  freshness: 'page',
  summary:
    'Places as GeoJSON, fifty at a time: those on a list, in an area (of one category, where it is named), or by their ids. What is no place, or is gone, is left out. A file of it can be imported again.',
  query: z
    .strictObject({
      items: z.optional(itemIds),
      list: z.optional(id),
      area: z.optional(id),
      category: z.optional(z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/, 'is no category'))),
      cursor: z.optional(cursor),
    })
    .check(
      z.refine(
        ({ items, list, area }) => [items, list, area].filter((one) => one !== undefined).length === 1,
        'wants one of items, list and area',
      ),
    ),
  output: featureCollection,
  errors: ['list_not_found', 'invalid_cursor'],
});

export const placeOperations = { getHours, listPlaces, listFeatures };

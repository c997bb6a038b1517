import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { histogram, kindName } from '../items/schema.ts';

/** A category as places name it: the ranking does not know which there are. */
export const category = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'not a category'));

/** A place among those of an area. */
export const areaPlace = z.object({
  id,
  kind: kindName,
  title: z.string(),
  byline: z.string(),
  picture: z.optional(z.string()),
  category: z.optional(z.string()),
  latitude: z.number(),
  longitude: z.number(),
  /** When it was added. */
  at: z.string(),
  by: z.nullable(z.string()),
  /** Half stars as counts, settled; absent while nobody rated it. */
  ratings: z.optional(histogram),
  /** Stars that it is ranked by, to hundredths; absent while nobody rated it. */
  score: z.optional(z.number()),
});
export type AreaPlace = z.infer<typeof areaPlace>;

/** The same with its rank from 1 and how many others share it; null while nobody rated it. */
export const rankedPlace = z.extend(areaPlace, { rank: z.nullable(z.number()), shared: z.number() });

export const areaLabel = z.object({ id, title: z.string() });

/** Where a place stands in one area, among all of it or those of its category. */
export const areaRank = z.object({
  area: areaLabel,
  /** Absent among all places. */
  category: z.optional(z.string()),
  rank: z.nullable(z.number()),
  /** How many others share the rank. */
  shared: z.number(),
  /** How many places are rated there, and how many there are. */
  rated: z.number(),
  places: z.number(),
});
export type AreaRank = z.infer<typeof areaRank>;

/** Ids with commas between them, as in a query: a hundred at most. */
export const pinnedItems = z
  .string()
  .check(z.regex(/^[0-9A-Za-z]{12}(,[0-9A-Za-z]{12}){0,99}$/, 'not up to a hundred ids'));

/** An item on a map. */
export const pin = z.object({
  id,
  kind: kindName,
  title: z.string(),
  byline: z.string(),
  picture: z.optional(z.string()),
  category: z.optional(z.string()),
  latitude: z.number(),
  longitude: z.number(),
  /** Mean of the stars, to two decimals, from as many ratings on as averages are shown from. */
  stars: z.optional(z.number()),
  ratings: z.number(),
});

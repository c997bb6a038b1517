import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { searchQuery } from '../search/schema.ts';

/** From when until before when a place is open, ISO 8601; `unsure` where its hours leave it open, `note` as they say it. */
export const stretch = z.object({
  from: z.string(),
  to: z.string(),
  unsure: z.optional(z.literal(true)),
  note: z.optional(z.string()),
});
export type Stretch = z.infer<typeof stretch>;

/**
 * When a place is open in the days to come, in order and apart from each other. A stretch that reaches `until` may go on
 * after it: nothing later was worked out.
 */
export const opening = z.object({
  /** IANA time zone of the place's clocks. */
  zone: z.string(),
  /** From the beginning of the place's day on which it was worked out. */
  since: z.string(),
  until: z.string(),
  stretches: z.array(stretch),
  /** False where its hours speak of public or school holidays and those of its country are not known: they are left out. */
  holidays: z.boolean(),
});
export type Opening = z.infer<typeof opening>;

export const position = z.object({ latitude: z.number(), longitude: z.number() });
export type Position = z.infer<typeof position>;

/** What a map and the list beside it show of a place. Numbers are settled, as on cards. */
export const pin = z.object({
  id,
  title: z.string(),
  byline: z.string(),
  picture: z.optional(z.string()),
  position,
  /** A key of items/kinds/place-categories.ts. */
  category: z.optional(z.string()),
  price: z.optional(z.number()),
  amenities: z.optional(z.array(z.string())),
  /** Mean of the stars, to two decimals, and how many ratings it is of: shown from five on. */
  stars: z.optional(z.number()),
  ratings: z.number(),
  /** Metres from `near`. */
  distance: z.optional(z.number()),
  /** Absent where its hours are not known or not understood. */
  opening: z.optional(z.pick(opening, { zone: true, until: true, stretches: true })),
});

export type Pin = z.infer<typeof pin>;

const { category, price, amenities, stars, open, near, within, view } = searchQuery.shape;

/** Which places: those in a view or near a position, narrowed down as in a search. */
export const placesQuery = z.strictObject({ view, near, within, category, price, amenities, stars, open }).check(
  z.refine(({ view, near }) => (view === undefined) !== (near === undefined), 'wants either view or near'),
  z.refine(({ near, within }) => within === undefined || near !== undefined, 'has within without near'),
);

export type PlacesQuery = z.output<typeof placesQuery>;

export const placesFound = z.object({
  /** In a view the best first, near a position the nearest; fifty at most. */
  places: z.array(pin),
  /** Whether these are all that fit. Otherwise they are the best of each part of the view: a narrower one shows more. */
  complete: z.boolean(),
  /** Near a position: within so many metres every place was looked at; of what is further off, only the best. */
  reach: z.optional(z.number()),
});
export type PlacesFound = z.infer<typeof placesFound>;

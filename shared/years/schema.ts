import * as z from 'zod/mini';
import { histogram, kindName, tagCount } from '../items/schema.ts';
import { savedItem } from '../saves/schema.ts';

export const year = z.string().check(z.regex(/^[12]\d{3}$/, 'is not a year as YYYY'));

/** How many of a kind somebody means to finish in a year; a private goal shows to its owner alone. */
export const goal = z.strictObject({
  target: z.int().check(z.gte(1), z.lte(10_000)),
  private: z.boolean(),
});
export type Goal = z.infer<typeof goal>;

/** One reading that went to its end. `private` where its save is: in its owner's own view only. */
export const finishedReading = z.object({
  item: savedItem,
  started: z.optional(z.string()),
  finished: z.string(),
  /** How many days it took, the first and the last among them. */
  days: z.optional(z.number()),
  /** The person's own rating of the item, in stars. */
  rating: z.optional(z.number()),
  private: z.optional(z.literal(true)),
});
export type FinishedReading = z.infer<typeof finishedReading>;

/** Twelve numbers, January first. */
const months = z.array(z.number()).check(z.length(12));
const oneReading = z.nullable(finishedReading);

export const kindYear = z.object({
  kind: kindName,
  goal: z.nullable(goal),
  /** Readings that went to their end in the year: the same item twice counts twice. */
  finished: z.number(),
  months,
  /** Pages read, as far as pages were noted; absent where none were. */
  pages: z.optional(months),
  /** The person's own ratings of what was finished, an item once. */
  ratings: histogram,
  first: oneReading,
  last: oneReading,
  shortest: oneReading,
  longest: oneReading,
});
export type KindYear = z.infer<typeof kindYear>;

export const personYear = z.object({
  handle: z.string(),
  year: z.string(),
  /** Every kind of which readings are counted. */
  kinds: z.array(kindYear),
  /** What was finished, the last first. */
  readings: z.array(finishedReading),
  /** True where more were finished than are listed. */
  more: z.boolean(),
  /** True where more were finished than are counted: numbers are then of the year's last ones. */
  atLeast: z.boolean(),
  saves: months,
  /** The tags that most of the year's saves have; null where there are too many tags to tell. */
  tags: z.nullable(z.array(tagCount)),
  /** The years of which there is something to see, the latest first. */
  years: z.array(z.string()),
});
export type PersonYear = z.infer<typeof personYear>;

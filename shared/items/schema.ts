import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { licences } from '../text.ts';
import { kindNames } from './kinds/registry.ts';
import { itemLicences } from './licences.ts';

export const kindName = z.enum(kindNames);

/** Half-star ratings as counts: index 0 is ½ star, index 9 is 5 stars. */
export const histogram = z.array(z.number()).check(z.length(10));

/** Why an item stands where it stands: every number that a ranking reads. All exact on the item's page. */
export const counts = z.object({
  up: z.number(),
  down: z.number(),
  /** up − down; on cards of the settled ones. */
  net: z.number(),
  /** Sum over up votes of the minute it was cast, counted from 2020-01-01T00:00Z. On cards of rising only. */
  upMinutes: z.number(),
  ratings: histogram,
  reviews: z.number(),
  /** How many saved it in public. */
  saves: z.number(),
});
export type Counts = z.infer<typeof counts>;

/** Counts as cards carry them: those that are zero are left out. `fullCounts` of ranking/settle.ts fills them in. */
export const cardCounts = z.partial(counts);
export type CardCounts = z.infer<typeof cardCounts>;

/**
 * What a listing shows of an item. Counts are settled (exact below 6, beyond that rounded down to one of ten steps a
 * decade): the same numbers the ranking was computed from.
 */
export const card = z.object({
  id,
  kind: kindName,
  title: z.string(),
  byline: z.string(),
  picture: z.optional(z.string()),
  /** When it was added, ISO 8601. */
  at: z.string(),
  /** Handle of the person who added it; null for a former member or the collection it came with. */
  by: z.nullable(z.string()),
  counts: cardCounts,
  /** The crowd's tags, most used first, at most five. */
  tags: z.array(z.string()),
});
export type Card = z.infer<typeof card>;

export const tagCount = z.object({ tag: z.string(), count: z.number() });

export const item = z.object({
  id,
  kind: kindName,
  /** As the kind's schema says. */
  fields: z.record(z.string(), z.unknown()),
  title: z.string(),
  byline: z.string(),
  licence: z.enum(itemLicences),
  at: z.string(),
  by: z.nullable(z.string()),
  /** The number of its latest revision, from 1; an edit names the one it started from. */
  revision: z.number(),
  /** The item that this one was merged into, which its page leads to. Votes, reviews and saves are given there. */
  mergedInto: z.optional(id),
  /** When and why it was removed, and by which proposal. It stands in no listing and takes no votes, reviews or saves. */
  removed: z.optional(z.object({ at: z.string(), reason: z.string(), proposal: z.optional(id) })),
  /** Size of its text in bytes; absent where nobody wrote one. */
  textBytes: z.optional(z.number()),
});
export type Item = z.infer<typeof item>;

/** An item that was merged into another, where its reviews still stand. */
export const mergedItem = z.object({ id, kind: kindName, title: z.string(), reviews: z.number() });
export type MergedItem = z.infer<typeof mergedItem>;

export const newItem = z.strictObject({
  kind: kindName,
  fields: z.record(z.string(), z.unknown()),
  licence: z.optional(z.enum(licences)),
});

import * as z from 'zod/mini';
import { hold } from '../holds/schema.ts';
import { id } from '../ids.ts';
import { day, licences, prose } from '../text.ts';

/** Half a star to five, in halves. */
export const rating = z.number().check(z.gte(0.5), z.lte(5), z.multipleOf(0.5, 'is not in halves'));

export const reviewMarks = ['useful', 'funny', 'cool'] as const;
export const reviewMark = z.enum(reviewMarks);
export type ReviewMark = z.infer<typeof reviewMark>;
export const markCounts = z.object({ useful: z.number(), funny: z.number(), cool: z.number() });
export type MarkCounts = z.infer<typeof markCounts>;

/** What a person writes. An empty `text` is a rating alone. */
export const newReview = z.strictObject({
  rating,
  text: z._default(prose(20_000), ''),
  /** By aspect key of the item's kind. */
  aspects: z._default(z.record(z.string().check(z.maxLength(40)), rating), {}),
  experiencedOn: z.optional(day),
  licence: z.optional(z.enum(licences)),
  /** The revision an edit started from; absent for a first review. */
  revision: z.optional(z.int().check(z.gte(1))),
});
export type NewReview = z.infer<typeof newReview>;

export const review = z.object({
  id,
  itemId: id,
  rating,
  /** Markdown; in lists cut to an excerpt, with `more: true`. */
  text: z.string(),
  more: z.boolean(),
  aspects: z.record(z.string(), z.number()),
  experiencedOn: z.optional(z.string()),
  licence: z.enum(licences),
  /** Handle; null for a former member. */
  by: z.nullable(z.string()),
  at: z.string(),
  editedAt: z.optional(z.string()),
  revision: z.number(),
  /** Why it is left out of counts and rankings for now; absent where it is not. */
  held: z.optional(hold),
  marks: markCounts,
});
export type Review = z.infer<typeof review>;

export const reviewOrders = ['helpful', 'newest', 'highest', 'lowest'] as const;
export type ReviewOrder = (typeof reviewOrders)[number];

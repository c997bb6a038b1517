import * as z from 'zod/mini';
import { hold } from '../holds/schema.ts';
import { id } from '../ids.ts';
import { folded } from '../moderation/schema.ts';
import { reply } from '../replies/schema.ts';
import { day, licences, prose } from '../text.ts';

/** Half a star to five, in halves. */
export const rating = z.number().check(z.gte(0.5), z.lte(5), z.multipleOf(0.5, 'is not in halves'));

export const reviewMarks = ['useful', 'funny', 'cool'] as const;
export const reviewMark = z.enum(reviewMarks);
export type ReviewMark = z.infer<typeof reviewMark>;
export const markCounts = z.object({ useful: z.number(), funny: z.number(), cool: z.number() });
export type MarkCounts = z.infer<typeof markCounts>;

/** With whom one was there, by the kind's own choice of these. */
export const parties = ['alone', 'couple', 'family', 'friends', 'business'] as const;
export const party = z.enum(parties);
export type Party = z.infer<typeof party>;
/** The quarters of the year by their months: which season that is depends on where one is. */
export const seasons = ['dec-feb', 'mar-may', 'jun-aug', 'sep-nov'] as const;
export type Season = (typeof seasons)[number];

/** What a person writes. An empty `text` is a rating alone. */
export const newReview = z.strictObject({
  rating,
  text: z._default(prose(20_000), ''),
  /** By aspect key of the item's kind, or of its category where that has aspects of its own. */
  aspects: z._default(z.record(z.string().check(z.maxLength(40)), rating), {}),
  experiencedOn: z.optional(day),
  /** With whom; only of kinds that say so. */
  party: z.optional(party),
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
  party: z.optional(party),
  licence: z.enum(licences),
  /** Handle; null for a former member. */
  by: z.nullable(z.string()),
  at: z.string(),
  editedAt: z.optional(z.string()),
  revision: z.number(),
  /** Why it is left out of counts and rankings for now; absent where it is not. */
  held: z.optional(hold),
  /** That enough people flagged it: read it, but behind a line that says so. It counts nowhere meanwhile. */
  folded: z.optional(folded),
  /** The act of moderation that took its text away. */
  removed: z.optional(id),
  marks: markCounts,
  /** What an owner of the item says to it. */
  reply: z.optional(reply),
  /** How many comments there are on it; in lists settled, absent where there are none. */
  comments: z.optional(z.number()),
});
export type Review = z.infer<typeof review>;

export const reviewOrders = ['helpful', 'newest', 'highest', 'lowest'] as const;
export type ReviewOrder = (typeof reviewOrders)[number];

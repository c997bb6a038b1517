import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { folded } from '../moderation/schema.ts';
import { isVisible, licences, prose } from '../text.ts';

/** What an owner says to a review; Markdown. */
const replyText = prose(2000).check(z.refine((text) => isVisible(text), 'has nothing visible'));

export const newReply = z.strictObject({
  text: replyText,
  licence: z.optional(z.enum(licences)),
  /** The revision that an edit started from; absent for a first reply. */
  revision: z.optional(z.int().check(z.gte(1))),
});

/** The one reply of an item’s owner to a review, which stands below it and takes nothing away from it. */
export const reply = z.object({
  /** Markdown; in lists cut to its beginning, with `more: true`. */
  text: z.string(),
  more: z.optional(z.boolean()),
  /** Handle; null for a former member. */
  by: z.nullable(z.string()),
  at: z.string(),
  editedAt: z.optional(z.string()),
  revision: z.number(),
  /** Why it is shown folded. */
  folded: z.optional(folded),
  /** The act of moderation that took its text away. */
  removed: z.optional(id),
});
export type Reply = z.infer<typeof reply>;

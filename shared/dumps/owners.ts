import * as z from 'zod/mini';
import { claim, pastClaim } from '../claims/schema.ts';
import { id } from '../ids.ts';
import { folded } from '../moderation/schema.ts';
import { licences } from '../text.ts';

/** That an item is, or was, somebody’s by a proven claim, as the page of its claims shows it. */
export const dumpedClaim = z.strictObject({
  ...claim.shape,
  itemId: id,
  ended: z.optional(z.strictObject(pastClaim.shape.ended.shape)),
});

/** The reply of an item’s owner to a review that stands. */
export const dumpedReply = z.strictObject({
  reviewId: id,
  itemId: id,
  /** Markdown. */
  text: z.string(),
  licence: z.enum(licences),
  by: z.nullable(z.string()),
  at: z.string(),
  editedAt: z.optional(z.string()),
  revision: z.number(),
  folded: z.optional(z.strictObject(folded.shape)),
  removed: z.optional(id),
});

/** An earlier wording of a reply, under its licence. */
export const dumpedReplyWording = z.strictObject({
  reviewId: id,
  revision: z.number(),
  text: z.string(),
  at: z.string(),
});

import * as z from 'zod/mini';
import { commentedLine, threadTargets } from '../discussions/schema.ts';
import { id } from '../ids.ts';
import { folded } from '../moderation/schema.ts';
import { licences } from '../text.ts';

/** A handle; null for a former member, as on the site. */
const by = z.nullable(z.string());
const licence = z.enum(licences);

/** A comment with the sums of its votes; one that was withdrawn and has replies says nothing and names nobody. */
export const dumpedComment = z.strictObject({
  id,
  /** What it is about: `items`, `people`, `reviews`, … and which; a person by handle, null for one who left. */
  what: z.enum(threadTargets),
  target: z.nullable(z.string()),
  /** The comment that it answers. */
  parent: z.optional(id),
  /** Which line of which version of a proposal it is about. */
  line: z.optional(z.strictObject(commentedLine.shape)),
  /** Markdown. */
  text: z.string(),
  licence,
  by,
  /** That who wrote it owned by then what it is about. */
  owner: z.optional(z.literal(true)),
  at: z.string(),
  editedAt: z.optional(z.string()),
  revision: z.number(),
  withdrawn: z.optional(z.literal(true)),
  folded: z.optional(z.strictObject(folded.shape)),
  /** The act by which its text was removed. */
  removed: z.optional(id),
  counts: z.strictObject({ up: z.number(), down: z.number() }),
});

/** An earlier wording of a comment that still stands, under the comment's licence. */
export const dumpedCommentWording = z.strictObject({
  commentId: id,
  revision: z.number(),
  text: z.string(),
  at: z.string(),
});

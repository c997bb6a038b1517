import * as z from 'zod/mini';
import { isTag, normaliseTag } from './rules.ts';

/** A tag in any writing; given out normalised. */
export const tag = z.pipe(
  z.string().check(z.maxLength(200)),
  z.pipe(
    z.transform((text: string) => normaliseTag(text)),
    z
      .string()
      .check(
        z.refine(isTag, "a tag is 1 to 40 letters, digits, emoji and .-_+#&' with at least one letter, digit or emoji"),
      ),
  ),
);

/** Tags of a person's that they keep together; its name is written as tags are. */
export const tagBundle = z.object({ name: z.string(), tags: z.array(z.string()) });

/** That `other` means the same as `tag`, the better name: how many say so, how many the contrary, and whether it is in force. */
export const synonymProposal = z.object({
  tag: z.string(),
  other: z.string(),
  support: z.number(),
  against: z.number(),
  inForce: z.boolean(),
});

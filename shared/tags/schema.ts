import * as z from 'zod/mini';
import { id } from '../ids.ts';
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

/** That `tag` is the better name of `other`: since when, and by which proposal. */
export const synonym = z.object({ tag: z.string(), other: z.string(), at: z.string(), proposal: id });
export type Synonym = z.infer<typeof synonym>;

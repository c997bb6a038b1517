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

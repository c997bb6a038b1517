import * as z from 'zod/mini';
import { handleProblem } from './rules.ts';

/** A handle as its owner writes it: 3 to 20 of a–z, A–Z, 0–9 and single inner hyphens or underscores. */
export const handle = z.string().check(
  z.maxLength(40),
  z.refine(
    (text) => handleProblem(text) === undefined,
    '3 to 20 letters a to z, digits, or single - and _ between them, with at least one letter',
  ),
);

export const person = z.object({
  handle: z.string(),
  /** The day of joining. */
  joined: z.string(),
  counts: z.object({
    items: z.number(),
    reviews: z.number(),
    /** Public ones. */
    saves: z.number(),
    tags: z.number(),
    usefulReceived: z.number(),
  }),
});

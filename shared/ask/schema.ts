import * as z from 'zod/mini';
import { line } from '../text.ts';

/** A question in plain words. */
export const askQuery = z.strictObject({
  q: line(300),
  /** How far the clock of whoever asks is ahead of UTC, in minutes: “tonight” is then theirs. Absent, UTC. */
  offset: z.optional(
    z.pipe(
      z.string().check(z.regex(/^-?\d{1,4}$/, 'is not minutes')),
      z.pipe(
        z.transform((text: string) => Number(text)),
        z.number().check(z.gte(-900), z.lte(900)),
      ),
    ),
  ),
});

/** Words of a question that were understood, and what as. */
const askPart = z.object({
  /** As it was written. */
  text: z.string(),
  /** In plain words, such as “open on Sunday at 12:00”. */
  means: z.string(),
  /** The parameters of `query` that it set. */
  sets: z.array(z.string()),
});

/** What a question was understood as: a search, and how it came about. Never an answer of its own. */
export const reading = z.object({
  /** The search, as query parameters of `search`. */
  query: z.record(z.string(), z.string()),
  /** What was understood, in the order of the question. */
  parts: z.array(askPart),
  /** What was not, taken as words to look for. */
  left: z.string(),
  /** Whether it reads like a question, rather than like the name of something; else it is best searched as it stands. */
  sure: z.boolean(),
  /** That it speaks of where the asker is: `near` is theirs to add. */
  wantsPosition: z.boolean(),
  /** That it speaks of a time of the asker’s day: with their `offset` it is exact. */
  timed: z.boolean(),
  /** By which reader. */
  by: z.enum(['rules', 'model']),
});
export type Reading = z.infer<typeof reading>;

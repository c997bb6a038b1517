import * as z from 'zod/mini';

/** A piece of a line; `changed` where it stands on one side only. */
const part = z.object({ text: z.string(), changed: z.optional(z.boolean()) });
export type Part = z.infer<typeof part>;

/** Lines that both have, or what stands on one side and what on the other, line by line. */
const block = z.object({
  same: z.optional(z.array(z.string())),
  before: z.optional(z.array(z.array(part))),
  after: z.optional(z.array(z.array(part))),
});
export type Block = z.infer<typeof block>;

/** A stretch of two texts around a change, and the numbers of its first lines from 1. */
const hunk = z.object({ before: z.number(), after: z.number(), blocks: z.array(block) });
export type Hunk = z.infer<typeof hunk>;

/** What is different between two states of an item. */
export const comparison = z.object({
  /** Fields that differ; a side that has none is left out. */
  fields: z.array(z.object({ name: z.string(), before: z.optional(z.unknown()), after: z.optional(z.unknown()) })),
  text: z.object({
    hunks: z.array(hunk),
    /** True where the texts have so little in common that no comparison is made. */
    tooDifferent: z.optional(z.boolean()),
  }),
});
export type Comparison = z.infer<typeof comparison>;

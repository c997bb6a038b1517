import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { kindName } from '../items/schema.ts';
import { rating } from '../reviews/schema.ts';
import { targetPath } from '../targets.ts';

/** What can be followed and muted. */
export const followables = ['people', 'tags', 'items'] as const;
export type Followable = (typeof followables)[number];

/** One of them as it stands in a path: a person by handle, a tag in any writing, an item by id. */
export const target = targetPath(followables);

/** Something followed or muted, with the name it is shown by. */
export const named = z.object({
  what: z.enum(followables),
  /** Handle, tag or item id, as it stands in paths. */
  target: z.string(),
  name: z.string(),
});
export type Named = z.infer<typeof named>;

const about = z.object({ id, kind: kindName, title: z.string() });

/** What somebody did, as a line of a home feed. The item is called as it was when it was done. */
export const activity = z.object({
  did: z.enum(['added', 'reviewed', 'saved']),
  at: z.string(),
  by: z.string(),
  item: about,
  /** Of a review; `text` is its beginning. */
  review: z.optional(z.object({ id, rating, text: z.string(), more: z.boolean() })),
  /** The beginning of a save’s note. */
  note: z.optional(z.string()),
  /** Some of a save’s tags. */
  tags: z.optional(z.array(z.string())),
});
export type Activity = z.infer<typeof activity>;

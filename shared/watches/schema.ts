import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { kindName } from '../items/schema.ts';
import { targetPath } from '../targets.ts';

/** What can be watched: an item, the changes under a tag, whatever people discuss, and of comments those that ask something. */
export const watchables = [
  'items',
  'tags',
  'people',
  'reviews',
  'revisions',
  'proposals',
  'lists',
  'acts',
  'comments',
] as const;
export type Watchable = (typeof watchables)[number];

/** One of them as it stands in a path: a person by handle, a tag in any writing, the others by id. */
export const watchTarget = targetPath(watchables);

/** Something watched, with the name it is shown by and the page it leads to. */
export const watched = z.object({
  what: z.enum(watchables),
  /** Handle, tag or id, as it stands in paths. */
  target: z.string(),
  name: z.string(),
});

const about = z.object({ title: z.string(), href: z.string() });

/** What happened to something that is watched, as a line of a watchlist. */
export const watchedChange = z.object({
  /** Tells the line apart from every other one. */
  id: z.string(),
  /** What a revision did, or that somebody commented or proposed. */
  did: z.string(),
  at: z.string(),
  /** Handle; null for a former member. */
  by: z.nullable(z.string()),
  about,
  /** Of a revision: which item, which number, what it says of itself, and by how many bytes it grew. */
  itemId: z.optional(id),
  n: z.optional(z.number()),
  summary: z.optional(z.string()),
  minor: z.optional(z.boolean()),
  delta: z.optional(z.number()),
  /** Of a proposal: how it stands. */
  state: z.optional(z.string()),
  /** The beginning of a comment, or of the reason for a proposal. */
  text: z.optional(z.string()),
});
export type WatchedChange = z.infer<typeof watchedChange>;

/** What somebody has seen of a list: everything until a moment, as a line names it in `at`, or one line by its `id`. */
export const seenMark = z
  .strictObject({
    until: z.optional(
      z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/, 'is no time as lines tell it')),
    ),
    one: z.optional(z.string().check(z.regex(/^[\x21-\x7e]{1,80}$/, 'is no id of a line'))),
  })
  .check(z.refine(({ until, one }) => (until === undefined) !== (one === undefined), 'names a moment or one line'));
export type SeenMark = z.infer<typeof seenMark>;

/** Until when a list was looked through, and which later lines one by one. */
export const seen = z.object({ until: z.nullable(z.string()), ones: z.array(z.string()) });
export type Seen = z.infer<typeof seen>;

/** A revision, or an item added, as recent changes list it. The item is called as it was then. */
export const recentChange = z.object({
  itemId: id,
  kind: kindName,
  title: z.string(),
  /** 1 for an item added. */
  n: z.number(),
  did: z.string(),
  at: z.string(),
  by: z.nullable(z.string()),
  summary: z.optional(z.string()),
  minor: z.optional(z.boolean()),
  delta: z.optional(z.number()),
  newcomer: z.optional(z.boolean()),
  tags: z.optional(z.array(z.string())),
  /** Who looked it over, and when. */
  patrolled: z.optional(z.object({ by: z.nullable(z.string()), at: z.string() })),
});
export type RecentChange = z.infer<typeof recentChange>;

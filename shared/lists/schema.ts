import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { kindName } from '../items/schema.ts';
import { folded } from '../moderation/schema.ts';
import { licences, line, prose } from '../text.ts';
import { ballotSize } from './rules.ts';

export const listModes = ['closed', 'open'] as const;
/** `closed`: who made it fills and orders it. `open`: anyone adds to it, and everyone's votes order it. */
export const listMode = z.enum(listModes);
export type ListMode = z.infer<typeof listMode>;

export const listTitle = line(200);
/** Markdown. */
export const listDescription = z._default(prose(4000), '');
export const listNote = prose(1000);

export const newList = z.strictObject({
  title: listTitle,
  description: listDescription,
  mode: listMode,
  licence: z.optional(z.enum(licences)),
});

export const list = z.object({
  id,
  title: z.string(),
  /** Markdown. */
  description: z.string(),
  mode: listMode,
  licence: z.enum(licences),
  /** Handle; null for a former member. */
  by: z.nullable(z.string()),
  at: z.string(),
  revision: z.number(),
  /** The act of moderation that took its title and description away. */
  removed: z.optional(id),
});
export type List = z.infer<typeof list>;

/** How many items are on it and how many people voted. */
export const listCounts = z.object({ entries: z.number(), voters: z.number() });

/** A list as lists of lists show it; its numbers exact below 100, then by their first two digits. */
export const listCard = z.object({
  id,
  title: z.string(),
  /** The beginning of its description, in plain words. */
  about: z.string(),
  mode: listMode,
  by: z.nullable(z.string()),
  at: z.string(),
  counts: listCounts,
  /** That it is folded: then only its owner’s page and the pages of its items lead to it. */
  folded: z.optional(folded),
});
export type ListCard = z.infer<typeof listCard>;

/** What stands on a list, as it was called when it was put there, and why it stands where it stands. */
export const listEntry = z.object({
  itemId: id,
  kind: kindName,
  title: z.string(),
  byline: z.string(),
  picture: z.optional(z.string()),
  /** Why it is there; in lists cut to its beginning, with `more: true`. */
  note: z.optional(z.string()),
  more: z.optional(z.boolean()),
  /** On an open list the handle of who put it there; null for a former member. Absent on a closed one. */
  by: z.optional(z.nullable(z.string())),
  /** When it was put there; in lists left out. */
  at: z.optional(z.string()),
  /** On an open list: the sum of 101 − place over the ballots that name it. In lists settled: exact below 1,000. */
  points: z.optional(z.number()),
  /** On an open list: how many ballots name it. In lists settled: exact below 100. */
  voters: z.optional(z.number()),
});
export type ListEntry = z.infer<typeof listEntry>;

/** The items of a ballot, the best first. */
export const ballotItems = z.array(id).check(
  z.minLength(1),
  z.maxLength(ballotSize),
  z.refine((ids) => new Set(ids).size === ids.length, 'names an item twice'),
);

/** A person's ballot on a list: what is still on the list, the best first. */
export const ballot = z.object({
  items: z.array(z.object({ itemId: id, kind: kindName, title: z.string(), byline: z.string() })),
});

export const listOrders = ['newest', 'voted'] as const;
export type ListOrder = (typeof listOrders)[number];

import * as z from 'zod/mini';
import { kindName } from '../items/schema.ts';

/** What counts as a contribution; votes, tags and saves do not. */
export const contributionKinds = ['edits', 'items', 'reviews', 'comments', 'proposals'] as const;
export type ContributionKind = (typeof contributionKinds)[number];

const count = z.number();
/** How many of each kind. */
export const contributions = z.object({
  /** Revisions of what items share, after the first. */
  edits: count,
  items: count,
  reviews: count,
  comments: count,
  proposals: count,
});
export type Contributions = z.infer<typeof contributions>;

/** How evenly something was given among those who gave any of it. */
export const spreadView = z.object({
  people: count,
  sum: count,
  /** 0 where all gave the same, near 1 where one gave everything; null where nobody gave any. */
  gini: z.nullable(z.number()),
  /** The most active hundredth, tenth, quarter and half of them, in whole people, and which share they gave. */
  tops: z.array(z.object({ part: z.number(), people: count, share: z.number() })),
  /** Share of people against share of everything, the least first: from [0, 0] to [1, 1]. */
  lorenz: z.array(z.tuple([z.number(), z.number()])),
});
export type SpreadView = z.infer<typeof spreadView>;

/** What was given in a month, `YYYY-MM`. */
export const workMonth = z.object({
  month: z.string(),
  ...contributions.shape,
  /** Of these edits those by people who were new then. */
  newcomers: count,
  /** How many edits were taken back in this month, whenever they were made. */
  reverted: count,
});
export type WorkMonth = z.infer<typeof workMonth>;

/** Those who took their handle in a month, and how their edits fared until now. */
export const cohort = z.object({
  month: z.string(),
  joined: count,
  /** How many of them edited anything. */
  editors: count,
  edits: count,
  /** How many of these edits somebody else took back. */
  reverted: count,
});
export type Cohort = z.infer<typeof cohort>;

/** A person with what they gave. */
export const contributor = z.object({
  by: z.string(),
  ...contributions.shape,
  reverted: count,
  /** Of everything that was given here, 0 to 1. */
  share: z.number(),
});
export type Contributor = z.infer<typeof contributor>;

/** Who does the work of the whole site. */
export const siteWork = z.object({
  /** How many people have a handle. */
  people: count,
  edits: spreadView,
  all: spreadView,
  months: z.array(workMonth),
  cohorts: z.array(cohort),
  /** Who gave most. Numbers above 15 are rounded down by an eighth at most, so that a list of everybody stays cheap. */
  contributors: z.array(contributor),
});

/** Who does the work of one item. Here the first wording counts as an edit too, once there is a second. */
export const itemWork = z.object({
  item: z.object({ id: z.string(), kind: kindName, title: z.string() }),
  /** Who added it; `by` is null for a former member. */
  added: z.object({ by: z.nullable(z.string()), at: z.string() }),
  /** Reviews are each person’s own: they stand here as a number alone. */
  reviews: count,
  edits: spreadView,
  all: spreadView,
  months: z.array(workMonth),
  /** Who gave most, exactly; at most fifty. */
  contributors: z.array(contributor),
  /** How many more people gave something. */
  others: count,
});

/** What one person gave in public: in all, and by day of a year. */
export const personWork = z.object({
  handle: z.string(),
  year: z.string(),
  /** The years with anything, the latest first. */
  years: z.array(z.string()),
  totals: contributions,
  /** How many of the edits somebody else took back. */
  reverted: count,
  /** The days of the year with anything, `YYYY-MM-DD`, in order. */
  days: z.array(z.object({ day: z.string(), ...contributions.shape })),
});

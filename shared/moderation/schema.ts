import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { line, prose } from '../text.ts';

/** What can be flagged. */
export const flaggable = ['items', 'reviews', 'revisions', 'proposals', 'comments', 'lists', 'replies'] as const;
export type Flaggable = (typeof flaggable)[number];
/** What the steward can take the text off where the law demands it. */
export const removable = ['reviews', 'revisions', 'comments', 'lists', 'replies', 'proposals'] as const;
export type Removable = (typeof removable)[number];

export const flagReasons = ['spam', 'abuse', 'off-topic', 'false', 'duplicate', 'illegal', 'other'] as const;
export const flagReason = z.enum(flagReasons);
export type FlagReason = z.infer<typeof flagReason>;

/** What one says about a flag, for the steward alone. */
export const flagWords = prose(500);
/** What is said about an act, for everybody. */
export const actWords = line(500);

/** How many flagged for what. */
export const reasonCounts = z.partialRecord(flagReason, z.number());
export type ReasonCounts = z.infer<typeof reasonCounts>;

/** That something is folded, as whatever shows it says. */
export const folded = z.object({
  /** The act of moderation that folded it. */
  act: id,
  flags: z.number(),
  /** What most flags were for. */
  reason: flagReason,
});
export type Folded = z.infer<typeof folded>;

export const deeds = ['folded', 'unfolded', 'removed', 'banned', 'unbanned', 'appointed'] as const;
export const deed = z.enum(deeds);

/** The rules by which something is done without anybody deciding it. */
export const rules = ['flags', 'taken-back', 'votes', 'appeal'] as const;
export const rule = z.enum(rules);

export const judgements = ['agree', 'disagree'] as const;
export const judgement = z.enum(judgements);
export type Judgement = z.infer<typeof judgement>;

/** An act of moderation, as everybody sees it. */
export const act = z.object({
  id,
  did: deed,
  /** What it is about, as it was called then. */
  about: z.object({ title: z.string(), href: z.string() }),
  at: z.string(),
  /** The handle of the steward who did it; null where a rule did, or for a former member. */
  by: z.nullable(z.string()),
  rule: z.optional(rule),
  /** The flags it was done for. */
  flags: z.optional(z.object({ count: z.number(), weight: z.number(), needs: z.number(), reasons: reasonCounts })),
  /** Why, in the words of who did it; empty where a rule did. */
  words: z.string(),
  /** Until when somebody is banned; ISO 8601. */
  until: z.optional(z.string()),
  agree: z.number(),
  disagree: z.number(),
  /** How many more have to disagree than agree for it to be undone; absent where votes cannot undo it. */
  needs: z.optional(z.number()),
  /** The act that undid this one. */
  undone: z.optional(id),
  /** The act that this one undid. */
  undoes: z.optional(id),
  /** The proposal by which this one was done. */
  proposal: z.optional(id),
});
export type Act = z.infer<typeof act>;

/** A ban in force. */
export const ban = z.object({ act: id, until: z.string(), reason: z.string() });
export type Ban = z.infer<typeof ban>;

/** Something that was flagged and is not folded, as the steward sees it. */
export const flaggedThing = z.object({
  what: z.enum(flaggable),
  target: z.string(),
  about: z.object({ title: z.string(), href: z.string() }),
  /** When it was flagged first. */
  at: z.string(),
  flags: z.number(),
  weight: z.number(),
  needs: z.number(),
  reasons: reasonCounts,
});
export type FlaggedThing = z.infer<typeof flaggedThing>;

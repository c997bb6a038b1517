import * as z from 'zod/mini';
import { maturities } from '../holds/schema.ts';

/** What one may need to have earned, from the first to the last. */
export const powers = ['comment', 'flag', 'propose', 'judge', 'edit', 'block', 'patrol', 'decide'] as const;
export const power = z.enum(powers);
export type Power = z.infer<typeof power>;

/** How far one is trusted, from the least to the most. */
export const levels = ['new', 'known', 'proven', 'trusted'] as const;
export const level = z.enum(levels);
export type Level = z.infer<typeof level>;

/** What one level takes, all of it at once. */
export const requirement = z.object({
  level,
  /** Days since the handle was chosen. */
  days: z.number(),
  /** Good outcomes: items on which one’s edits stand, twice the proposals applied, people who found something useful. */
  outcomes: z.number(),
  /** Different people who found something of one’s own useful. */
  people: z.number(),
  /** What part of everything may have been reverted or folded, 0 to 1. */
  lost: z.number(),
});
export type Requirement = z.infer<typeof requirement>;

/** What holds on a site of so many people and more. */
export const trustTerms = z.object({
  maturity: z.enum(maturities),
  /** People with a handle from which on it holds. */
  from: z.number(),
  /** From the second level on: the first takes nothing. */
  requirements: z.array(requirement),
  /** The level that each power takes. */
  powers: z.record(power, level),
  /** For how many a flag counts, by the level of who gives it. */
  flagWeight: z.record(level, z.number()),
});
export type TrustTerms = z.infer<typeof trustTerms>;

/** The signals that a level follows from. */
export const signals = z.object({
  days: z.number(),
  /** Different items on which edits of this person stand, as far as they are told apart (at most 64). */
  items: z.number(),
  /** Proposals of this person that were applied and not reverted. */
  applied: z.number(),
  /** Different people who found something of this person’s useful, as far as they are told apart (at most 64). */
  people: z.number(),
  /** The three together: items, twice the proposals, people. */
  outcomes: z.number(),
  edits: z.number(),
  reverted: z.number(),
  folded: z.number(),
  /** What part of it all was reverted or folded; what is folded weighs three times. */
  lost: z.number(),
});
export type Signals = z.infer<typeof signals>;

import * as z from 'zod/mini';
import { id } from '../ids.ts';

/**
 * What holds a vote or a review back: its author’s account is young, or acts together with others only; and a review alone:
 * it is of its author’s own, one of many that newcomers wrote of one item at once, or says what another one said before.
 */
export const holdRules = ['young', 'together', 'own', 'burst', 'duplicate'] as const;
export const holdRule = z.enum(holdRules);
export type HoldRule = z.infer<typeof holdRule>;

/**
 * Why a vote or a review is left out of rankings, and until when: a full hour, ISO 8601. What is `own` or `duplicate` is then
 * looked at again. `like` is the review that a duplicate says the same as.
 */
export const hold = z.object({ rule: holdRule, until: z.string(), like: z.optional(id) });
export type Hold = z.infer<typeof hold>;

/** What one rule holds back of an item; `due` counts them by the hour (since 1970) from which on they count. */
export type HeldSum = {
  up: number;
  down: number;
  upMinutes: number;
  ratings: number[];
  reviews: number;
  due: Record<string, number>;
};
export type HeldSums = Partial<Record<HoldRule, HeldSum>>;

const heldByRule = z.object({
  rule: holdRule,
  up: z.number(),
  down: z.number(),
  /** Half-star ratings as counts, as in an item’s counts. */
  ratings: z.array(z.number()).check(z.length(10)),
  reviews: z.number(),
  /** When the first of them is due, ISO 8601. */
  next: z.string(),
});

/** A score as it is, and as it would be if what is held counted; null where there is none to show. */
const twoReadings = z.object({ without: z.nullable(z.number()), with: z.nullable(z.number()) });

/** What is held back of an item, by rule, and how its main scores read without and with it. */
export const held = z.object({
  rules: z.array(heldByRule),
  scores: z.object({ best: twoReadings, average: twoReadings }),
});
export type Held = z.infer<typeof held>;

/** When accounts count as acting together. */
const togetherTerms = z.object({
  /** Votes of new accounts on one item within an hour, from which on they are looked at. */
  arrivals: z.number(),
  /** How many accounts make a group. */
  accounts: z.number(),
  /** How many votes all of a group have in common that hardly anybody else gave. */
  shared: z.number(),
  /** What part of all who voted so on an item the group must be, for that vote to be one of them. */
  part: z.number(),
  /** How alike the votes of any two of them are: those in common by those of either. */
  alike: z.number(),
});
export type TogetherTerms = z.infer<typeof togetherTerms>;

/** When reviews of one item by newcomers are too many at once. */
const burstTerms = z.object({
  /** How many within a day (24 hours). */
  reviews: z.number(),
  /** What part of all reviews of the item they are. */
  part: z.number(),
  /** Only newcomers with no more reviews than so. */
  few: z.number(),
});
export type BurstTerms = z.infer<typeof burstTerms>;

export const maturities = ['young', 'growing', 'grown'] as const;
export type Maturity = (typeof maturities)[number];
/** What holds on a site of so many people and more. */
export const holdTerms = z.object({
  maturity: z.enum(maturities),
  /** People with a handle from which on it holds. */
  from: z.number(),
  /** Votes and reviews of an account wait until it is so old, in hours. */
  youngHours: z.number(),
  together: z.nullable(togetherTerms),
  burst: z.nullable(burstTerms),
});
export type HoldTerms = z.infer<typeof holdTerms>;

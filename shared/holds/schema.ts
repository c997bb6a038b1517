import * as z from 'zod/mini';

/** What holds a vote or a review back: its author’s account is young, or acts together with others only. */
export const holdRules = ['young', 'together'] as const;
export const holdRule = z.enum(holdRules);
export type HoldRule = z.infer<typeof holdRule>;

/** Why a vote or a review is left out of rankings, and until when: a full hour, ISO 8601. */
export const hold = z.object({ rule: holdRule, until: z.string() });
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

export const maturities = ['young', 'growing', 'grown'] as const;
/** What holds on a site of so many people and more. */
export const holdTerms = z.object({
  maturity: z.enum(maturities),
  /** People with a handle from which on it holds. */
  from: z.number(),
  /** Votes and reviews of an account wait until it is so old, in hours. */
  youngHours: z.number(),
  together: z.nullable(togetherTerms),
});
export type HoldTerms = z.infer<typeof holdTerms>;

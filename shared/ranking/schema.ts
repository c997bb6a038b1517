import * as z from 'zod/mini';
import { id } from '../ids.ts';

export const orders = ['hot', 'top', 'new', 'rising', 'best', 'controversial', 'reviewed', 'saved'] as const;
export const order = z.enum(orders);
export type Order = z.infer<typeof order>;

export const windows = ['day', 'week', 'month', 'year', 'all'] as const;
export const windowName = z.enum(windows);
export type WindowName = z.infer<typeof windowName>;

/** One step of an explanation: what it is, the arithmetic with numbers, its value. */
export const explanation = z.object({
  order,
  /** The formula in words of arithmetic, as the ranking page shows it. */
  formula: z.string(),
  /** The numbers that go in, by name. */
  inputs: z.array(z.object({ name: z.string(), value: z.number() })),
  /** The formula with the numbers filled in. */
  working: z.string(),
  /** What the row is sorted by, highest first; null where the item has no place in this order. */
  score: z.nullable(z.number()),
});
export type Explanation = z.infer<typeof explanation>;

/** A version of the parameters: from when it is in force, the proposal that made it, and what that changed. */
export const rankingVersionMade = z.object({
  version: z.string(),
  /** Null for the one that the site began with. */
  at: z.nullable(z.string()),
  proposal: z.nullable(id),
  summary: z.string(),
  changed: z.array(z.object({ name: z.string(), from: z.number(), to: z.number() })),
});
export type RankingVersionMade = z.infer<typeof rankingVersionMade>;

import * as z from 'zod/mini';

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

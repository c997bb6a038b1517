import * as z from 'zod/mini';
import { id } from '../ids.ts';

const number = z.number();

/** Edits that were given about the same odds: how many, the odds on average, and which share of them stayed. */
export const reliabilityBin = z.object({ from: number, to: number, edits: number, predicted: number, stayed: number });
export type ReliabilityBin = z.infer<typeof reliabilityBin>;

/** How odds would have done on the last fifth of contests, learned from those before. */
export const calibration = z.object({
  contests: number,
  /** The first of them, ISO 8601. */
  since: z.string(),
  /** Minus the mean logarithm of the odds of what happened: the lower the better. */
  logLoss: number,
  /** The same, had everything been given the share that stayed before. */
  baseline: number,
  bins: z.array(reliabilityBin),
});
export type Calibration = z.infer<typeof calibration>;

/** What was learned, without people and items. */
export const oddsModel = z.object({
  /** The moment of learning, ISO 8601: also the version. */
  at: z.string(),
  /** Settled edits that there are, of anybody. */
  settled: number,
  /** How many contests were learned from, of how many people and items, and which share of their edits stayed. */
  contests: number,
  people: number,
  items: number,
  stayed: number,
  /** What all edits are up against, and what adding an item gives its adder; absent where nothing was learned. */
  learned: z.nullable(z.object({ bias: number, owner: number, logLikelihood: number, iterations: number })),
  calibration: z.nullable(calibration),
});
export type OddsModel = z.infer<typeof oddsModel>;

/** The odds of an edit of yours, and what they come from: each above 0 speaks for the edit, below 0 against it. */
export const myOdds = z.object({
  itemId: id,
  /** 0 to 1; null where there is not enough history. */
  odds: z.nullable(number),
  reasons: z.nullable(
    z.object({
      you: z.object({ value: number, edits: number }),
      /** Because you added the item; 0 where you did not. */
      added: number,
      /** Null where the item has too little history: it counts as average. */
      item: z.nullable(z.object({ value: number, edits: number })),
      usual: number,
      /** Edits of others in the last hour and open proposals of others. */
      competing: number,
    }),
  ),
  /** When it was learned, ISO 8601; null where it never was. */
  at: z.nullable(z.string()),
});
export type MyOdds = z.infer<typeof myOdds>;

import { cardOf } from '../projection.ts';

/** A review as lists show it, for whoever lists it by themselves. What writes reviews does without. */
export const reviewCardOf = cardOf;

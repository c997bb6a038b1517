import type { OwnWrites } from '../../client/own-writes.ts';
import { noteOwnWrite, withOwnWrite } from '../../client/own-writes.ts';

const key = (itemId: string, index: number) => `rating:${itemId}:${index}`;

/** Lays a change of my own rating over an item's histogram. */
export function noteRating(
  itemId: string,
  shown: readonly number[],
  before: number | undefined,
  after: number | undefined,
): void {
  if (before === after) return;
  for (const [rating, change] of [
    [before, -1],
    [after, 1],
  ] as const) {
    if (rating === undefined) continue;
    const index = rating * 2 - 1;
    noteOwnWrite(key(itemId, index), shown[index] ?? 0, change);
  }
}

/** An item's histogram with my own rating in it. */
export function ratingsWithMine(own: OwnWrites, itemId: string, shown: readonly number[]): number[] {
  return shown.map((count, index) => withOwnWrite(own, key(itemId, index), count));
}

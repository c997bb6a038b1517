import type { Row } from '#functions/table/table.ts';
import type { VoteValue } from '#shared/votes/schema.ts';
import { isMarks, targetOf, voteOn } from './table.ts';

export { accountIsOpen, clearOwnRatings, closeMarks, ownRatingChange } from './table.ts';

/** A person's vote on an item, as just cast. */
export async function myVote(personId: string, itemId: string): Promise<VoteValue | undefined> {
  return (await voteOn(personId, itemId))?.value;
}

/** The items that a person reviewed, from all of the person's rows. */
export function reviewedItems(rows: readonly Row[]): string[] {
  return rows
    .filter(isMarks)
    .flatMap((row) => Object.keys(row))
    .flatMap((name) => targetOf('s', name) ?? []);
}

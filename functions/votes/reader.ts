import type { Row } from '#functions/table/table.ts';
import { isMarks, targetOf } from './table.ts';

export {
  accountIsOpen,
  clearOwnRatings,
  closeMarks,
  ownRatingChange,
  removeLeftHold,
  replaceVote,
  voteOn,
  votesOf,
} from './table.ts';

/** The items that a person reviewed, from all of the person's rows. */
export function reviewedItems(rows: readonly Row[]): string[] {
  return rows
    .filter(isMarks)
    .flatMap((row) => Object.keys(row))
    .flatMap((name) => targetOf('s', name) ?? []);
}

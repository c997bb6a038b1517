import { releaseReview } from '#functions/reviews/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { releaseSave } from '#functions/saves/reader.ts';
import { removeLeftHold, replaceVote } from '#functions/votes/reader.ts';
import { readVote, writeVote } from '#shared/votes/rules.ts';
import { dueHolds, type HeldEntry, holdOf, lines } from './table.ts';

const pageSize = 200;
const atOnce = 16;

/**
 * Takes the hold off every vote, save and review that is due, the longest due first, and away where it was left of a vote. What was withdrawn or changed meanwhile
 * is left alone; the stream then moves the sums. Run again, it goes on with what is left.
 */
export async function releaseDue(now: Date, isOver: () => boolean): Promise<{ released: number; finished: boolean }> {
  let released = 0;
  for (let line = 0; line < lines; line++) {
    let after: string | undefined;
    do {
      if (isOver()) return { released, finished: false };
      const page = await dueHolds(line, now, after, pageSize);
      const done = await atMost(atOnce, page.rows, release);
      released += done.filter(Boolean).length;
      after = page.last;
    } while (after !== undefined);
  }
  return { released, finished: true };
}

async function release(entry: HeldEntry): Promise<boolean> {
  const { personId, itemId, reviewId, card } = entry;
  if (reviewId) return releaseReview(reviewId, holdOf(entry));
  if (!personId || !itemId) return false;
  if (entry.isSave) return releaseSave(personId, itemId, holdOf(entry));
  const vote = readVote(card);
  if (!vote) return removeLeftHold(personId, itemId, card);
  // Still a newcomer's: groups are looked for right after this, in votes of the last hours.
  const { value, minute, newcomer } = vote;
  return replaceVote(personId, itemId, card, writeVote(value, minute, newcomer ? { newcomer } : {}));
}

import { releaseReview } from '#functions/reviews/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { releaseSave } from '#functions/saves/reader.ts';
import { onComments, removeLeftHold, replaceVote } from '#functions/votes/reader.ts';
import type { HoldTerms } from '#shared/holds/schema.ts';
import { readVote, writeVote } from '#shared/votes/rules.ts';
import { isJudged, judgeDue } from './reviews/judge.ts';
import { dueHolds, type HeldEntry, holdOf, lines } from './table.ts';

const pageSize = 200;
const atOnce = 16;

/**
 * Takes the hold off every vote, save and review that is due, the longest due first, and away where it was left of a vote; what is held for what it is or says is
 * looked at again. What was withdrawn or changed meanwhile is left alone; the stream then moves the sums. Run again, it goes on with what is left.
 */
export async function releaseDue(
  now: Date,
  terms: HoldTerms,
  isOver: () => boolean,
): Promise<{ released: number; finished: boolean }> {
  let released = 0;
  for (let line = 0; line < lines; line++) {
    let after: string | undefined;
    do {
      if (isOver()) return { released, finished: false };
      const page = await dueHolds(line, now, after, pageSize);
      const done = await atMost(atOnce, page.rows, (entry) => release(entry, terms, now));
      released += done.filter(Boolean).length;
      after = page.last;
    } while (after !== undefined);
  }
  return { released, finished: true };
}

async function release(entry: HeldEntry, terms: HoldTerms, now: Date): Promise<boolean> {
  const { personId, itemId, reviewId, card } = entry;
  const hold = holdOf(entry);
  if (reviewId) return isJudged(hold) ? judgeDue(reviewId, hold, terms, now) : releaseReview(reviewId, hold);
  if (!personId || !itemId) return false;
  if (entry.isSave) return releaseSave(personId, itemId, hold);
  const vote = readVote(card);
  if (!vote) return removeLeftHold(personId, itemId, card);
  // Still a newcomer's: groups are looked for right after this, in votes of the last hours.
  const { value, minute, newcomer } = vote;
  if (entry.isComment) return replaceVote(personId, itemId, card, writeVote(value, minute), onComments);
  return replaceVote(personId, itemId, card, writeVote(value, minute, newcomer ? { newcomer } : {}));
}

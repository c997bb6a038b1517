import { isOwner } from '#functions/claims/owners/reader.ts';
import { itemById } from '#functions/items/reader.ts';
import { profileOf } from '#functions/people/reader.ts';
import { holdReview, type ReviewRow, reviewIdBy, reviewsById } from '#functions/reviews/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { footingOf, isBurst, outweighs, reviewHold } from '#shared/holds/rules.ts';
import type { BurstTerms, Hold, HoldTerms } from '#shared/holds/schema.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { copiedReview } from './alike.ts';
import { isWrittenSince, reviewCounts, type WrittenEntry, writtenLines, writtenSince } from './table.ts';

const hour = 3_600_000;
const atOnce = 8;
/** Hours whose reviews are looked at again in a run, besides the one that runs: what a run had no time for comes next. */
const hoursBack = 2;
const pageSize = 50;

/**
 * Looks at the reviews of the last hours, in whichever order, and holds those that are of their
 * author's own, say what another said before, or are of a burst; lets go of those that are so no more. Run again, it finds
 * the same.
 */
export async function judgeReviews(
  now: Date,
  terms: HoldTerms,
  isOver: () => boolean,
): Promise<{ held: number; finished: boolean }> {
  let held = 0;
  // Another line comes first each hour: where time is short, none is always the last.
  const first = Math.floor(now.getTime() / hour);
  for (let at = 0; at < writtenLines; at++) {
    const written = await writtenLately(now, (first + at) % writtenLines);
    const fresh = written.filter((entry) => isWrittenSince(entry, now.getTime() - hoursBack * hour));
    for (let from = 0; from < fresh.length; from += pageSize) {
      if (isOver()) return { held, finished: false };
      const ids = await atMost(atOnce, fresh.slice(from, from + pageSize), reviewOf);
      const rows = await reviewsById(ids.filter((id) => id !== undefined));
      const done = await atMost(atOnce, [...rows.values()], async (row) => !isOver() && judge(row, terms, now));
      held += done.filter(Boolean).length;
    }
    if (terms.burst) held += await holdBursts(written, terms.burst, now, isOver);
  }
  return { held, finished: !isOver() };
}

const reviewOf = async ({ itemId, reviewId, personId }: WrittenEntry) =>
  personId === undefined ? reviewId : reviewIdBy(itemId, personId);

/** What was written in the last 24 hours, in a line. */
async function writtenLately(now: Date, line: number): Promise<WrittenEntry[]> {
  const since = now.getTime() - 24 * hour;
  const midnight = Math.floor(now.getTime() / (24 * hour)) * 24 * hour;
  const [before, today] = await Promise.all([writtenSince(since, line), writtenSince(midnight, line)]);
  return [...before, ...today];
}

/** Judges a review by what it is and says; true where that changed its hold. */
async function judge(review: ReviewRow, terms: HoldTerms, now: Date): Promise<boolean> {
  const found = await reasonFor(review, now);
  const { held } = review;
  if (found) {
    // Nothing new is found, or what is there weighs more and lasts.
    if (held?.rule === found.rule && held.like === found.like) return false;
    if (!isJudged(held) && !outweighs(found, held)) return false;
    return holdReview(review, found, isoSeconds(now));
  }
  return isJudged(held) && holdReview(review, await holdOfAccount(review, terms, now));
}

/** A review whose hold is due for another look: it stays held while there is reason to, or counts. */
export async function judgeDue(reviewId: string, due: Hold, terms: HoldTerms, now: Date): Promise<boolean> {
  const review = (await reviewsById([reviewId])).get(reviewId);
  if (review?.held?.rule !== due.rule || review.held.until !== due.until) return false;
  return holdReview(review, (await reasonFor(review, now)) ?? (await holdOfAccount(review, terms, now)));
}

/** Held for what is looked at again. */
export const isJudged = (held: Hold | undefined): held is Hold => held?.rule === 'own' || held?.rule === 'duplicate';

async function reasonFor(review: ReviewRow, now: Date): Promise<Hold | undefined> {
  const copied = await copiedReview(review);
  if (copied !== undefined) return reviewHold('duplicate', now, copied);
  return (await isOfOwn(review)) ? reviewHold('own', now) : undefined;
}

async function isOfOwn({ itemId, byId, about }: ReviewRow): Promise<boolean> {
  if (byId === undefined) return false;
  if (await isOwner(itemId, byId)) return true;
  return kinds[about.kind].addedByMaker === true && (await itemById(itemId))?.byId === byId;
}

/** What holds a review that nothing else holds: its author’s account is young. */
async function holdOfAccount({ byId }: ReviewRow, terms: HoldTerms, now: Date): Promise<Hold | undefined> {
  const profile = byId === undefined ? undefined : await profileOf(byId);
  return footingOf(profile?.at, terms, now).hold;
}

/** Holds the reviews by newcomers of items where too many came within a day. */
async function holdBursts(
  written: readonly WrittenEntry[],
  terms: BurstTerms,
  now: Date,
  isOver: () => boolean,
): Promise<number> {
  const byItem = Map.groupBy(
    written.filter(({ card }) => card === 'new'),
    ({ itemId }) => itemId,
  );
  let held = 0;
  for (const [itemId, entries] of byItem) {
    if (entries.length < terms.reviews || isOver()) continue;
    held += await holdBurst(itemId, entries, terms, now);
  }
  return held;
}

async function holdBurst(
  itemId: string,
  entries: readonly WrittenEntry[],
  terms: BurstTerms,
  now: Date,
): Promise<number> {
  const rows = [...(await reviewsById(entries.flatMap(({ reviewId }) => reviewId ?? []))).values()];
  const counts = await reviewCounts(itemId, [...new Set(rows.flatMap(({ byId }) => byId ?? []))]);
  const few = rows.filter(({ byId }) => byId !== undefined && counts.by(byId) <= terms.few);
  if (!isBurst(few.length, counts.ofItem, terms)) return 0;
  const hold = reviewHold('burst', now);
  const done = await atMost(
    atOnce,
    few,
    async (row) => outweighs(hold, row.held) && holdReview(row, hold, isoSeconds(now)),
  );
  return done.filter(Boolean).length;
}

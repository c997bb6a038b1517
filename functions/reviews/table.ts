import { itemKey } from '#functions/items/reader.ts';
import { type Profile, profileKey } from '#functions/people/reader.ts';
import { conditionFailed, failedConditions } from '#functions/table/failures.ts';
import {
  getRow,
  getRows,
  type Key,
  keyText,
  queryAll,
  queryCards,
  queryRows,
  type Row,
  transact,
  updateRow,
  writeRows,
} from '#functions/table/table.ts';
import { ownRatingChange } from '#functions/votes/reader.ts';
import type { Hold } from '#shared/holds/schema.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { wordingsShown } from '#shared/reviews/rules.ts';
import type { MarkCounts, Review } from '#shared/reviews/schema.ts';

/** The fact of a review. What it is about is kept as it was called then. */
export type ReviewRow = Row & { type: 'review' } & Omit<Review, 'by' | 'marks' | 'more'> & {
    by?: string;
    byId?: string;
    /** Came from a file and was not touched here since. */
    imported?: true;
    about: { id: string; kind: KindName; title: string };
  };
export type ReviewVersion = Row & { type: 'reviewVersion'; revision: number; rating: number; text: string; at: string };
/** What the projector knows of a review: its votes, and what lists show of it while it stands. */
export type ReviewStanding = MarkCounts & {
  review?: Omit<Review, 'marks'> & { byId?: string; about: ReviewRow['about'] };
};

export const reviewKey = (reviewId: string): Key => ({ pk: `RV#${reviewId}`, sk: 'FACT' });
export const reviewStandingKey = (reviewId: string): Key => ({ pk: `RV#${reviewId}`, sk: 'STANDING' });
const versionList = (reviewId: string) => ({ pk: `RV#${reviewId}`, begins: 'V#' });
const versionKey = (reviewId: string, revision: number): Key => {
  const { pk, begins } = versionList(reviewId);
  return { pk, sk: `${begins}${String(revision).padStart(6, '0')}` };
};
/** The review that an earlier wording is of. */
export const reviewOfVersion = ({ pk }: Key) => pk.slice(reviewKey('').pk.length);
/** A list of an item's reviews: by helpfulness, by time or by rating, of all or of one number of stars. */
export const reviewListPartition = (itemId: string, list: 'helpful' | 'newest' | 'rating', stars?: string) =>
  stars ? `IR#${itemId}#${list}#${stars}` : `IR#${itemId}#${list}`;

/** What posting needs to know, in one round trip: the caller's profile, the item, the caller's review so far. */
export async function beforePosting(personId: string, itemId: string, reviewId: string) {
  const rows = await getRows([profileKey(personId), itemKey(itemId), reviewKey(reviewId)], { strong: true });
  return {
    profile: rows.get(keyText(profileKey(personId))) as Profile | undefined,
    item: rows.get(keyText(itemKey(itemId))),
    review: rows.get(keyText(reviewKey(reviewId))) as ReviewRow | undefined,
  };
}

/** Stores a person's first review of an item with the person's own rating; false where one is there already. */
export async function storeFirstReview(review: ReviewRow, personId: string): Promise<boolean> {
  return stored([
    { put: review, condition: 'attribute_not_exists(pk)' },
    ownRatingChange(personId, review.itemId, review.rating),
  ]);
}

/** Replaces a review that is still at the revision before, keeping the earlier wording; false where it moved on. */
export async function storeEditedReview(review: ReviewRow, before: ReviewRow, personId: string): Promise<boolean> {
  const { revision, rating, text } = before;
  const version: ReviewVersion = {
    ...versionKey(before.id, revision),
    type: 'reviewVersion',
    revision,
    rating,
    text,
    at: before.editedAt ?? before.at,
  };
  return stored([
    { put: review, condition: 'revision = :before', values: { ':before': revision } },
    { put: version },
    ownRatingChange(personId, review.itemId, review.rating),
  ]);
}

/** Takes this hold off a review, which stays as it is otherwise. False where it has it no more, or none is there. */
export async function releaseReview(reviewId: string, { rule, until }: Hold): Promise<boolean> {
  try {
    await updateRow(reviewKey(reviewId), {
      UpdateExpression: 'REMOVE held',
      ConditionExpression: 'held.#rule = :rule AND held.#until = :until',
      ExpressionAttributeNames: { '#rule': 'rule', '#until': 'until' },
      ExpressionAttributeValues: { ':rule': rule, ':until': until },
    });
    return true;
  } catch (error) {
    if (conditionFailed(error)) return false;
    throw error;
  }
}

/**
 * Deletes a review's earlier wordings and then, at the revision they were read for, the review with the person's own
 * rating: wherever this is cut off, no wording is left behind for a later review to bring back. False where there is
 * no review any more.
 */
export async function removeReview(reviewId: string, itemId: string, personId: string): Promise<boolean> {
  for (;;) {
    const review = await reviewById(reviewId, { strong: true });
    const versions = await queryAll({ ...versionList(reviewId), strong: true });
    await writeRows(versions.map((version) => ({ delete: version })));
    if (!review) return false;
    const removed = await stored([
      { delete: reviewKey(reviewId), condition: 'revision = :read', values: { ':read': review.revision } },
      ownRatingChange(personId, itemId, undefined),
    ]);
    if (removed) return true;
    // Edited meanwhile, which kept one more wording; or withdrawn.
  }
}

async function stored(writes: Parameters<typeof transact>[0]): Promise<boolean> {
  try {
    await transact(writes);
    return true;
  } catch (error) {
    if (failedConditions(error)) return false;
    throw error;
  }
}

/** A review's fact; `strong` sees one posted a moment ago. */
export async function reviewById(reviewId: string, options: { strong?: boolean } = {}): Promise<ReviewRow | undefined> {
  return getRow<ReviewRow>(reviewKey(reviewId), options);
}

/** The facts of reviews, by id, with every write before seen; without those that are none. */
export async function reviewsById(reviewIds: readonly string[]): Promise<Map<string, ReviewRow>> {
  const rows = await getRows(reviewIds.map(reviewKey), { strong: true });
  return new Map(([...rows.values()] as ReviewRow[]).map((row) => [row.id, row]));
}

/** A review's votes as the projector knows them. */
export async function reviewMarks(reviewId: string): Promise<MarkCounts> {
  const standing = await getRow<ReviewStanding & Row>(reviewStandingKey(reviewId));
  return { useful: standing?.useful ?? 0, funny: standing?.funny ?? 0, cool: standing?.cool ?? 0 };
}

/** A review's earlier wordings, newest first; the last hundred. */
export async function versionsOf(reviewId: string): Promise<ReviewVersion[]> {
  const { rows } = await queryRows<ReviewVersion>({ ...versionList(reviewId), descending: true, limit: wordingsShown });
  return rows;
}

/** A page of one of an item's review lists: written JSON of each. */
export async function reviewList(query: Parameters<typeof queryRows>[0]) {
  return queryCards(query);
}

import { readCursor } from '#functions/table/cursor.ts';
import { pageText } from '#functions/table/listing.ts';
import { ordered } from '#functions/table/ordered.ts';
import { AppError } from '#shared/app-error.ts';
import { sortableNumber } from '#shared/ranking/sort-key.ts';
import type { MarkCounts, Review, ReviewOrder } from '#shared/reviews/schema.ts';
import { type ReviewRow, reviewById, reviewList, reviewListPartition, reviewMarks } from './table.ts';

export {
  type ReviewRow,
  type ReviewStanding,
  type ReviewVersion,
  releaseReview,
  reviewKey,
  reviewOfVersion,
  reviewStandingKey,
  reviewsById,
  versionsOf,
} from './table.ts';

const pageSize = 10;

/** A review as the contract gives it out. */
export function reviewOf(row: ReviewRow, marks: MarkCounts): Review {
  const { id, itemId, rating, text, aspects, experiencedOn, licence, by, at, editedAt, revision, held } = row;
  return {
    id,
    itemId,
    rating,
    text,
    more: false,
    aspects: ordered(aspects),
    experiencedOn,
    licence,
    by: by ?? null,
    at,
    editedAt,
    revision,
    held,
    marks,
  };
}

/** A person's own review, as just written; undefined if there is none. */
export async function myReview(reviewId: string): Promise<Review | undefined> {
  const [row, marks] = await Promise.all([reviewById(reviewId, { strong: true }), reviewMarks(reviewId)]);
  return row ? reviewOf(row, marks) : undefined;
}

/** A review's fact, with every write before seen. @throws review_not_found */
export async function requireReview(reviewId: string): Promise<ReviewRow> {
  const review = await reviewById(reviewId, { strong: true });
  if (!review) throw new AppError('review_not_found');
  return review;
}

type ListQuery = { order: ReviewOrder; stars?: string; cursor?: string };

/** A page of an item's reviews as JSON text: `{"entries":[…],"next":…}`. @throws invalid_cursor */
export async function reviewsPage(itemId: string, { order, stars, cursor }: ListQuery): Promise<string> {
  const byRating = order === 'highest' || order === 'lowest';
  // By rating, one number of stars is a stretch of the whole list: 4 stars are 3½ and 4.
  const pk = reviewListPartition(itemId, byRating ? 'rating' : order, byRating ? undefined : stars);
  const range =
    byRating && stars ? { from: sortableNumber(Number(stars) - 0.5), to: `${sortableNumber(Number(stars))}~` } : {};
  const after = readCursor(pk, cursor);
  // A cursor from another stretch of the same list would leave the stretch asked for.
  if (after !== undefined && range.from !== undefined && (after < range.from || after > range.to)) {
    throw new AppError('invalid_cursor');
  }
  const { rows } = await reviewList({ pk, ...range, descending: order !== 'lowest', limit: pageSize + 1, after });
  return pageText(pk, rows, pageSize);
}

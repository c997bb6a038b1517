import { readCursor } from '#functions/table/cursor.ts';
import { pageText } from '#functions/table/listing.ts';
import { ordered } from '#functions/table/ordered.ts';
import { AppError } from '#shared/app-error.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import { sortableNumber } from '#shared/ranking/sort-key.ts';
import { type Facets, facet } from '#shared/reviews/rules.ts';
import type { Review, ReviewOrder } from '#shared/reviews/schema.ts';
import {
  emptyVersions,
  type Judged,
  type ReviewRow,
  reviewById,
  reviewList,
  reviewListPartition,
  reviewMarks,
  textRemoval,
} from './table.ts';

export {
  holdReview,
  type ReviewRow,
  type ReviewStanding,
  type ReviewVersion,
  releaseReview,
  reviewIdBy,
  reviewKey,
  reviewMarks,
  reviewOfVersion,
  reviewStandingKey,
  reviewsById,
  versionsOf,
  writtenAt,
} from './table.ts';

const pageSize = 10;

/** A review as the contract gives it out. */
export function reviewOf(row: ReviewRow, { folded, reply, ...marks }: Judged): Review {
  const {
    id,
    itemId,
    rating,
    text,
    aspects,
    experiencedOn,
    party,
    licence,
    by,
    at,
    editedAt,
    revision,
    held,
    removed,
  } = row;
  return {
    id,
    itemId,
    rating,
    text,
    more: false,
    aspects: ordered(aspects),
    experiencedOn,
    party,
    licence,
    by: by ?? null,
    at,
    editedAt,
    revision,
    held,
    folded: foldOf(folded),
    removed,
    marks,
    ...(reply ? { reply } : {}),
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

/** What taking the text off a review comes to, for an act of moderation; undefined where there is no review. */
export async function reviewTextRemoval(reviewId: string, act: string) {
  const review = await reviewById(reviewId, { strong: true });
  return (
    review && {
      about: { title: `A review of ${review.about.title}`, href: `/r/${reviewId}` },
      authorId: review.byId,
      itemId: review.itemId,
      removed: review.removed,
      writes: [textRemoval(review, act)],
      finish: () => emptyVersions(reviewId),
    }
  );
}

type ListQuery = Facets & { order: ReviewOrder; stars?: string; which?: 'counted' | 'held'; cursor?: string };

/** How many places of a list are looked at for one page of what is filtered: about 20 read units where they are full. */
const lookedAt = 250;

/** What a page is filtered by beside its stars. */
function filterOf(query: ListQuery) {
  const wanted = (['party', 'season', 'year', 'aspect'] as const).flatMap((name) => {
    const value = query[name];
    return value === undefined ? [] : [facet(name, value)];
  });
  if (wanted.length === 0) return undefined;
  return {
    filter: wanted.map((_, at) => `contains(facets, :facet${at})`).join(' AND '),
    values: Object.fromEntries(wanted.map((text, at) => [`:facet${at}`, text])),
    limit: lookedAt,
  };
}

/**
 * A page of an item's reviews as JSON text: `{"entries":[…],"next":…}`. Always one request: where few of those looked at are
 * what is asked for the page is short, and leads on. @throws invalid_cursor
 */
export async function reviewsPage(itemId: string, query: ListQuery): Promise<string> {
  const { order, stars, cursor } = query;
  if (query.which === 'held') {
    const pk = reviewListPartition(itemId, 'held');
    const { rows } = await reviewList({ pk, descending: true, limit: pageSize + 1, after: readCursor(pk, cursor) });
    return pageText(pk, rows, pageSize);
  }
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
  const filter = filterOf(query);
  const { rows, last } = await reviewList({
    pk,
    ...range,
    descending: order !== 'lowest',
    limit: pageSize + 1,
    after,
    ...filter,
  });
  return pageText(pk, rows, pageSize, filter && last);
}

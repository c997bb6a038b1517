import type { Review, ReviewOrder } from '#shared/reviews/schema.ts';
import { call } from '../../client/call.ts';
import { useLoad, usePages } from '../../client/loads.ts';

export type ReviewFilter = { order: ReviewOrder; stars: '1' | '2' | '3' | '4' | '5' | undefined };

export const reviewOrderLabels: Record<ReviewOrder, string> = {
  helpful: 'Most helpful',
  newest: 'Newest',
  highest: 'Highest',
  lowest: 'Lowest',
};

/** An item's reviews. The first page as usual came with the item and is not asked for again. */
export function useReviews(
  itemId: string,
  { order, stars }: ReviewFilter,
  first: { entries: Review[]; next: string | null },
) {
  return usePages(`reviews:${itemId}:${order}:${stars ?? ''}`, async (cursor) =>
    cursor === undefined && order === 'helpful' && stars === undefined
      ? first
      : call('listReviews', { params: { itemId }, query: { order, stars, cursor } }),
  );
}

export function useReview(reviewId: string) {
  return useLoad(`review:${reviewId}`, () => call('getReview', { params: { reviewId } }));
}

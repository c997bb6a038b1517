import type { Party, Review, ReviewOrder, Season } from '#shared/reviews/schema.ts';
import { call } from '../../client/call.ts';
import { useLoad, usePages } from '../../client/loads.ts';

export type ReviewFilter = {
  order: ReviewOrder;
  stars?: '1' | '2' | '3' | '4' | '5' | undefined;
  party?: Party | undefined;
  season?: Season | undefined;
  year?: string | undefined;
  aspect?: string | undefined;
};

export const reviewOrderLabels: Record<ReviewOrder, string> = {
  helpful: 'Most helpful',
  newest: 'Newest',
  highest: 'Highest',
  lowest: 'Lowest',
};

/** An item's reviews. The first page as usual came with the item and is not asked for again. */
export function useReviews(itemId: string, filter: ReviewFilter, first: { entries: Review[]; next: string | null }) {
  const { order, stars, party, season, year, aspect } = filter;
  const only = [stars, party, season, year, aspect];
  return usePages(`reviews:${itemId}:${[order, ...only].join(':')}`, async (cursor) =>
    cursor === undefined && order === 'helpful' && only.every((one) => one === undefined)
      ? first
      : call('listReviews', { params: { itemId }, query: { ...filter, cursor } }),
  );
}

/** An item's reviews that do not count for now, newest first; not asked for before they are wanted. */
export function useHeldReviews(itemId: string, wanted: boolean) {
  return usePages(
    `reviews-held:${itemId}`,
    (cursor) => call('listReviews', { params: { itemId }, query: { which: 'held', cursor } }),
    wanted,
  );
}

export function useReview(reviewId: string) {
  return useLoad(`review:${reviewId}`, () => call('getReview', { params: { reviewId } }));
}

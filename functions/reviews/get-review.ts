import type { Handler } from '#functions/http/handler.ts';
import { itemOf, requireItem } from '#functions/items/reader.ts';
import { requireReview, reviewOf } from './reader.ts';
import { reviewMarks, versionsOf } from './table.ts';

export const getReview: Handler<'getReview'> = async ({ params }) => {
  const [row, marks, versions] = await Promise.all([
    requireReview(params.reviewId),
    reviewMarks(params.reviewId),
    versionsOf(params.reviewId),
  ]);
  const item = await requireItem(row.itemId);
  const history = versions.map(({ revision, rating, text, at }) => ({ revision, rating, text, at }));
  return { review: reviewOf(row, marks), item: itemOf(item), history };
};

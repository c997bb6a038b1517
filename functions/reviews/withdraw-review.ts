import type { Handler } from '#functions/http/handler.ts';
import { requireAccount, reviewIdOf } from '#functions/people/reader.ts';
import { removeReview, reviewById } from './table.ts';

export const withdrawReview: Handler<'withdrawReview'> = async ({ params }, context) => {
  const { sub, personId } = context.caller;
  const reviewId = reviewIdOf(sub, params.itemId);
  const [, before] = await Promise.all([requireAccount(context), reviewById(reviewId, { strong: true })]);
  await removeReview(reviewId, params.itemId, personId);
  return { withdrawn: before !== undefined };
};

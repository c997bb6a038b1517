import type { Handler } from '#functions/http/handler.ts';
import { requireAccount, reviewIdOf } from '#functions/people/reader.ts';
import { removeReplyTo } from '#functions/replies/reader.ts';
import { removeReview } from './posting/table.ts';

export const withdrawReview: Handler<'withdrawReview'> = async ({ params }, context) => {
  const { sub, personId } = context.caller;
  const reviewId = reviewIdOf(sub, params.itemId);
  await requireAccount(context);
  const withdrawn = await removeReview(reviewId, params.itemId, personId);
  await removeReplyTo(reviewId);
  return { withdrawn };
};

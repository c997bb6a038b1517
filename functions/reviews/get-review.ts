import { commentsOn } from '#functions/discussions/reader.ts';
import type { Handler } from '#functions/http/handler.ts';
import { itemOf, itemWithStanding, ownersIn } from '#functions/items/reader.ts';
import { replyOf, replyTo } from '#functions/replies/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { targetText } from '#shared/targets.ts';
import { requireReview, reviewOf } from './reader.ts';
import { reviewMarks, versionsOf } from './table.ts';

export const getReview: Handler<'getReview'> = async ({ params }) => {
  const [row, marks, versions, comments, said] = await Promise.all([
    requireReview(params.reviewId),
    reviewMarks(params.reviewId),
    versionsOf(params.reviewId),
    commentsOn(targetText({ what: 'reviews', id: params.reviewId })),
    replyTo(params.reviewId),
  ]);
  const { item, standing } = await itemWithStanding(row.itemId);
  if (!item) throw new AppError('review_not_found');
  const earlier = versions.filter(({ revision }) => revision < row.revision);
  const history = earlier.map(({ revision, rating, text, at }) => ({ revision, rating, text, at }));
  const folded = marks.reply?.folded;
  const reply = said?.reviewAt === row.at ? { ...replyOf(said), ...(folded ? { folded } : {}) } : undefined;
  const review = {
    ...reviewOf(row, marks),
    ...(comments ? { comments } : {}),
    ...(reply ? { reply } : {}),
  };
  return { review, item: itemOf(item), owners: ownersIn(standing), history };
};

import type { Handler } from '#functions/http/handler.ts';
import { requireReview, reviewMarks } from '#functions/reviews/reader.ts';
import { replyOf } from './reader.ts';
import { replyTo, wordingsOfReply } from './table.ts';

export const getReply: Handler<'getReply'> = async ({ params: { reviewId } }) => {
  const [review, reply, versions, marks] = await Promise.all([
    requireReview(reviewId),
    replyTo(reviewId, { strong: true }),
    wordingsOfReply(reviewId),
    reviewMarks(reviewId),
  ]);
  if (reply?.reviewAt !== review.at) return { reply: null, licence: null, wordings: [] };
  const folded = marks.reply?.folded;
  return {
    reply: { ...replyOf(reply), ...(folded ? { folded } : {}) },
    licence: reply.licence,
    wordings: reply.removed
      ? []
      : versions
          .filter(({ revision }) => revision < reply.revision)
          .map(({ revision, text, at }) => ({ revision, text, at })),
  };
};

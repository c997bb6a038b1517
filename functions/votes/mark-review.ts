import type { Handler } from '#functions/http/handler.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { requireReview } from '#functions/reviews/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { isOwnContribution } from '#shared/votes/rules.ts';
import { changeMark } from './table.ts';

export const markReview: Handler<'markReview'> = async ({ params }, context) => {
  const { personId } = context.caller;
  const [profile, review] = await Promise.all([requireAccount(context), requireReview(params.reviewId)]);
  handleOf(profile);
  if (isOwnContribution(review, personId)) throw new AppError('own_contribution');
  return { marks: await changeMark(personId, params.reviewId, params.mark, 'add') };
};

import type { Handler } from '#functions/http/handler.ts';
import { requireMember } from '#functions/people/reader.ts';
import { requireReview } from '#functions/reviews/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { isOwnContribution } from '#shared/votes/rules.ts';
import { changeMark } from './table.ts';

export const markReview: Handler<'markReview'> = async ({ params }, context) => {
  const { personId } = context.caller;
  // A review may be withdrawn at any time: it is looked at each time.
  const [, review] = await Promise.all([requireMember(context), requireReview(params.reviewId)]);
  if (isOwnContribution(review, personId)) throw new AppError('own_contribution');
  const marks = await changeMark(personId, params.reviewId, params.mark, 'add');
  if (!marks) throw new AppError('account_deleted');
  return { marks };
};

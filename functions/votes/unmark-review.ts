import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { changeMark } from './table.ts';

export const unmarkReview: Handler<'unmarkReview'> = async ({ params }, context) => {
  const marks = await changeMark(context.caller.personId, params.reviewId, params.mark, 'remove');
  if (!marks) throw new AppError('account_deleted');
  return { marks };
};

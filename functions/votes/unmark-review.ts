import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { changeMark } from './table.ts';

export const unmarkReview: Handler<'unmarkReview'> = async ({ params }, context) => {
  await requireAccount(context);
  return { marks: await changeMark(context.caller.personId, params.reviewId, params.mark, 'remove') };
};

import type { Handler } from '#functions/http/handler.ts';
import { onComments, removeVote } from '#functions/votes/reader.ts';
import { AppError } from '#shared/app-error.ts';

export const unvoteComment: Handler<'unvoteComment'> = async ({ params }, { caller }) => {
  if (!(await removeVote(caller.personId, params.commentId, onComments))) throw new AppError('account_deleted');
  return { vote: null };
};

import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { removeVote } from './table.ts';

export const withdrawVote: Handler<'withdrawVote'> = async ({ params }, context) => {
  if (!(await removeVote(context.caller.personId, params.itemId))) throw new AppError('account_deleted');
  return { vote: null };
};

import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { removeVote } from './table.ts';

export const withdrawVote: Handler<'withdrawVote'> = async ({ params }, context) => {
  await requireAccount(context);
  await removeVote(context.caller.personId, params.itemId);
  return { vote: null };
};

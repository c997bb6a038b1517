import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { AppError } from '#shared/app-error.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { commentById, removeComment } from './table.ts';

export const withdrawComment: Handler<'withdrawComment'> = async ({ params }, context) => {
  await requireAccount(context);
  const { caller, now } = context;
  return untilDone(async () => {
    const comment = await commentById(params.commentId, { strong: true });
    if (!comment || comment.withdrawn) return { withdrawn: false };
    if (comment.byId !== caller.personId) throw new AppError('not_your_comment');
    return (await removeComment(comment, isoSeconds(now))) ? { withdrawn: true } : undefined;
  });
};

import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { commentById, wordingsOf } from './table.ts';

export const listWordings: Handler<'listWordings'> = async ({ params }) => {
  const [comment, versions] = await Promise.all([commentById(params.commentId), wordingsOf(params.commentId)]);
  if (!comment) throw new AppError('comment_not_found');
  // Of one that is being withdrawn, or whose text is being removed, some may be left for a moment.
  const standing = comment.withdrawn === undefined && comment.removed === undefined ? versions : [];
  return {
    wordings: standing
      .filter(({ revision }) => revision < comment.revision)
      .map(({ revision, text, at }) => ({ revision, text, at })),
  };
};

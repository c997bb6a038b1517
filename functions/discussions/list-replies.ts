import { type Handler, WrittenJson } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { levelPage } from './reader.ts';
import { commentById } from './table.ts';

export const listReplies: Handler<'listReplies'> = async ({ params, query }) => {
  const [comment, page] = await Promise.all([
    commentById(params.commentId),
    levelPage(params.commentId, query.order, query.cursor),
  ]);
  if (!comment) throw new AppError('comment_not_found');
  return new WrittenJson(page.text);
};

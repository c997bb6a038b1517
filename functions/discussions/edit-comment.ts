import type { Handler } from '#functions/http/handler.ts';
import { invalidInput } from '#functions/http/input.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { AppError } from '#shared/app-error.ts';
import { threadOf } from '#shared/discussions/targets.ts';
import { longestIn } from '#shared/discussions/threads.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { mentionsIn } from './mentions.ts';
import { numbersOf } from './pages/table.ts';
import { commentOf } from './reader.ts';
import { type CommentRow, commentById, replaceComment } from './table.ts';

export const editComment: Handler<'editComment'> = async ({ params, body }, context) => {
  const { personId } = context.caller;
  const { text, revision } = body;
  return untilDone(async () => {
    const [profile, before] = await Promise.all([
      requireAccount(context),
      commentById(params.commentId, { strong: true }),
    ]);
    handleOf(profile);
    if (!before) throw new AppError('comment_not_found');
    if (before.withdrawn) throw new AppError('comment_withdrawn');
    if (before.removed) throw new AppError('comment_withdrawn', 'Its text was removed, as the law demanded');
    if (before.byId !== personId) throw new AppError('not_your_comment');
    // The same words again change nothing, as does a repeat of an edit that went through.
    if (before.text === text && (before.revision === revision || before.revision === revision + 1)) {
      return { comment: commentOf(before, await numbersOf(before.id)) };
    }
    if (before.revision !== revision) {
      throw new AppError('comment_conflict', `Your comment is at revision ${before.revision}`);
    }
    const longest = longestIn(threadOf(before), before.parent !== undefined);
    if (text.length > longest)
      throw invalidInput([{ path: 'body.text', message: `has more than ${longest} characters` }]);
    const comment: CommentRow = {
      ...before,
      text,
      mentions: await mentionsIn(text, personId),
      revision: revision + 1,
      editedAt: isoSeconds(context.now),
    };
    // Reworded meanwhile it is refused above; folded or unfolded, it is the same comment.
    if (!(await replaceComment(comment, before, personId))) return undefined;
    return { comment: commentOf(comment, await numbersOf(comment.id)) };
  });
};

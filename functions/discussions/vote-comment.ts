import { footingNow } from '#functions/holds/reader.ts';
import type { Handler } from '#functions/http/handler.ts';
import { requireMember } from '#functions/people/reader.ts';
import { onComments, storeVote } from '#functions/votes/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { minuteOf } from '#shared/ranking/time.ts';
import { isOwnContribution } from '#shared/votes/rules.ts';
import { commentById } from './table.ts';

export const voteComment: Handler<'voteComment'> = async ({ params, body }, context) => {
  const { personId } = context.caller;
  // A comment may be withdrawn at any time: it is looked at each time.
  const [{ hold }, comment] = await Promise.all([
    footingNow(requireMember(context)),
    commentById(params.commentId, { strong: true }),
  ]);
  if (!comment) throw new AppError('comment_not_found');
  if (comment.withdrawn) throw new AppError('comment_withdrawn');
  if (isOwnContribution(comment, personId)) throw new AppError('own_contribution');
  const minute = minuteOf(context.now.getTime());
  const vote = await storeVote(personId, comment.id, body.value, minute, { hold }, onComments);
  if (!vote) throw new AppError('account_deleted');
  return { vote: vote.value, held: vote.hold ?? null };
};

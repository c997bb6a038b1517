import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import type { ReviewMark } from '#shared/reviews/schema.ts';
import { readVote } from '#shared/votes/rules.ts';
import { markName, marksOn } from './table.ts';

export const listMyMarks: Handler<'listMyMarks'> = async ({ query }, { caller }) => {
  const items = query.items ?? [];
  const reviews = query.reviews ?? [];
  const comments = query.comments ?? [];
  const { profile, rows } = await marksOn(caller.personId, [...items, ...reviews, ...comments]);
  if (profile?.deleted) throw new AppError('account_deleted');
  const marks: Record<string, unknown> = Object.assign({}, ...rows);
  return {
    items: Object.fromEntries(
      items.flatMap((id) => {
        const vote = readVote(marks[markName('v', id)])?.value;
        const rating = marks[markName('s', id)] as number | undefined;
        return vote || rating ? [[id, { vote, rating }]] : [];
      }),
    ),
    reviews: Object.fromEntries(
      reviews.flatMap((id) => {
        const set = marks[markName('m', id)] as Set<ReviewMark> | undefined;
        return set && set.size > 0 ? [[id, [...set].sort()]] : [];
      }),
    ),
    comments: Object.fromEntries(
      comments.flatMap((id) => {
        const vote = readVote(marks[markName('c', id)])?.value;
        return vote ? [[id, vote]] : [];
      }),
    ),
  };
};

import { isOwner } from '#functions/claims/owners/reader.ts';
import type { Handler } from '#functions/http/handler.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { requireReview } from '#functions/reviews/reader.ts';
import { requirePower } from '#functions/trust/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { replyOf } from './reader.ts';
import { type ReplyRow, replyKey, replyTo, storeReply } from './table.ts';

export const postReply: Handler<'postReply'> = async ({ params: { reviewId }, body }, context) => {
  const { personId } = context.caller;
  const { text, licence = 'CC-BY-SA-4.0', revision: base } = body;
  const [profile, review, there] = await Promise.all([
    requireAccount(context),
    requireReview(reviewId),
    replyTo(reviewId, { strong: true }),
    requirePower(context, 'comment'),
  ]);
  const by = handleOf(profile);
  const { itemId } = review;
  if (!(await isOwner(itemId, personId))) throw new AppError('not_owner');
  if (review.byId === personId) throw new AppError('own_contribution');
  // To a review that was withdrawn, whose author wrote another one since.
  const before = there?.reviewAt === review.at ? there : undefined;
  const isMine = before?.byId === personId;
  if (before && !isMine && before.byId && (await isOwner(itemId, before.byId))) throw new AppError('reply_taken');
  // The same words again change nothing, as does a repeat of an edit that went through.
  const isRepeated = before?.revision === base || before?.revision === (base ?? 0) + 1;
  if (before && isMine && before.text === text && before.licence === licence && isRepeated)
    return { reply: replyOf(before) };
  if (before?.removed) throw new AppError('reply_conflict', 'Its text was removed, as the law demanded');
  if (base !== before?.revision)
    throw new AppError(
      'reply_conflict',
      before ? `The reply is at revision ${before.revision}` : 'There is no reply to this review',
    );
  const now = isoSeconds(context.now);
  const row: ReplyRow = {
    ...replyKey(reviewId),
    type: 'reply',
    reviewId,
    reviewAt: review.at,
    itemId,
    about: { title: review.about.title, href: `/r/${reviewId}` },
    ...(review.byId ? { targetById: review.byId } : {}),
    by,
    byId: personId,
    at: isMine ? (before?.at ?? now) : now,
    ...(isMine ? { editedAt: now } : {}),
    text,
    licence,
    revision: (before?.revision ?? 0) + 1,
  };
  const failed = await storeReply(row, there, personId);
  if (failed === 'account') throw new AppError('account_deleted');
  if (failed === 'owner') throw new AppError('not_owner');
  if (failed === 'review') throw new AppError('review_not_found');
  if (failed) {
    // A write whose answer got lost is sent again, and meets what it wrote itself.
    const stored = await replyTo(reviewId, { strong: true });
    if (stored?.byId !== personId || stored.revision !== row.revision || stored.text !== text)
      throw new AppError('reply_conflict');
  }
  return { reply: replyOf(row) };
};

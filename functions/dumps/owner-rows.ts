import type { OwnerRow } from '#functions/claims/owners/reader.ts';
import { claimOf, type PastRow } from '#functions/claims/reader.ts';
import { type ReplyRow, type ReplyVersion, replyKey } from '#functions/replies/reader.ts';
import { type ReviewRow, type ReviewStanding, reviewKey, reviewStandingKey } from '#functions/reviews/reader.ts';
import type { Key, Row } from '#functions/table/table.ts';
import type { DumpRow } from '#shared/dumps/schema.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import { replyWordings } from '#shared/replies/rules.ts';

/** The rows beside which a reply or a wording of one is shown; undefined for any other row. */
export function besideReply(row: Row): Key[] | undefined {
  if (row.type !== 'reply' && row.type !== 'replyVersion') return undefined;
  const { reviewId } = row as ReplyRow | ReplyVersion;
  return row.type === 'reply' ? [reviewKey(reviewId), reviewStandingKey(reviewId)] : [replyKey(reviewId)];
}

/** A claim that is proven, or was; what is to be shown at the host stays here. */
export function claimRow(row: OwnerRow | PastRow): DumpRow<'claims'> {
  if (row.type === 'owner') return { ...claimOf(row), itemId: row.itemId };
  const { at, why, proposal } = row.ended;
  return { ...claimOf(row), itemId: row.itemId, ended: { at, why, ...(proposal ? { proposal } : {}) } };
}

/** A reply as it stands under its review; undefined where it is to one that was withdrawn. */
export function replyRow(
  row: ReplyRow,
  review: Partial<ReviewRow> | undefined,
  standing: Partial<ReviewStanding> | undefined,
): DumpRow<'replies'> | undefined {
  if (review?.at !== row.reviewAt) return undefined;
  const { reviewId, itemId, text, licence, by, at, editedAt, revision, removed } = row;
  return {
    reviewId,
    itemId,
    text,
    licence,
    by: by ?? null,
    at,
    ...(editedAt ? { editedAt } : {}),
    revision,
    ...(standing?.replyFolded ? { folded: foldOf(standing.replyFolded) } : {}),
    ...(removed ? { removed } : {}),
  };
}

/** An earlier wording of a reply; undefined where that does not stand any more, or its page shows later ones only. */
export function replyWordingRow(
  { reviewId, revision, text, at }: ReplyVersion,
  reply: ReplyRow | undefined,
): DumpRow<'replyWordings'> | undefined {
  if (!reply || reply.removed || revision >= reply.revision || revision < reply.revision - replyWordings)
    return undefined;
  return { reviewId, revision, text, at };
}

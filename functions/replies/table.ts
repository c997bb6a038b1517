import { ownerKey } from '#functions/claims/owners/reader.ts';
import { claimIdOf, personPartition } from '#functions/people/reader.ts';
import { reviewKey } from '#functions/reviews/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { emptyList, removeWithList } from '#functions/table/empty-list.ts';
import { conditionFailed, failedConditions } from '#functions/table/failures.ts';
import {
  getRow,
  getRows,
  type Key,
  keyText,
  queryRows,
  type Row,
  transact,
  updateRow,
  type Write,
} from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import { replyWordings } from '#shared/replies/rules.ts';
import type { licences } from '#shared/text.ts';

/**
 * The fact of an owner's reply, under the review that it is to: there is one. `reviewAt` is when that review was first
 * posted: where it was withdrawn and another one posted in its place, the reply is to none any more.
 */
export type ReplyRow = Row & {
  type: 'reply';
  reviewId: string;
  reviewAt: string;
  itemId: string;
  about: { title: string; href: string };
  /** Who wrote the review, for whoever tells them. */
  targetById?: string;
  by?: string;
  byId?: string;
  at: string;
  editedAt?: string;
  text: string;
  licence: (typeof licences)[number];
  revision: number;
  /** The act by which its text was removed. */
  removed?: string;
};
/** An earlier wording; under the reply's licence. `begun` is when that reply was written: there may be another one by now. */
export type ReplyVersion = Row & {
  type: 'replyVersion';
  reviewId: string;
  revision: number;
  text: string;
  at: string;
  begun?: string;
};

const replyPartition = (reviewId: string) => `RY#${reviewId}`;
export const replyKey = (reviewId: string): Key => ({ pk: replyPartition(reviewId), sk: 'FACT' });
const versionList = (reviewId: string) => ({ pk: replyPartition(reviewId), begins: 'V#' });
const versionKey = (reviewId: string, revision: number): Key => ({
  pk: replyPartition(reviewId),
  sk: `V#${String(revision).padStart(6, '0')}`,
});

const replied = 'REPLIED#';
/** That a person replied to a review: found again for the export and when the account is deleted. */
const repliedKey = (personId: string, reviewId: string): Key => ({
  pk: personPartition(personId),
  sk: `${replied}${reviewId}`,
});
/** Whether a row says that a person replied to a review. */
export const isReplyCredit = ({ sk }: Key): boolean => sk.startsWith(replied);
const reviewsReplied = (rows: readonly Key[]) => rows.filter(isReplyCredit).map(({ sk }) => sk.slice(replied.length));

/** The replies that a person wrote, a page at a time, with every write before seen. */
export async function repliesAfter(personId: string, after: string | undefined, limit: number) {
  const start = after === undefined ? undefined : repliedKey(personId, after).sk;
  const { rows, last } = await queryRows({
    pk: personPartition(personId),
    begins: replied,
    after: start,
    limit,
    strong: true,
  });
  const keys = reviewsReplied(rows).map(replyKey);
  const found = await getRows(keys, { strong: true });
  const replies = keys.flatMap((key) => (found.get(keyText(key)) as ReplyRow | undefined) ?? []);
  // Another owner's may stand there by now.
  return { rows: replies.filter(({ byId }) => byId === personId), last: last?.slice(replied.length) };
}

/** The reply to a review; `strong` sees one written a moment ago. */
export async function replyTo(reviewId: string, options: { strong?: boolean } = {}): Promise<ReplyRow | undefined> {
  return getRow<ReplyRow>(replyKey(reviewId), options);
}

/** Earlier wordings of a reply, newest first; the last hundred. */
export async function wordingsOfReply(reviewId: string): Promise<ReplyVersion[]> {
  const query = { ...versionList(reviewId), descending: true, limit: replyWordings };
  return (await queryRows<ReplyVersion>(query)).rows;
}

/**
 * Stores a reply, first or in the place of another one as it was read, whose wording is kept where it is to the same
 * review; only while its author owns the item, the review stands, and the account is open. Answers what stood in the way.
 */
export async function storeReply(
  reply: ReplyRow,
  before: ReplyRow | undefined,
  personId: string,
): Promise<'reply' | 'owner' | 'account' | 'review' | undefined> {
  const keeps = before?.reviewAt === reply.reviewAt ? before : undefined;
  const version: ReplyVersion | undefined = keeps && {
    ...versionKey(reply.reviewId, keeps.revision),
    type: 'replyVersion',
    reviewId: reply.reviewId,
    revision: keeps.revision,
    text: keeps.text,
    at: keeps.editedAt ?? keeps.at,
    begun: keeps.at,
  };
  try {
    await transact([
      before
        ? {
            put: reply,
            condition: `revision = :read AND reviewAt = :at${keeps ? ' AND attribute_not_exists(removed)' : ''}`,
            values: { ':read': before.revision, ':at': before.reviewAt },
          }
        : { put: reply, condition: 'attribute_not_exists(pk)' },
      {
        check: ownerKey(reply.itemId, claimIdOf(personId, reply.itemId)),
        condition: 'byId = :person',
        values: { ':person': personId },
      },
      accountIsOpen(personId, reply.reviewId),
      {
        check: reviewKey(reply.reviewId),
        condition: '#at = :at',
        names: { '#at': 'at' },
        values: { ':at': reply.reviewAt },
      },
      { put: { ...repliedKey(personId, reply.reviewId), type: 'replyMade' } },
      ...(version ? [{ put: version }] : []),
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    const [first, owner, account] = failed;
    if (owner) return 'owner';
    if (account) return 'account';
    return first ? 'reply' : 'review';
  }
}

/** Deletes a reply's earlier wordings. Safe to repeat. */
export async function emptyReplyWordings(reviewId: string): Promise<void> {
  await emptyList(versionList(reviewId));
}

/** Takes a reply away as it was read, with its earlier wordings. False where it moved on. */
export async function removeReply(reply: ReplyRow): Promise<boolean> {
  return removeWithList(versionList(reply.reviewId), [
    { delete: replyKey(reply.reviewId), condition: 'revision = :read', values: { ':read': reply.revision } },
    ...(reply.byId ? [{ delete: repliedKey(reply.byId, reply.reviewId) }] : []),
  ]);
}

/** The write that takes the text off a reply as it was read, and names the act that did. */
export const replyTextRemoval = ({ reviewId, revision }: ReplyRow, act: string): Write => ({
  update: replyKey(reviewId),
  set: 'SET #text = :none, removed = :act, revision = revision + :one',
  condition: 'revision = :read AND attribute_not_exists(removed)',
  names: { '#text': 'text' },
  values: { ':none': '', ':act': act, ':one': 1, ':read': revision },
});

/** Takes a person who leaves off their replies, from all of the person's rows; the words stay. */
export async function leaveReplies(personId: string, rows: readonly Key[]): Promise<void> {
  await atMost(16, reviewsReplied(rows), async (reviewId) => {
    try {
      await updateRow(replyKey(reviewId), {
        UpdateExpression: 'REMOVE #by, byId',
        ConditionExpression: 'byId = :person',
        ExpressionAttributeNames: { '#by': 'by' },
        ExpressionAttributeValues: { ':person': personId },
      });
    } catch (error) {
      // Withdrawn, or another owner's by now.
      if (!conditionFailed(error)) throw error;
    }
  });
}

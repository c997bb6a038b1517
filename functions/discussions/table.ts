import { personPartition } from '#functions/people/reader.ts';
import { emptyList, removeWithList } from '#functions/table/empty-list.ts';
import { failedConditions, isConflict, stored } from '#functions/table/failures.ts';
import { getRow, getRows, type Key, keyText, queryRows, type Row, transact } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import { commentWordings } from '#shared/discussions/rules.ts';
import type { Comment } from '#shared/discussions/schema.ts';
import { threadOf } from '#shared/discussions/targets.ts';
import { repliesNumbered } from '#shared/discussions/threads.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { Folded } from '#shared/moderation/schema.ts';
import type { licences } from '#shared/text.ts';

/**
 * The fact of a comment. `parentById` and `targetById` are who wrote what it answers and who made what it is about, for
 * whoever tells them; `above` are its nearest ancestors, the parent last. `n` is the place in time among the replies to
 * the same comment, of the first few only. Withdrawn with replies below it, it names nobody, says nothing and has no `line`.
 */
export type CommentRow = Row & {
  type: 'comment';
  id: string;
  /** By `targetText`. */
  target: string;
  /** As it was called when this was written. */
  about: { title: string; href: string };
  targetById?: string;
  itemId?: string;
  kind?: KindName;
  parent?: string;
  parentById?: string;
  above: string[];
  line?: Comment['line'];
  depth: number;
  n?: number;
  at: string;
  by?: string;
  byId?: string;
  /** That who wrote it owned the item by then; said only while it names who that is. */
  owner?: true;
  text: string;
  licence: (typeof licences)[number];
  revision: number;
  editedAt?: string;
  mentions: { personId: string; handle: string }[];
  withdrawn?: string;
  /** The act by which its text was removed. */
  removed?: string;
  /** Why it is folded, for what is listed by the fact and shows its text: there it says nothing. */
  folded?: Folded;
  /** Tells the request that created it under an Idempotency-Key. */
  digest?: string;
};
/** `begun` is when the comment was written: under its key another one may be. */
export type CommentVersion = Row & {
  type: 'commentVersion';
  revision: number;
  text: string;
  at: string;
  begun?: string;
};
/** How many replies were ever written to a comment, never fewer, from the first one on; `closed` where it was withdrawn. */
export type CommentGate = Row & { type: 'commentGate'; replies: number; closed?: true };

const commentPartition = (commentId: string) => `CM#${commentId}`;
export const commentKey = (commentId: string): Key => ({ pk: commentPartition(commentId), sk: 'FACT' });
/** Beside the fact, so that one query reads both. */
export const commentStandingKey = (commentId: string): Key => ({
  pk: commentPartition(commentId),
  sk: 'FACT#STANDING',
});
const gateKey = (commentId: string): Key => ({ pk: commentPartition(commentId), sk: 'GATE' });
const versionList = (commentId: string) => ({ pk: commentPartition(commentId), begins: 'V#' });
const versionKey = (commentId: string, revision: number): Key => ({
  pk: commentPartition(commentId),
  sk: `V#${String(revision).padStart(8, '0')}`,
});
/** The comment that an earlier wording, or a gate, is of. */
export const commentOfVersion = ({ pk }: Key) => pk.slice(commentPartition('').length);
const said = 'COMMENT#';
/** That a person wrote a comment. */
export const saidKey = (personId: string, commentId: string): Key => ({
  pk: personPartition(personId),
  sk: `${said}${commentId}`,
});
export const mentioned = 'MENTIONED#';
/** That a person is mentioned in a comment. */
export const mentionedKey = (personId: string, commentId: string): Key => ({
  pk: personPartition(personId),
  sk: `${mentioned}${commentId}`,
});

/** Whether a row says that a person wrote a comment or is mentioned in one: found again when the account is deleted. */
export const isCommentCredit = ({ sk }: Row): boolean => sk.startsWith(said) || sk.startsWith(mentioned);

/** The comments that a person wrote, from all of the person's rows. */
export function commentsCredited(rows: readonly Row[]): Key[] {
  return rows.filter(({ sk }) => sk.startsWith(said)).map(({ sk }) => commentKey(sk.slice(said.length)));
}

/** The writes by which people are found again who come to be mentioned, each with an account that is open, or are no more. */
function mentionWrites(
  { id, byId }: CommentRow,
  mentions: CommentRow['mentions'],
  before: CommentRow['mentions'] = [],
) {
  const has = (list: CommentRow['mentions'], personId: string) => list.some((one) => one.personId === personId);
  const come = mentions.filter(({ personId }) => !has(before, personId));
  const gone = before.filter(({ personId }) => !has(mentions, personId));
  return [
    ...come.flatMap(({ personId }) => [
      { put: { ...mentionedKey(personId, id), type: 'commentMention', byId } },
      accountIsOpen(personId, id),
    ]),
    ...gone.map(({ personId }) => ({ delete: mentionedKey(personId, id) })),
  ];
}

/** The comments that a person wrote, a page at a time by id, with every write before seen. */
export async function commentsAfter(personId: string, after: string | undefined, limit: number) {
  const start = after === undefined ? undefined : saidKey(personId, after).sk;
  const pk = personPartition(personId);
  const { rows, last } = await queryRows({ pk, begins: said, after: start, limit, strong: true });
  const keys = commentsCredited(rows);
  const found = await getRows(keys, { strong: true });
  return {
    rows: keys.flatMap((key) => (found.get(keyText(key)) as CommentRow | undefined) ?? []),
    last: last?.slice(said.length),
  };
}

/** A comment's fact; `strong` sees one written a moment ago. */
export async function commentById(
  commentId: string,
  options: { strong?: boolean } = {},
): Promise<CommentRow | undefined> {
  return getRow<CommentRow>(commentKey(commentId), options);
}

/** A comment to be answered, and how many answers it has had, with every write before seen. */
export async function beforeReply(commentId: string): Promise<{ parent?: CommentRow; replies: number }> {
  const rows = await getRows([commentKey(commentId), gateKey(commentId)], { strong: true });
  return {
    parent: rows.get(keyText(commentKey(commentId))) as CommentRow | undefined,
    replies: (rows.get(keyText(gateKey(commentId))) as CommentGate | undefined)?.replies ?? 0,
  };
}

/**
 * The writes that count a reply while its parent stands. The first one looks at the parent itself, which can be long; from
 * then on the gate says whether it stands. One of the first has its place in time, and is refused where another took it.
 */
function replyCount(parentId: string, replies: number, numbered: number) {
  const early = replies < numbered;
  const stands = replies === 0 ? 'attribute_not_exists(pk)' : 'attribute_exists(pk) AND attribute_not_exists(closed)';
  return [
    {
      update: gateKey(parentId),
      set: 'SET #type = :type ADD replies :one',
      condition: early && replies > 0 ? `${stands} AND replies = :before` : stands,
      names: { '#type': 'type' },
      values: { ':type': 'commentGate', ':one': 1, ...(early && replies > 0 ? { ':before': replies } : {}) },
    },
    ...(replies === 0
      ? [{ check: commentKey(parentId), condition: 'attribute_exists(pk) AND attribute_not_exists(withdrawn)' }]
      : []),
  ];
}

/**
 * Stores a comment, a reply only while its parent stands. Answers what stood in the way: the `comment` id, now or before,
 * an `account` deleted, or `others`: the parent, who is mentioned, or who replied changed meanwhile and is to be read
 * again. 6 write units for a short one, 8 for a reply, and for the first one to a comment 8 and twice that comment’s KB.
 */
export async function storeComment(
  comment: CommentRow,
  personId: string,
  replies: number,
): Promise<'comment' | 'account' | 'others' | undefined> {
  const { id, parent } = comment;
  const numbered = repliesNumbered(threadOf(comment), { depth: comment.depth - 1 });
  try {
    await transact([
      { put: comment, condition: 'attribute_not_exists(pk)' },
      accountIsOpen(personId, id),
      { put: { ...saidKey(personId, id), type: 'commentSaid' } },
      ...(parent === undefined ? [] : replyCount(parent, replies, numbered)),
      ...mentionWrites(comment, comment.mentions),
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) {
      if (isConflict(error)) return 'others';
      throw error;
    }
    if (failed[0]) return 'comment';
    return failed[1] ? 'account' : 'others';
  }
}

/** Replaces a comment that is still at the revision before, keeping the earlier wording; false where it moved on. */
export async function replaceComment(comment: CommentRow, before: CommentRow, personId: string): Promise<boolean> {
  const version: CommentVersion = {
    ...versionKey(before.id, before.revision),
    type: 'commentVersion',
    revision: before.revision,
    text: before.text,
    at: before.editedAt ?? before.at,
    begun: before.at,
  };
  return stored(
    transact([
      {
        put: comment,
        // Folded or unfolded meanwhile, it would be written as it was.
        condition: `revision = :before AND byId = :author AND ${before.folded ? 'folded.act = :act' : 'attribute_not_exists(folded)'}`,
        values: {
          ':before': before.revision,
          ':author': personId,
          ...(before.folded ? { ':act': before.folded.act } : {}),
        },
      },
      { put: version },
      accountIsOpen(personId, comment.id),
      ...mentionWrites(comment, comment.mentions, before.mentions),
    ]),
  );
}

/** What is left of a comment that was withdrawn and has replies. */
function placeOf(comment: CommentRow, at: string): CommentRow {
  const { by: _by, byId: _byId, owner: _owner, editedAt: _editedAt, digest: _digest, line: _line, ...rest } = comment;
  return { ...rest, text: '', mentions: [], withdrawn: at, revision: comment.revision + 1 };
}

/**
 * Takes a comment away as it was read, with its earlier wordings, of which it hides or loses none where it stays: whole, or to an empty place where it was ever replied to. False where it moved on meanwhile; then
 * it is to be read again.
 */
export async function removeComment(comment: CommentRow, at: string): Promise<boolean> {
  const { id, byId, revision } = comment;
  const { replies } = await beforeReply(id);
  const asRead = { condition: 'revision = :read', values: { ':read': revision } };
  const credit = [
    ...(byId === undefined ? [] : [{ delete: saidKey(byId, id) }]),
    ...mentionWrites(comment, [], comment.mentions),
  ];
  if (replies > 0) {
    const close = { update: gateKey(id), set: 'SET closed = :true', values: { ':true': true } };
    return removeWithList(versionList(id), [{ put: placeOf(comment, at), ...asRead }, close, ...credit]);
  }
  return removeWithList(versionList(id), [
    { delete: commentKey(id), ...asRead },
    { check: gateKey(id), condition: 'attribute_not_exists(pk)' },
    ...credit,
  ]);
}

/** Deletes a comment's earlier wordings. Safe to repeat. */
export async function emptyWordings(commentId: string): Promise<void> {
  await emptyList(versionList(commentId));
}

/** A comment's earlier wordings, newest first; the last hundred. */
export async function wordingsOf(commentId: string): Promise<CommentVersion[]> {
  const query = { ...versionList(commentId), descending: true, limit: commentWordings };
  return (await queryRows<CommentVersion>(query)).rows;
}

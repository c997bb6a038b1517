import { getRow, getRows, type Key, keyText, queryCards, queryRows, type Row } from '#functions/table/table.ts';
import type { CommentOrder } from '#shared/discussions/schema.ts';
import type { Folded } from '#shared/moderation/schema.ts';
import type { Places } from '#shared/trust/rules.ts';
import { type CommentRow, commentKey, commentStandingKey } from '../table.ts';

/** What lists show of a comment while it stands, beside its numbers. */
export type Shown = Pick<
  CommentRow,
  'id' | 'target' | 'parent' | 'line' | 'by' | 'owner' | 'at' | 'editedAt' | 'revision' | 'text' | 'n'
> & {
  more?: true;
  mentions?: string[];
  withdrawn?: true;
  removed?: string;
};
/** What the projector knows of a comment. */
export type CommentStanding = {
  comment?: Shown;
  up: number;
  down: number;
  /** Comments that answer this very one. */
  replies: number;
  /** JSON of the first of them, by place in time. */
  first: Record<string, string>;
  /** Votes that do not count yet. */
  waiting?: number;
  /** Who wrote it; absent for a former member and once it is withdrawn. */
  byId?: string;
  /** Who found it good, by place (`shared/trust/rules.ts`). */
  usefulFrom?: Places;
  /** Why it is shown folded. */
  folded?: Folded;
};
/** What the projector knows of a thread. */
export type ThreadStanding = { comments: number };

/** By `targetText`. */
export const threadStandingKey = (target: string): Key => ({ pk: `TH#${target}`, sk: 'STANDING' });
/** The comments that answer another, or those that begin a thread (`targetText`): by votes, or by time. */
export const levelPartition = (parent: string, by: 'best' | 'time') => `TC#${parent}#${by}`;
/** The comments on lines of what a thread is about, by version, line and time. */
export const linesPartition = (target: string) => `TL#${target}`;
/** All comments of a thread, newest last. */
export const threadPartition = (target: string) => `TA#${target}`;
/** The comments a person wrote, newest last. */
export const personCommentsPartition = (personId: string) => `CB#${personId}`;

/** Where an order stands: which list, read in which direction. */
export function levelIn(parent: string, order: CommentOrder): { pk: string; descending: boolean } {
  return { pk: levelPartition(parent, order === 'best' ? 'best' : 'time'), descending: order === 'new' };
}

/** A page of cards of one of the lists that the projector keeps. */
export async function cardsOf(page: { pk: string; descending: boolean; after: string | undefined; limit: number }) {
  return queryCards(page);
}

/** How many comments there are on something, by `targetText`, as the projector knows it. */
export async function commentsOn(target: string): Promise<number> {
  return (await getRow<ThreadStanding & Row>(threadStandingKey(target)))?.comments ?? 0;
}

/** A comment and what the projector knows of it, in one request. */
export async function commentWithStanding(
  commentId: string,
): Promise<{ comment?: CommentRow; standing?: CommentStanding & Row }> {
  const { pk, sk } = commentKey(commentId);
  const { rows } = await queryRows({ pk, begins: sk });
  return {
    comment: rows.find((row) => row.sk === sk) as CommentRow | undefined,
    standing: rows.find((row) => row.sk === commentStandingKey(commentId).sk) as (CommentStanding & Row) | undefined,
  };
}

/** A comment's numbers as the projector knows them. */
export async function numbersOf(commentId: string): Promise<Omit<CommentStanding, 'comment' | 'first'>> {
  const standing = await getRow<CommentStanding & Row>(commentStandingKey(commentId));
  return { up: 0, down: 0, replies: 0, ...standing };
}

/** What lists show of some comments, in the order asked; without those that are gone. */
export async function shownOf(commentIds: readonly string[]): Promise<Shown[]> {
  const rows = await getRows(commentIds.map(commentStandingKey));
  return commentIds.flatMap((id) => {
    const row = rows.get(keyText(commentStandingKey(id))) as (CommentStanding & Row) | undefined;
    return row?.comment ?? [];
  });
}

import { readCursor } from '#functions/table/cursor.ts';
import { pageText } from '#functions/table/listing.ts';
import { threadPage } from '#shared/discussions/rules.ts';
import type { Comment, CommentedLine, CommentOrder } from '#shared/discussions/schema.ts';
import { threadOf } from '#shared/discussions/targets.ts';
import { commentPage, nounOf } from '#shared/discussions/threads.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import type { Folded } from '#shared/moderation/schema.ts';
import { textRemoval } from './moderated/reader.ts';
import { cardsOf, levelIn, type Shown } from './pages/table.ts';
import { type CommentRow, commentById, emptyWordings } from './table.ts';

export { leaveMentions } from './leaving/table.ts';
export { takeOffQuotes } from './moderated/reader.ts';
export {
  type CommentStanding,
  commentsOn,
  type ThreadStanding,
  threadStandingKey,
} from './pages/table.ts';
export {
  type CommentRow,
  type CommentVersion,
  commentById,
  commentKey,
  commentOfVersion,
  commentStandingKey,
  commentsAfter,
  commentsCredited,
  isCommentCredit,
  wordingsOf,
} from './table.ts';
export { subjectOf } from './targets.ts';

type Counts = Pick<Comment, 'up' | 'down' | 'replies'> & { folded?: Folded | undefined };
type Said = Pick<
  Shown,
  'id' | 'parent' | 'line' | 'text' | 'more' | 'by' | 'owner' | 'at' | 'editedAt' | 'revision' | 'mentions'
> & {
  withdrawn?: true | string;
  removed?: string;
};

/** A comment as the contract gives it out. Members in fixed order, since the table keeps none and the text is compared. */
export function cardOf(said: Said, { up, down, replies, folded }: Counts): Comment {
  const { id, parent, line, text, more, by, owner, at, editedAt, revision, mentions, withdrawn, removed } = said;
  return {
    id,
    ...(parent === undefined ? {} : { parent }),
    ...(line === undefined ? {} : { line: lineOf(line) }),
    text,
    ...(more ? { more } : {}),
    by: by ?? null,
    ...(owner && by ? { owner } : {}),
    at,
    ...(editedAt === undefined ? {} : { editedAt }),
    revision,
    ...(mentions && mentions.length > 0 ? { mentions } : {}),
    up,
    down,
    replies,
    ...(withdrawn ? { withdrawn: true } : {}),
    ...(removed ? { removed } : {}),
    ...(folded ? { folded: foldOf(folded) } : {}),
  };
}

const lineOf = ({ version, side, number, text }: CommentedLine) => ({ version, side, number, text });

/** A comment's fact as the contract gives it out, whole. */
export function commentOf(row: CommentRow, counts: Counts = { up: 0, down: 0, replies: 0 }): Comment {
  return cardOf({ ...row, more: undefined, mentions: row.mentions.map(({ handle }) => handle) }, counts);
}

/** What taking the text off a comment comes to, for an act of moderation; undefined where there is no comment. */
export async function commentTextRemoval(commentId: string, act: string) {
  const comment = await commentById(commentId, { strong: true });
  return (
    comment && {
      about: commentAbout(comment),
      authorId: comment.byId,
      itemId: comment.itemId,
      removed: comment.removed,
      writes: [textRemoval(comment, act)],
      finish: () => emptyWordings(commentId),
    }
  );
}

/** How a comment is called where it is not shown: by what it is about. */
export function commentAbout(comment: Pick<CommentRow, 'id' | 'about' | 'target' | 'parent'>) {
  const what = threadOf(comment);
  const noun = nounOf(what, comment);
  const title = `${noun === 'answer' ? 'An' : 'A'} ${noun} on ${comment.about.title}`;
  return { title, href: commentPage(what, comment) };
}

/** The best few of what begins a thread, as a JSON array. */
export async function firstOfLevel(target: string, limit: number): Promise<string> {
  const { rows } = await cardsOf({ ...levelIn(target, 'best'), after: undefined, limit });
  return `[${rows.map(({ card }) => card).join(',')}]`;
}

/** A page of the comments that answer one, or begin a thread, as JSON text: `{"entries":[…],"next":…}`. @throws invalid_cursor */
export async function levelPage(parent: string, order: CommentOrder, cursor?: string) {
  const { pk, descending } = levelIn(parent, order);
  const { rows } = await cardsOf({ pk, descending, after: readCursor(pk, cursor), limit: threadPage + 1 });
  return { text: pageText(pk, rows, threadPage), isEmpty: rows.length === 0 };
}

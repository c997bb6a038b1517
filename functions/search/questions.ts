import type { CommentRow, CommentStanding } from '#functions/discussions/reader.ts';
import type { Row } from '#functions/table/table.ts';
import { commentScore } from '#shared/discussions/rules.ts';
import type { Comment } from '#shared/discussions/schema.ts';
import { settle } from '#shared/ranking/settle.ts';
import { readTarget } from '#shared/targets.ts';

/** Whether a comment can be found: what begins the questions about an item, or its tips. Talk is not searched. */
const isAsked = (comment: Pick<CommentRow, 'target' | 'parent'>) =>
  comment.parent === undefined && readTarget(comment.target, ['questions', 'tips']) !== undefined;

const isSilent = ({
  withdrawn,
  removed,
  folded,
}: Pick<Comment, 'removed'> & { withdrawn?: unknown; folded?: unknown }) => Boolean(withdrawn || removed || folded);

/** Of the first answers to a question those that say something, the best by votes first. */
function answersOf({ first }: Pick<CommentStanding, 'first'>): string[] {
  const score = ({ up, down }: Comment) => commentScore(up, down);
  return Object.values(first)
    .map((text) => JSON.parse(text) as Comment)
    .filter((answer) => !isSilent(answer))
    .sort((a, b) => score(b) - score(a) || (a.at < b.at ? -1 : 1))
    .map(({ text }) => text);
}

/** What the fact of a comment lets be found, and where; undefined where that is nobody's question and no tip. */
export function questionIn(row: Row) {
  const comment = row as CommentRow;
  if (!isAsked(comment)) return undefined;
  const { id, text, about, licence, at, kind } = comment;
  const itemId = readTarget(comment.target, ['questions', 'tips'])?.id ?? '';
  const said = { text, title: about.title, licence, at, itemId, ...(kind ? { kind } : {}) };
  return { id, said: isSilent(comment) ? undefined : said };
}

/** The same of what the projector knows of it: what it says in short, with its answers, and how both are judged. */
export function askedIn(row: Row) {
  const { comment, folded, up, down, replies, first } = row as Row & CommentStanding;
  const about = comment && readTarget(comment.target, ['questions', 'tips']);
  if (!comment || !about || !isAsked(comment)) return undefined;
  if (folded || isSilent(comment)) return { id: comment.id, said: undefined };
  const { text, by, owner, at } = comment;
  const [settledUp, settledDown, answers] = [settle(up), settle(down), settle(replies)];
  return {
    id: comment.id,
    said: {
      what: about.what as 'questions' | 'tips',
      itemId: about.id,
      text,
      by: by ?? null,
      ...(owner && by ? { owner } : {}),
      at,
      up: settledUp,
      answers,
      texts: answersOf({ first }),
      attention: settledUp + settledDown + answers,
      score: commentScore(settledUp, settledDown),
    },
  };
}

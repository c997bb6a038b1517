import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import type { Row } from '#functions/table/table.ts';
import { answersWeighed, commentBytes, commentScore, replyBytes } from '#shared/discussions/rules.ts';
import type { Comment, CommentedLine, CommentLine } from '#shared/discussions/schema.ts';
import { threadOf } from '#shared/discussions/targets.ts';
import { isQuestion } from '#shared/discussions/threads.ts';
import { settle } from '#shared/ranking/settle.ts';
import { sortableNumber } from '#shared/ranking/sort-key.ts';
import { secondsOf } from '#shared/ranking/time.ts';
import { excerpt } from '#shared/reviews/rules.ts';
import { readTarget } from '#shared/targets.ts';
import { countPlace, type Earned } from '#shared/trust/rules.ts';
import {
  type CommentStanding,
  levelPartition,
  linesPartition,
  personCommentsPartition,
  type Shown,
  threadPartition,
} from './pages/table.ts';
import { cardOf } from './reader.ts';
import type { CommentRow } from './table.ts';

const counts = (row: CommentRow | undefined) => Number(row !== undefined && row.withdrawn === undefined);

/** A comment written, reworded, withdrawn, or left by who wrote it. */
export function commentContributions({ before, after }: Change): Contribution[] {
  const was = before as CommentRow | undefined;
  const is = after as CommentRow | undefined;
  const row = is ?? was;
  if (!row) return [];
  const found: Contribution[] = [
    {
      standing: 'comment',
      id: row.id,
      fold: (standing) => {
        delete standing.byId;
        if (is) standing.comment = shownIn(is);
        else delete standing.comment;
        if (is?.byId !== undefined) standing.byId = is.byId;
      },
    },
  ];
  const reply = Number(is !== undefined) - Number(was !== undefined);
  if (row.parent !== undefined && reply !== 0) {
    found.push({
      standing: 'comment',
      id: row.parent,
      fold: (standing) => {
        standing.replies += reply;
      },
    });
  }
  const change = counts(is) - counts(was);
  if (change === 0) return found;
  found.push({
    standing: 'thread',
    id: row.target,
    fold: (standing) => {
      standing.comments += change;
    },
  });
  const review = readTarget(row.target, ['reviews']);
  if (review) {
    found.push({
      standing: 'review',
      id: review.id,
      fold: (standing) => {
        standing.comments = (standing.comments ?? 0) + change;
        if (standing.comments === 0) delete standing.comments;
      },
    });
  }
  return found;
}

function shownIn(row: CommentRow): Shown {
  const { id, target, parent, line, n, by, owner, at, editedAt, revision, text, mentions, withdrawn, removed } = row;
  const { more, ...shown } = excerpt(text, commentBytes);
  return {
    id,
    target,
    ...(parent === undefined ? {} : { parent }),
    ...(line === undefined ? {} : { line }),
    ...(n === undefined ? {} : { n }),
    ...(by === undefined ? {} : { by }),
    ...(owner ? { owner } : {}),
    at,
    ...(editedAt === undefined ? {} : { editedAt }),
    revision,
    ...shown,
    ...(more ? { more } : {}),
    ...(mentions.length > 0 ? { mentions: mentions.map(({ handle }) => handle) } : {}),
    ...(withdrawn === undefined ? {} : { withdrawn: true }),
    ...(removed === undefined ? {} : { removed }),
  };
}

/** What comes with a comment's parent of it, where it has a place among the first replies; undefined for any other. */
function asReply(row: Row | undefined): { parent: string; n: number; text: string } | undefined {
  const standing = row as (CommentStanding & Row) | undefined;
  const { comment } = standing ?? {};
  if (!standing || comment?.parent === undefined || comment.n === undefined || comment.n > answersWeighed)
    return undefined;
  const { text, more } = excerpt(comment.text, replyBytes);
  const cut = { ...comment, text, ...(more || comment.more ? { more: true as const } : {}) };
  return { parent: comment.parent, n: comment.n, text: JSON.stringify(cardOf(cut, shownCounts(standing))) };
}

const shownCounts = ({ up, down, replies, folded }: CommentStanding) => ({
  up: settle(up),
  down: settle(down),
  replies: settle(replies),
  folded,
});

/** By how many different people things of a person’s were found good: moves with the votes on a comment, and with whose it is. */
function goodFor({ before, after }: Change): Contribution[] {
  const people = new Map<string, Map<string, number>>();
  for (const [row, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    const { byId, usefulFrom } = (row ?? {}) as Partial<CommentStanding>;
    if (byId === undefined || usefulFrom === undefined) continue;
    const places = people.get(byId) ?? new Map<string, number>();
    people.set(byId, places);
    for (const [place, count] of Object.entries(usefulFrom)) places.set(place, (places.get(place) ?? 0) + sign * count);
  }
  return [...people].flatMap(([id, places]): Contribution[] => {
    const moved = [...places].filter(([, change]) => change !== 0);
    if (moved.length === 0) return [];
    const fold = (standing: Earned) => {
      for (const [place, change] of moved) countPlace(standing, 'usefulFrom', place, change);
    };
    return [{ standing: 'person', id, fold }];
  });
}

/** One of the first replies to a comment is shown with it, as lists show it; who found it good counts for who wrote it. */
export function commentStandingContributions(change: Change): Contribution[] {
  const was = asReply(change.before);
  const is = asReply(change.after);
  const found = goodFor(change);
  const { parent, n } = is ?? was ?? {};
  if (parent === undefined || n === undefined || was?.text === is?.text) return found;
  return [
    ...found,
    {
      standing: 'comment',
      id: parent,
      fold: (standing) => {
        if (is) standing.first[n] = is.text;
        else delete standing.first[n];
      },
    },
  ];
}

/** The best by votes of some answers in the order of time (JSON), of those that say something; the same: who was there first. */
function bestOf(answers: readonly string[]): string[] {
  let best: { text: string; score: number } | undefined;
  for (const text of answers) {
    const { up, down, withdrawn, removed, folded } = JSON.parse(text) as Comment;
    if (withdrawn || removed || folded) continue;
    const score = commentScore(up, down);
    if (!best || score > best.score) best = { text, score };
  }
  return best ? [best.text] : [];
}

/**
 * Where a comment stands among those that answer the same, by votes and by time, and by the line it is about, with its first
 * replies.
 */
export function commentEntries(id: string, standing: CommentStanding): Entry[] {
  const { comment, first } = standing;
  if (!comment) return [];
  const shown = shownCounts(standing);
  const inTime = Object.keys(first)
    .sort((a, b) => Number(a) - Number(b))
    .map((n) => first[n] ?? '');
  const replies = isQuestion(threadOf(comment), comment) ? bestOf(inTime) : inTime;
  const own = JSON.stringify(cardOf(comment, shown));
  const card = `${own.slice(0, -1)},"first":[${replies.join(',')}]}`;
  const level = comment.parent ?? comment.target;
  // The same score: who was there first.
  const score = sortableNumber(0 - commentScore(shown.up, shown.down));
  const seconds = secondsOf(comment.at).toString(36).padStart(7, '0');
  const entry = (pk: string, sk: string): Entry => ({ pk, sk, type: 'entry', card });
  return [
    entry(levelPartition(level, 'best'), `${score}${seconds}${id}`),
    entry(levelPartition(level, 'time'), `${comment.at}#${id}`),
    ...(comment.line ? [entry(linesPartition(level), `${lineKey(comment.line)}#${comment.at}#${id}`)] : []),
  ];
}

const lineKey = ({ version, number }: CommentedLine) =>
  `${String(version).padStart(4, '0')}#${String(number).padStart(7, '0')}`;

/** Where a comment is found by time: among all of its thread, and among those of who wrote it. */
export function commentLines(row: Row): Entry[] {
  const { id, about, target, text, by, byId, at, parent, mentions, withdrawn, removed, folded } = row as CommentRow;
  // Lists by time have no room to unfold anything.
  if (withdrawn !== undefined || removed !== undefined || folded !== undefined) return [];
  const { more, ...shown } = excerpt(text);
  const thread = threadOf(row as CommentRow);
  const line: CommentLine = {
    id,
    about: { title: about.title, href: about.href },
    ...shown,
    ...(more ? { more } : {}),
    by: by ?? null,
    at,
    ...(parent === undefined ? {} : { parent }),
    ...(thread === 'questions' || thread === 'tips' ? { what: thread } : {}),
    ...(mentions.length > 0 ? { mentions: mentions.map(({ handle }) => handle) } : {}),
  };
  const card = JSON.stringify(line);
  const sk = `${at}#${id}`;
  return [
    { pk: threadPartition(target), sk, type: 'entry', card },
    ...(byId === undefined ? [] : [{ pk: personCommentsPartition(byId), sk, type: 'entry' as const, card }]),
  ];
}

import { arrivalEntry, heldVoteEntry } from '#functions/holds/reader.ts';
import { ownerOf } from '#functions/people/reader.ts';
import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import type { Row } from '#functions/table/table.ts';
import { foldHeld, readHold } from '#shared/holds/rules.ts';
import { reviewMarks } from '#shared/reviews/schema.ts';
import { countPlace, placeOf } from '#shared/trust/rules.ts';
import { readVote, type StoredVote } from '#shared/votes/rules.ts';
import { targetOf } from './table.ts';

/** The marks of a person's row that came, went or changed, each on its target. */
export function marksContributions({ before, after }: Change): Contribution[] {
  const found: Contribution[] = [];
  const row = after ?? before;
  const giver = row && placeOf(ownerOf(row));
  for (const name of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
    const itemId = targetOf('v', name);
    if (itemId) found.push(...voteChange(itemId, before?.[name], after?.[name]));
    const commentId = targetOf('c', name);
    if (commentId && giver) found.push(...commentVoteChange(commentId, giver, before?.[name], after?.[name]));
    const reviewId = targetOf('m', name);
    if (reviewId && giver) found.push(...markChange(reviewId, giver, before?.[name], after?.[name]));
  }
  return found;
}

/** The vote that went and the one that came. */
function votesChanged(before: unknown, after: unknown) {
  if (before === after) return [];
  return (
    [
      [readVote(before), -1],
      [readVote(after), 1],
    ] as const
  ).filter(([vote]) => vote !== undefined);
}

/** Votes on a comment; one that is held counts as waiting alone. */
function commentVoteChange(id: string, giver: string, before: unknown, after: unknown): Contribution[] {
  const votes = votesChanged(before, after);
  if (votes.length === 0) return [];
  return [
    {
      standing: 'comment',
      id,
      fold: (standing) => {
        for (const [vote, sign] of votes) {
          if (!vote) continue;
          if (!vote.hold) {
            standing[vote.value] += sign;
            if (vote.value === 'up') countPlace(standing, 'usefulFrom', giver, sign);
          } else standing.waiting = (standing.waiting ?? 0) + sign;
        }
        if (standing.waiting === 0) delete standing.waiting;
      },
    },
  ];
}

function voteChange(id: string, before: unknown, after: unknown): Contribution[] {
  const votes = votesChanged(before, after);
  if (votes.length === 0) return [];
  return [
    {
      standing: 'item',
      id,
      fold: (standing) => {
        for (const [vote, sign] of votes) {
          if (vote?.hold) foldHeld(standing, vote.hold, sign, (sum) => addVote(sum, vote, sign));
          else if (vote) addVote(standing, vote, sign);
        }
      },
    },
  ];
}

type Voted = { up: number; down: number; upMinutes: number };

function addVote(to: Voted, { value, minute }: StoredVote, sign: 1 | -1): void {
  to[value] += sign;
  if (value === 'up') to.upMinutes += sign * minute;
}

/** Where the votes of a person's row stand in line: those that are held, holds left of some, and newcomers' of the last hours. */
export function marksEntries(row: Row, now: Date): Entry[] {
  const personId = ownerOf(row);
  return Object.entries(row).flatMap(([name, stored]) => {
    const card = String(stored);
    const withdrawn = targetOf('h', name);
    const left = withdrawn === undefined ? undefined : readHold(card);
    if (withdrawn && left) return [heldVoteEntry(left, { personId, itemId: withdrawn, card })];
    const commentId = targetOf('c', name);
    const onComment = commentId === undefined ? undefined : readVote(stored);
    if (commentId && onComment?.hold)
      return [heldVoteEntry(onComment.hold, { personId, itemId: commentId, card, isComment: true })];
    const itemId = targetOf('v', name);
    const vote = itemId === undefined ? undefined : readVote(stored);
    if (!itemId || !vote) return [];
    const of = { personId, itemId, card };
    return [
      ...(vote.hold ? [heldVoteEntry(vote.hold, of)] : []),
      ...(vote.newcomer ? arrivalEntry(vote.minute, of, now) : []),
    ];
  });
}

function markChange(id: string, giver: string, before: unknown, after: unknown): Contribution[] {
  const has = (set: unknown, mark: string) => Number(set instanceof Set && set.has(mark));
  const changes = reviewMarks
    .map((mark) => [mark, has(after, mark) - has(before, mark)] as const)
    .filter(([, change]) => change !== 0);
  if (changes.length === 0) return [];
  return [
    {
      standing: 'review',
      id,
      fold: (standing) => {
        for (const [mark, change] of changes) {
          standing[mark] += change;
          if (mark === 'useful') countPlace(standing, 'usefulFrom', giver, change);
        }
      },
    },
  ];
}

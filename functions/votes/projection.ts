import type { Change, Contribution } from '#functions/projections/change.ts';
import { reviewMarks } from '#shared/reviews/schema.ts';
import { readVote } from '#shared/votes/rules.ts';
import { targetOf } from './table.ts';

/** The marks of a person's row that came, went or changed, each on its target. */
export function marksContributions({ before, after }: Change): Contribution[] {
  const found: Contribution[] = [];
  for (const name of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
    const itemId = targetOf('v', name);
    if (itemId) found.push(...voteChange(itemId, before?.[name], after?.[name]));
    const reviewId = targetOf('m', name);
    if (reviewId) found.push(...markChange(reviewId, before?.[name], after?.[name]));
  }
  return found;
}

function voteChange(id: string, before: unknown, after: unknown): Contribution[] {
  if (before === after) return [];
  const votes = (
    [
      [readVote(before), -1],
      [readVote(after), 1],
    ] as const
  ).filter(([vote]) => vote !== undefined);
  if (votes.length === 0) return [];
  return [
    {
      standing: 'item',
      id,
      fold: (standing) => {
        for (const [vote, sign] of votes) {
          if (!vote) continue;
          standing[vote.value] += sign;
          if (vote.value === 'up') standing.upMinutes += sign * vote.minute;
        }
      },
    },
  ];
}

function markChange(id: string, before: unknown, after: unknown): Contribution[] {
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
        for (const [mark, change] of changes) standing[mark] += change;
      },
    },
  ];
}

import type { Row } from '#functions/table/table.ts';
import { isoSeconds, secondOfMinute } from '#shared/ranking/time.ts';
import { reviewMarks } from '#shared/reviews/schema.ts';
import { readVote } from '#shared/votes/rules.ts';
import type { VoteValue } from '#shared/votes/schema.ts';
import { isMarks, ownMarks, targetOf } from './table.ts';

export { clearOwnRatings, closeMarks } from './closing/table.ts';
export {
  accountIsOpen,
  onComments,
  ownRatingChange,
  removeLeftHold,
  removeVote,
  replaceVote,
  storeVote,
  voteOn,
  votesOf,
} from './table.ts';

type Given = {
  votes: { itemId: string; value: VoteValue; at: string }[];
  commentVotes: { commentId: string; value: VoteValue; at: string }[];
  marks: { reviewId: string; marks: string[] }[];
  reviewed: string[];
};

/** What a person voted, on items, comments and reviews, and the items they reviewed; each in the order of ids. */
export async function givenBy(personId: string): Promise<Given> {
  const found = (await ownMarks(personId)).flatMap((row) => Object.entries(row));
  const of = (kind: Parameters<typeof targetOf>[0]) =>
    found
      .flatMap(([name, value]) => {
        const id = targetOf(kind, name);
        return id === undefined ? [] : [{ id, value }];
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const votes = (kind: 'v' | 'c') =>
    of(kind).flatMap(({ id, value }) => {
      const vote = readVote(value);
      const at = vote && isoSeconds(new Date(secondOfMinute(vote.minute) * 1000));
      return vote && at ? [{ id, value: vote.value, at }] : [];
    });
  return {
    votes: votes('v').map(({ id, value, at }) => ({ itemId: id, value, at })),
    commentVotes: votes('c').map(({ id, value, at }) => ({ commentId: id, value, at })),
    marks: of('m').flatMap(({ id, value }) => {
      const marks = reviewMarks.filter((mark) => (value as Set<string>).has(mark));
      return marks.length > 0 ? [{ reviewId: id, marks }] : [];
    }),
    reviewed: of('s').map(({ id }) => id),
  };
}

/** The items that a person reviewed, from all of the person's rows. */
export function reviewedItems(rows: readonly Row[]): string[] {
  return rows
    .filter(isMarks)
    .flatMap((row) => Object.keys(row))
    .flatMap((name) => targetOf('s', name) ?? []);
}

/** A person's own ratings, by item, and nothing else of the rows they stand in. */
export async function ownRatings(personId: string): Promise<Map<string, number>> {
  const rows = await ownMarks(personId, { strong: false });
  return new Map(
    rows.flatMap((row) =>
      Object.entries(row).flatMap(([name, value]) => {
        const itemId = targetOf('s', name);
        return itemId && typeof value === 'number' ? [[itemId, value] as const] : [];
      }),
    ),
  );
}

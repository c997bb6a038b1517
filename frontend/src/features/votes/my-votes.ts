import { useEffect, useRef } from 'react';
import type { VoteValue } from '#shared/votes/schema.ts';
import { call } from '../../client/call.ts';
import { ownValues } from '../../client/own-values.ts';
import { noteOwnWrite } from '../../client/own-writes.ts';
import { useSession } from '../../client/session.ts';

const votes = ownValues<VoteValue | null>(null, (itemId, vote) =>
  vote ? call('castVote', { params: { itemId }, body: { value: vote } }) : call('withdrawVote', { params: { itemId } }),
);
export const learnVote = votes.learn;
export const useMyVote = votes.useValue;

/** Counts as the public page gave them, before one's own change is laid over. */
export type Shown = { up: number; down: number };

export function changeVote(itemId: string, next: VoteValue | null, shown: Shown): Promise<void> {
  return votes.change(itemId, next, (before, after) => {
    for (const side of ['up', 'down'] as const) {
      noteOwnWrite(`${side}:${itemId}`, shown[side], Number(after === side) - Number(before === side));
    }
  });
}

/** Asks for my votes on what is listed: one request a page of at most 50, once a page. */
export function useMyVotesOn(pages: readonly (readonly string[])[]): void {
  const { signedIn } = useSession();
  const asked = useRef(new Set<string>());
  useEffect(() => {
    if (!signedIn) return asked.current.clear();
    for (const ids of pages) {
      const items = ids.join();
      if (items === '' || asked.current.has(items)) continue;
      asked.current.add(items);
      const askedAt = Date.now();
      call('listMyMarks', { query: { items } }).then(
        (marks) => {
          for (const id of ids) learnVote(id, marks.items[id]?.vote ?? null, askedAt);
        },
        // The listing stands without them; a later visit asks again.
        () => asked.current.delete(items),
      );
    }
  });
}

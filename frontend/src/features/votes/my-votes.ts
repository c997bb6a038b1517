import { useEffect, useRef } from 'react';
import type { Hold } from '#shared/holds/schema.ts';
import type { VoteValue } from '#shared/votes/schema.ts';
import { call } from '../../client/call.ts';
import { ownValues } from '../../client/own-values.ts';
import { noteOwnWrite } from '../../client/own-writes.ts';
import { useSession } from '../../client/session.ts';

const holds = ownValues<Hold | null>(null, () => Promise.resolve());
/** Items on which my vote waits: it is in no public count, and nothing is laid over them. */
const waiting = new Set<string>();

/** Takes what the server said of the hold on my vote. */
export function learnHold(itemId: string, hold: Hold | null, askedAt: number): void {
  if (hold) waiting.add(itemId);
  else waiting.delete(itemId);
  holds.learn(itemId, hold, askedAt);
}
/** Why my vote on an item waits, if it does. */
export const useMyHold = holds.useValue;

const votes = ownValues<VoteValue | null>(null, async (itemId, vote) => {
  const params = { itemId };
  const held = vote ? (await call('castVote', { params, body: { value: vote } })).held : null;
  if (!vote) await call('withdrawVote', { params });
  // It was laid over the count before the server said that it waits.
  if (held && !waiting.has(itemId)) noteOwnWrite(`${vote}:${itemId}`, 0, -1);
  learnHold(itemId, held, Date.now());
});
export const learnVote = votes.learn;
export const useMyVote = votes.useValue;

/** Counts as the public page gave them, before one's own change is laid over. */
export type Shown = { up: number; down: number };

export function changeVote(itemId: string, next: VoteValue | null, shown: Shown): Promise<void> {
  return votes.change(itemId, next, (before, after) => {
    if (waiting.has(itemId)) return;
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

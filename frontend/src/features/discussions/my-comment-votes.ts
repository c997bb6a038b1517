import { useEffect, useRef } from 'react';
import type { VoteValue } from '#shared/votes/schema.ts';
import { call } from '../../client/call.ts';
import { ownValues } from '../../client/own-values.ts';
import { noteOwnWrite } from '../../client/own-writes.ts';
import { useSession } from '../../client/session.ts';
import { say } from '../../ui/toasts.ts';

/** Comments on which my vote waits: it is in no public count, and nothing is laid over them. */
const waiting = new Set<string>();
export const sideKey = (side: VoteValue, commentId: string) => `comment-${side}:${commentId}`;

const votes = ownValues<VoteValue | null>(null, async (commentId, vote) => {
  const params = { commentId };
  if (!vote) {
    await call('unvoteComment', { params });
    return;
  }
  const { held } = await call('voteComment', { params, body: { value: vote } });
  if (!held || waiting.has(commentId)) return;
  waiting.add(commentId);
  // It was laid over the count before the server said that it waits.
  noteOwnWrite(sideKey(vote, commentId), 0, -1);
  say('Your vote is kept, and counts once your account is old enough.', {
    link: { href: '/how-ranking-works#waiting', label: 'Why' },
  });
});
export const useMyCommentVote = votes.useValue;

export function changeCommentVote(
  commentId: string,
  next: VoteValue | null,
  shown: { up: number; down: number },
): Promise<void> {
  return votes.change(commentId, next, (before, after) => {
    if (waiting.has(commentId)) return;
    for (const side of ['up', 'down'] as const)
      noteOwnWrite(sideKey(side, commentId), shown[side], Number(after === side) - Number(before === side));
  });
}

/** Asks for my votes on the comments that are shown, up to 100 at a time, each once. */
export function useMyCommentVotesOn(commentIds: readonly string[]): void {
  const { signedIn } = useSession();
  const asked = useRef(new Set<string>());
  useEffect(() => {
    if (!signedIn) return asked.current.clear();
    const ids = commentIds.filter((id) => /^\w{12}$/.test(id) && !asked.current.has(id)).slice(0, 100);
    if (ids.length === 0) return;
    for (const id of ids) asked.current.add(id);
    const askedAt = Date.now();
    call('listMyMarks', { query: { comments: ids.join() } }).then(
      ({ comments }) => {
        for (const id of ids) votes.learn(id, comments[id] ?? null, askedAt);
      },
      () => {
        for (const id of ids) asked.current.delete(id);
      },
    );
  });
}

import { ballotSize } from '#shared/lists/rules.ts';
import { type Answer, call } from '../../client/call.ts';
import { ownValues } from '../../client/own-values.ts';
import { refused } from '../../ui/refusal.ts';
import { say } from '../../ui/toasts.ts';

export type BallotItem = Answer<'getMyBallot'>['ballot']['items'][number];
const nothing: readonly BallotItem[] = [];

const ballots = ownValues<readonly BallotItem[]>(nothing, (listId, items) =>
  items.length > 0
    ? call('castBallot', { params: { listId }, body: { items: items.map(({ itemId }) => itemId) } })
    : call('withdrawBallot', { params: { listId } }),
);

/** Takes what the server said of my ballot on a list. */
export const learnBallot = ballots.learn;
/** My ballot on a list, the best first, as I left it. */
export const useBallot = ballots.useValue;

/** Shows another ballot at once and casts it; goes back, and says why, where it is refused. */
export function changeBallot(listId: string, next: readonly BallotItem[]): void {
  if (next.length > ballotSize) {
    say(`A ballot holds ${ballotSize} items. Take one off first.`);
    return;
  }
  ballots.change(listId, next, () => {}).catch(refused('Your ballot was not taken'));
}

/** The same items with one of them one place further up (−1) or down (1). */
export function shifted<T extends { itemId: string }>(items: readonly T[], itemId: string, by: 1 | -1): T[] {
  const from = items.findIndex((one) => one.itemId === itemId);
  const [one, other] = [items[from], items[from + by]];
  if (!one || !other) return [...items];
  const next = [...items];
  next[from] = other;
  next[from + by] = one;
  return next;
}

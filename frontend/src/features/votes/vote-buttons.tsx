import type { VoteValue } from '#shared/votes/schema.ts';
import { useOwnWrites, withOwnWrite } from '../../client/own-writes.ts';
import { useSession } from '../../client/session.ts';
import { exactCount, settledCount } from '../../ui/numbers.ts';
import { refused, signInFirst } from '../../ui/refusal.ts';
import { say } from '../../ui/toasts.ts';
import { changeVote, type Shown, useMyVote } from './my-votes.ts';
import styles from './vote-buttons.module.css';

type Props = {
  itemId: string;
  title: string;
  counts: Shown;
  /** Whether the counts are a card's, settled. */
  settled?: boolean;
  /** Handle of the person who added the item. */
  by: string | null;
};

const sides = [
  { side: 'up', label: 'Vote up', arrow: 'M12 5l7 8h-4.500v6h-5v-6H5z' },
  { side: 'down', label: 'Vote down', arrow: 'M12 19l7-8h-4.500V5h-5v6H5z' },
] as const;

/** Votes for and against, kept as two columns of a ledger: each shows its own count. */
export function VoteButtons({ itemId, title, counts, settled = false, by }: Props) {
  const session = useSession();
  const vote = useMyVote(itemId);
  const own = useOwnWrites();
  const isOwn = session.signedIn && by !== null && session.handle === by;

  const press = (side: VoteValue) => {
    if (!session.signedIn) return signInFirst('vote');
    if (isOwn) return say('You added this. Nobody votes on their own.', { tone: 'refused' });
    changeVote(itemId, vote === side ? null : side, counts).catch(refused('Your vote was not taken'));
  };

  return (
    <fieldset aria-label={`Votes on ${title}`} className={styles.votes}>
      {sides.map(({ side, label, arrow }) => {
        const count = withOwnWrite(own, `${side}:${itemId}`, counts[side], settled);
        return (
          <button
            key={side}
            type="button"
            className={styles.vote}
            data-side={side}
            aria-pressed={vote === side}
            aria-disabled={isOwn}
            onClick={() => press(side)}
          >
            <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
              <path d={arrow} />
            </svg>
            <span className="visually-hidden">{label}: </span>
            <span className={styles.count}>{settled ? settledCount(count) : exactCount(count)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

import { useState } from 'react';
import { Link } from 'wouter';
import { ballotSize } from '#shared/lists/rules.ts';
import { useSession } from '../../client/session.ts';
import form from '../../ui/form.module.css';
import { Failure } from '../../ui/notice.tsx';
import { Loading } from '../../ui/skeleton.tsx';
import { changeBallot, shifted, useBallot } from './ballots.ts';
import styles from './lists.module.css';
import { Mover } from './mover.tsx';
import { useMyBallot } from './queries.ts';

/** My ballot on an open list: what I put on it from the list, in my order. */
export function MyBallot({ listId }: { listId: string }) {
  const session = useSession();
  const asked = useMyBallot(listId, true);
  const items = useBallot(listId);
  const [told, setTold] = useState('');
  const put = (next: typeof items, words: string) => {
    setTold(words);
    changeBallot(listId, next);
  };
  return (
    <section className={form.panel} aria-labelledby="ballot">
      <h2 id="ballot">Your ballot</h2>
      {!session.signedIn ? (
        <p className={form.hint}>
          <Link href={`/sign-in?back=${encodeURIComponent(`/l/${listId}`)}`}>Sign in</Link> to vote: up to {ballotSize}{' '}
          items, the best first.
        </p>
      ) : asked.error !== undefined ? (
        <Failure error={asked.error} retry={asked.reload} />
      ) : asked.loading && items.length === 0 ? (
        <Loading what="your ballot" />
      ) : items.length === 0 ? (
        <p className={form.hint}>
          Empty. Put up to {ballotSize} items of the list on it, the best first: it counts at once, and you may change
          it any time.
        </p>
      ) : (
        <>
          <ol className={styles.ballot}>
            {items.map(({ itemId, title }, index) => (
              <li key={itemId}>
                <span className={styles.place}>{index + 1}</span>
                <span className={styles.what}>
                  <Link href={`/i/${itemId}`}>{title}</Link>
                </span>
                <Mover
                  title={title}
                  first={index === 0}
                  last={index === items.length - 1}
                  onMove={(by) => put(shifted(items, itemId, by), `${title} is now number ${index + 1 + by}.`)}
                  onRemove={() =>
                    put(
                      items.filter((one) => one.itemId !== itemId),
                      `${title} is off your ballot.`,
                    )
                  }
                />
              </li>
            ))}
          </ol>
          <p className={form.hint}>
            Number 1 gives 100 points, number {items.length} gives {101 - items.length}. It joins the ranking in a
            moment.
          </p>
        </>
      )}
      <p className="visually-hidden" role="status">
        {told}
      </p>
    </section>
  );
}

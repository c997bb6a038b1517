import { type FormEvent, lazy, Suspense, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Answer } from '../client/call.ts';
import { Licence } from '../features/items/licence.tsx';
import { useHistory, useHistoryFrom } from '../features/revisions/queries.ts';
import { RevisionLine } from '../features/revisions/revision-line.tsx';
import styles from '../features/revisions/revisions.module.css';
import { Button } from '../ui/button.tsx';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Failure } from '../ui/notice.tsx';
import { OfItem } from './of-item.tsx';

const MyOdds = lazy(() => import('../features/odds/my-odds.tsx'));

/** Every state an item was in, newest first, and what lies between any two. */
export default function HistoryRoute({ itemId }: { itemId: string }) {
  const found = useHistory(itemId);
  const title = found.data?.item.title;
  return (
    <OfItem itemId={itemId} over="History of" title={title} error={found.error} retry={found.reload}>
      <Suspense>
        <MyOdds itemId={itemId} />
      </Suspense>
      {found.data && <Revisions itemId={itemId} first={found.data} />}
      {found.data?.entries[0] && (
        <p>
          Under <Licence name={found.data.entries[0].licence} />
        </p>
      )}
      <FeedLinks of={`/i/${itemId}/history`} about={`History of ${title}`} />
    </OfItem>
  );
}

function Revisions({ itemId, first }: { itemId: string; first: Answer<'listRevisions'> }) {
  const list = useHistoryFrom(itemId, first);
  const revisions = list.data ? list.data.pages.flat() : first.entries;
  const next = list.data ? list.data.next : first.next;
  const [, navigate] = useLocation();
  const newest = revisions[0]?.n ?? 1;
  const [from, setFrom] = useState(Math.max(1, newest - 1));
  const [to, setTo] = useState(newest);
  const compare = (event: FormEvent) => {
    event.preventDefault();
    navigate(`/i/${itemId}/diff/${Math.min(from, to)}/${Math.max(from, to)}`);
  };
  if (revisions.length === 1 && newest === 1) {
    return (
      <>
        <p>
          Nobody changed it since it was added. <Link href={`/i/${itemId}/edit`}>Be the first to improve it</Link>.
        </p>
        <ol className={styles.list}>
          {revisions.map((revision) => (
            <li key={revision.n}>
              <div className={styles.what}>
                <RevisionLine itemId={itemId} revision={revision} />
              </div>
            </li>
          ))}
        </ol>
      </>
    );
  }
  return (
    <form onSubmit={compare}>
      <p>
        <Button type="submit" look="plain">
          Compare {Math.min(from, to)} with {Math.max(from, to)}
        </Button>
      </p>
      <ol className={styles.list}>
        {revisions.map((revision) => (
          <li key={revision.n}>
            <div className={styles.choices}>
              <label>
                <input
                  type="radio"
                  name="from"
                  checked={from === revision.n}
                  onChange={() => setFrom(revision.n)}
                  aria-label={`From revision ${revision.n}`}
                />
                from
              </label>
              <label>
                <input
                  type="radio"
                  name="to"
                  checked={to === revision.n}
                  onChange={() => setTo(revision.n)}
                  aria-label={`To revision ${revision.n}`}
                />
                to
              </label>
            </div>
            <div className={styles.what}>
              <RevisionLine itemId={itemId} revision={revision} />
            </div>
            <div className={styles.actions}>
              {revision.n > 1 && (
                <Link
                  href={`/i/${itemId}/diff/${revision.n - 1}/${revision.n}`}
                  aria-label={`What revision ${revision.n} changed`}
                >
                  changes
                </Link>
              )}
            </div>
          </li>
        ))}
      </ol>
      {list.error !== undefined && <Failure error={list.error} retry={list.more} />}
      {next && (
        <p>
          <Button look="plain" busy={list.loading} onClick={list.more}>
            Older revisions
          </Button>
        </p>
      )}
    </form>
  );
}

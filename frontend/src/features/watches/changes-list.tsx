import { kinds } from 'virtual:contract';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RecentChange } from '#shared/watches/schema.ts';
import { call } from '../../client/call.ts';
import { useSession } from '../../client/session.ts';
import news from '../../ui/news.module.css';
import { More, Notice } from '../../ui/notice.tsx';
import quiet from '../../ui/quiet.module.css';
import { refused } from '../../ui/refusal.ts';
import { Loading } from '../../ui/skeleton.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { type ChangesQuery, useChanges } from './queries.ts';
import styles from './watches.module.css';
import { deltaSaid, didSaid } from './words.ts';

/** Revisions and new items, as far as a filter leaves them. */
export function ChangesList({ query }: { query: ChangesQuery }) {
  const list = useChanges(query);
  const changes = (list.data?.pages ?? []).flat();
  return (
    <>
      {!list.data && list.error === undefined && <Loading what="recent changes" />}
      {list.data && changes.length === 0 && !list.data.next && (
        <Notice title="No such changes">
          <p>Nothing of the last 90 days is left by this choice.</p>
        </Notice>
      )}
      {changes.length > 0 && (
        <ol className={news.news} aria-label="Recent changes, newest first">
          {changes.map((change) => (
            <Change key={`${change.itemId}.${change.n}`} change={change} />
          ))}
        </ol>
      )}
      <More list={list} />
    </>
  );
}

function Change({ change }: { change: RecentChange }) {
  const { itemId, kind, title, n, did, at, by, summary, minor, delta, newcomer, tags = [] } = change;
  return (
    <li>
      <p className={styles.did}>
        {by === null ? 'A former member' : <Link href={`/@${by}`}>@{by}</Link>} {didSaid(did)} <TimeAgo at={at} /> ·{' '}
        {kinds[kind].label}
        {delta ? ` · ${deltaSaid(delta)}` : ''}
      </p>
      <h2 className={news.title}>
        <Link href={`/i/${itemId}`}>{title}</Link>
      </h2>
      {summary && <p className={styles.said}>{summary}</p>}
      <div className={styles.actions}>
        <span>
          {minor && <span className={styles.mark}>minor</span>}
          {newcomer && <span className={styles.mark}>newcomer</span>}
          {tags.map((tag) => (
            <span key={tag} className={styles.mark}>
              #{tag}
            </span>
          ))}
        </span>
        {n > 1 && <Link href={`/i/${itemId}/diff/${n - 1}/${n}`}>What changed</Link>}
        <Reviewed change={change} />
      </div>
    </li>
  );
}

/** Who looked it over, or the button to say that I did. */
function Reviewed({ change: { itemId, n, by, title, patrolled } }: { change: RecentChange }) {
  const session = useSession();
  const [mark, setMark] = useState(patrolled);
  const [busy, setBusy] = useState(false);
  if (mark)
    return <span className={styles.facts}>Reviewed by {mark.by === null ? 'a former member' : `@${mark.by}`}</span>;
  if (!session.signedIn || session.handle === null || session.handle === by)
    return <span className={styles.facts}>Not reviewed yet</span>;
  const press = () => {
    setBusy(true);
    call('patrolRevision', { params: { itemId, n: String(n) } })
      .then((answer) => setMark(answer.patrolled))
      .catch(refused('It is not marked as reviewed'))
      .finally(() => setBusy(false));
  };
  return (
    <button type="button" className={quiet.quiet} disabled={busy} onClick={press}>
      Mark as reviewed<span className="visually-hidden">: {title}</span>
    </button>
  );
}

import { Link } from 'wouter';
import type { WatchedChange } from '#shared/watches/schema.ts';
import { Button } from '../../ui/button.tsx';
import news from '../../ui/news.module.css';
import { More, Notice } from '../../ui/notice.tsx';
import quiet from '../../ui/quiet.module.css';
import { refused } from '../../ui/refusal.ts';
import { Loading } from '../../ui/skeleton.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { isNew, markSeen, useSeen, useWatchedChanges } from './queries.ts';
import styles from './watches.module.css';
import { deltaSaid, didSaid } from './words.ts';

/** What happened to what I watch; what I have not seen is marked until I say so. */
export function WatchedList() {
  const list = useWatchedChanges();
  const seen = useSeen();
  const lines = (list.data?.pages ?? []).flat();
  const [newest] = lines;
  const mark = (line: WatchedChange, which: 'one' | 'all') =>
    void markSeen(line, which).catch(refused('It is still marked as new'));
  return (
    <>
      {!list.data && list.error === undefined && <Loading what="your watchlist" />}
      {list.data && lines.length === 0 && !list.data.next && (
        <Notice title="Nothing changed lately">
          <p>
            Watch an item, a tag or a discussion: the button is on their pages. What is changed, proposed and said there
            comes here.
          </p>
        </Notice>
      )}
      {newest && lines.some((line) => isNew(seen, line)) && (
        <p>
          <Button look="plain" onClick={() => mark(newest, 'all')}>
            Mark all as seen
          </Button>
        </p>
      )}
      {lines.length > 0 && (
        <ol className={news.news} aria-label="Your watchlist, newest first">
          {lines.map((line) => (
            <Line key={line.id} line={line} fresh={isNew(seen, line)} onSeen={() => mark(line, 'one')} />
          ))}
        </ol>
      )}
      <More list={list} />
    </>
  );
}

function Line({ line, fresh, onSeen }: { line: WatchedChange; fresh: boolean; onSeen: () => void }) {
  const { did, at, by, about, itemId, n, summary, minor, delta, state, text } = line;
  const said = summary ?? text;
  return (
    <li data-new={fresh}>
      <p className={styles.did}>
        {fresh && <span className="visually-hidden">New: </span>}
        {by === null ? 'A former member' : <Link href={`/@${by}`}>@{by}</Link>} {didSaid(did)} <TimeAgo at={at} />
        {minor && ' · minor'}
        {delta ? ` · ${deltaSaid(delta)}` : ''}
        {state && ` · ${state}`}
      </p>
      <h2 className={news.title}>
        <Link href={about.href}>{about.title}</Link>
      </h2>
      {said && <p className={styles.said}>{said}</p>}
      <div className={styles.actions}>
        {itemId && n !== undefined && <Link href={`/i/${itemId}/diff/${n - 1}/${n}`}>What changed</Link>}
        {fresh && (
          <button type="button" className={quiet.quiet} onClick={onSeen}>
            Seen<span className="visually-hidden">: {about.title}</span>
          </button>
        )}
      </div>
    </li>
  );
}

import { Link } from 'wouter';
import type { Activity } from '#shared/follows/schema.ts';
import news from '../../ui/news.module.css';
import { Stars } from '../../ui/stars.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import styles from './follows.module.css';
import MuteButton from './mute-button.tsx';
import type { Target } from './my-follows.ts';

const verbs: Record<Activity['did'], string> = { added: 'added', reviewed: 'reviewed', saved: 'saved' };

/** One thing that somebody did, with a menu of what of it can be muted. `onMuted` is told before the server is. */
export function FeedLine({ line, onMuted }: { line: Activity; onMuted: (target: Target) => void }) {
  const { did, at, by, item, review, note, tags = [] } = line;
  const mutable: (Target & { name: string })[] = [
    { what: 'people', target: by, name: `@${by}` },
    { what: 'items', target: item.id, name: 'this item' },
    ...tags.map((tag) => ({ what: 'tags' as const, target: tag, name: `#${tag}` })),
  ];
  return (
    <li className={styles.line}>
      <div>
        <p className={styles.did}>
          <Link href={`/@${by}`}>@{by}</Link> {verbs[did]}{' '}
          {review ? (
            <Link href={`/r/${review.id}`}>
              <TimeAgo at={at} />
            </Link>
          ) : (
            <TimeAgo at={at} />
          )}
        </p>
        <h2 className={news.title}>
          <Link href={`/i/${item.id}`}>{item.title}</Link>
        </h2>
        {review && <Stars value={review.rating} />}
        {(review?.text ?? note) && (
          <p className={styles.said}>
            {review?.text ?? note}{' '}
            {review?.more && (
              <Link href={`/r/${review.id}`}>
                Read it whole<span className="visually-hidden">: {item.title}</span>
              </Link>
            )}
          </p>
        )}
        {tags.length > 0 && (
          <ul className={styles.tags} aria-label={`Tags on ${item.title}`}>
            {tags.map((tag) => (
              <li key={tag}>
                <Link href={`/t/${encodeURIComponent(tag)}`}>#{tag}</Link>
              </li>
            ))}
          </ul>
        )}
      </div>
      <details className={styles.menu}>
        <summary aria-label={`What to mute of ${item.title}, ${verbs[did]} by @${by}`}>
          <span aria-hidden="true">⋯</span>
        </summary>
        <div>
          {mutable.map((one) => (
            <MuteButton key={one.what + one.target} {...one} onMuted={() => onMuted(one)} />
          ))}
        </div>
      </details>
    </li>
  );
}

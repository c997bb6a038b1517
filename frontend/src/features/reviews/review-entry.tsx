import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Aspect } from '#shared/items/kind.ts';
import type { Review } from '#shared/reviews/schema.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { Stars } from '../../ui/stars.tsx';
import { Day, TimeAgo } from '../../ui/time-ago.tsx';
import styles from './review-entry.module.css';
import { capitalised, partyLabels } from './visit.ts';

type Props = {
  review: Review;
  aspects?: readonly Aspect[];
  /** What the day is called: `visited`. */
  experienced?: string | undefined;
  mine?: boolean;
  actions?: ReactNode;
  note?: ReactNode;
  whole?: boolean;
};

/** One review: who, when, how many stars, the text, and what may be done with it. */
export function ReviewEntry({
  review,
  aspects = [],
  experienced = 'experienced',
  mine = false,
  actions,
  note,
  whole = false,
}: Props) {
  const { id, rating, text, by, at, editedAt, experiencedOn, party, licence } = review;
  const rated = aspects.filter(({ key }) => review.aspects[key] !== undefined);
  return (
    <article className={styles.review} data-mine={mine} aria-label={`Review by ${by ? `@${by}` : 'a former member'}`}>
      <header className={styles.head}>
        <Stars value={rating} />
        <span className={styles.by}>
          {mine ? 'Your review' : by ? <Link href={`/@${by}`}>@{by}</Link> : 'former member'}
        </span>
        <span>
          <Link href={`/r/${id}`}>
            <TimeAgo at={at} />
          </Link>
          {editedAt && ', edited'}
        </span>
      </header>
      {text && <Markdown text={text} />}
      {review.more && !whole && (
        <p className={styles.more}>
          <Link href={`/r/${id}`}>Read the whole review</Link>
        </p>
      )}
      {rated.length > 0 && (
        <ul className={styles.aspects}>
          {rated.map(({ key, label }) => (
            <li key={key}>
              {label} {review.aspects[key]}
              <span aria-hidden="true"> ★</span>
            </li>
          ))}
        </ul>
      )}
      {(experiencedOn || party || whole) && (
        <p className={styles.fine}>
          {(experiencedOn || party) && (
            <>
              {capitalised(experienced)} {experiencedOn && <Day day={experiencedOn} />}{' '}
              {party && partyLabels[party].phrase}
              {whole && ' · '}
            </>
          )}
          {whole && licence}
        </p>
      )}
      {note}
      {actions && <footer className={styles.actions}>{actions}</footer>}
    </article>
  );
}

import { Link } from 'wouter';
import { ratingCount, shownAverage } from '#shared/ranking/stars.ts';
import { counted, exactCount } from '../../ui/numbers.ts';
import { Stars } from '../../ui/stars.tsx';
import styles from './histogram.module.css';

type Props = {
  ratings: readonly number[];
  selected: string | undefined;
  hrefOf: (stars: string | undefined) => string;
};

/** How people rated: five bars (a half star counts with the star above it), each a filter of the reviews. */
export function Histogram({ ratings, selected, hrefOf }: Props) {
  const total = ratingCount(ratings);
  const average = shownAverage(ratings);
  const bars = [5, 4, 3, 2, 1].map((star) => ({
    star,
    count: (ratings[star * 2 - 1] ?? 0) + (ratings[star * 2 - 2] ?? 0),
  }));
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <div className={styles.ratings}>
      <p className={styles.summary}>
        {average === undefined ? (
          <span className={styles.few}>{total === 0 ? 'Not rated yet' : counted(total, 'rating')}</span>
        ) : (
          <>
            <span className={styles.average}>{average.toFixed(1)}</span>
            <span>
              <Stars value={Math.round(average * 2) / 2} />
              {counted(total, 'rating')}
            </span>
          </>
        )}
      </p>
      {average === undefined && total > 0 && <p className={styles.hint}>An average is shown from 5 ratings on.</p>}
      <ul className={styles.bars} aria-label="Reviews by stars" hidden={total === 0 && selected === undefined}>
        {bars.map(({ star, count }) => (
          <li key={star}>
            <Link
              href={hrefOf(selected === String(star) ? undefined : String(star))}
              aria-current={selected === String(star) ? 'true' : undefined}
            >
              <span>
                {star}
                <span aria-hidden="true"> ★</span>
                <span className="visually-hidden"> stars: </span>
              </span>
              <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                <rect className={styles.track} width="100" height="12" />
                <rect className={styles.bar} width={(count / most) * 100} height="12" />
              </svg>
              <span className={styles.count}>{exactCount(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

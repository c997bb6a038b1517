import { ratingCount } from '#shared/ranking/stars.ts';
import { exactCount } from '../../ui/numbers.ts';
import styles from './rating-bars.module.css';

/** How somebody rated what they finished: five bars, a half star with the star above it, and the average. */
export function RatingBars({ ratings }: { ratings: readonly number[] }) {
  const total = ratingCount(ratings);
  if (total === 0) return null;
  const bars = [5, 4, 3, 2, 1].map((star) => ({
    star,
    count: (ratings[star * 2 - 1] ?? 0) + (ratings[star * 2 - 2] ?? 0),
  }));
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const average = ratings.reduce((sum, count, index) => sum + (count * (index + 1)) / 2, 0) / total;
  return (
    <figure className={styles.ratings}>
      <figcaption>
        Ratings given{' '}
        <span>
          {exactCount(total)}, {average.toFixed(1)} stars on average
        </span>
      </figcaption>
      <ul>
        {bars.map(({ star, count }) => (
          <li key={star}>
            <span>
              {star}
              <span aria-hidden="true"> ★</span>
              <span className="visually-hidden"> stars: </span>
            </span>
            <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
              <rect className={styles.track} width="100" height="12" />
              <rect className={styles.bar} width={(count / most) * 100} height="12" />
            </svg>
            <span>{exactCount(count)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

import type { Aspect } from '#shared/items/kind.ts';
import { parameters } from '#shared/ranking/parameters.ts';
import { counted } from '../../ui/numbers.ts';
import { Stars } from '../../ui/stars.tsx';
import styles from './aspect-averages.module.css';

type Props = { aspects: readonly Aspect[]; sums: Record<string, { ratings: number; sum: number }> };

/** What people rated beside the whole, by the kind's aspects; averages from as many ratings on as the whole. */
export function AspectAverages({ aspects, sums }: Props) {
  const rated = aspects.filter(({ key }) => (sums[key]?.ratings ?? 0) > 0);
  if (rated.length === 0) return null;
  return (
    <dl className={styles.aspects}>
      {rated.map(({ key, label }) => {
        const { ratings = 0, sum = 0 } = sums[key] ?? {};
        return (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              {ratings >= parameters.ratingsForAverage ? (
                <>
                  <Stars value={Math.round((sum / ratings) * 2) / 2} /> {(sum / ratings).toFixed(1)}
                </>
              ) : (
                counted(ratings, 'rating')
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

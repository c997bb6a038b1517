import type { Aspect } from '#shared/items/kind.ts';
import { parameters } from '#shared/ranking/parameters.ts';
import { type StarSums, starsMargin } from '#shared/ranking/stars.ts';
import { counted } from '../../ui/numbers.ts';
import { Stars } from '../../ui/stars.tsx';
import styles from './aspect-averages.module.css';

type Props = { aspects: readonly Aspect[]; sums: Record<string, StarSums> };

/** What people rated beside the whole; averages from as many ratings on as the whole, with how far off they may be. */
export function AspectAverages({ aspects, sums }: Props) {
  const rated = aspects.flatMap(({ key, label }) => {
    const of = sums[key];
    return of && of.ratings > 0 ? [{ key, label, of }] : [];
  });
  if (rated.length === 0) return null;
  const isAveraged = rated.some(({ of }) => of.ratings >= parameters.ratingsForAverage);
  return (
    <>
      <dl className={styles.aspects}>
        {rated.map(({ key, label, of }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              <Average of={of} />
            </dd>
          </div>
        ))}
      </dl>
      {isAveraged && (
        <p className={styles.hint}>
          ± says how far an average may be off, nine times in ten. <a href="/how-ranking-works#averages">How</a>
        </p>
      )}
    </>
  );
}

function Average({ of }: { of: StarSums }) {
  const { ratings, sum } = of;
  if (ratings < parameters.ratingsForAverage) return counted(ratings, 'rating');
  return (
    <>
      <Stars value={Math.round((sum / ratings) * 2) / 2} /> {(sum / ratings).toFixed(1)}
      <span className={styles.margin}>
        {Number.isNaN(of.squares) || of.squares === undefined ? '' : `± ${starsMargin(of).toFixed(1)} · `}
        {ratings}
        <span className="visually-hidden"> ratings</span>
      </span>
    </>
  );
}

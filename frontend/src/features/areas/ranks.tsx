import { Fragment, type ReactNode } from 'react';
import { Link } from 'wouter';
import { categoryLabel } from '#shared/items/kinds/place-categories.ts';
import { Failure } from '../../ui/notice.tsx';
import { counted } from '../../ui/numbers.ts';
import styles from './areas.module.css';
import { useAreaRanks } from './queries.ts';

type Why = NonNullable<ReturnType<typeof useAreaRanks>['data']>['why'];

/** “#3 of 40 in Area · Café: #1 of 7”, a line for each of a place's areas, with why; one line for all that it is not rated in. */
export function AreaRanks({ itemId, explain }: { itemId: string; explain: (why: Why) => ReactNode }) {
  const { data, error, reload } = useAreaRanks(itemId, true);
  if (error !== undefined) return <Failure error={error} retry={reload} />;
  if (!data || data.ranks.length === 0) return null;
  const { why } = data;
  const areas = [...new Map(data.ranks.map(({ area }) => [area.id, area])).values()].map((area) => ({
    area,
    ranks: data.ranks.filter(({ area: { id }, rank }) => id === area.id && rank !== null),
  }));
  const ranked = areas.filter(({ ranks }) => ranks.length > 0);
  const others = areas.filter(({ ranks }) => ranks.length === 0);
  return (
    <div className={styles.ranks}>
      {ranked.length > 0 && (
        <ul>
          {ranked.map(({ area, ranks }) => (
            <li key={area.id}>
              {ranks.map(({ category, rank, shared, rated }) => (
                <span key={category} className={styles.rank}>
                  {category && (
                    <>
                      <Link href={`/i/${area.id}?category=${category}`}>{categoryLabel(category)}</Link>:{' '}
                    </>
                  )}
                  <strong>#{rank}</strong> of {rated}
                  {!category && (
                    <>
                      {' in '}
                      <Link href={`/i/${area.id}`}>{area.title}</Link>
                    </>
                  )}
                  {shared > 0 && `, tied with ${counted(shared, 'other')}`}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <p>
          Not rated yet in{' '}
          {others.map(({ area }, index) => (
            <Fragment key={area.id}>
              {index > 0 && (index === others.length - 1 ? ' or ' : ', ')}
              <Link href={`/i/${area.id}`}>{area.title}</Link>
            </Fragment>
          ))}
        </p>
      )}
      {why.score !== null && (
        <details className={styles.why}>
          <summary>Why?</summary>
          {explain(why)}
          <p>
            Places of an area stand by this number, highest first; the same number, the same rank. What counts: how good
            its ratings are, how many, how much they agree, and how young they are. Votes and saves do not.{' '}
            <Link href="/how-ranking-works#areas">How places rank</Link>
          </p>
        </details>
      )}
    </div>
  );
}

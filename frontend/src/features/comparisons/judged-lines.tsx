import { parameters } from '#shared/ranking/parameters.ts';
import { ratingCount, shownAverage, wholeStars } from '#shared/ranking/stars.ts';
import { inPlace } from '../../ui/in-place.tsx';
import { counted, exactCount } from '../../ui/numbers.ts';
import type { Line } from './comparison-table.tsx';
import styles from './comparisons.module.css';
import type { Compared } from './queries.ts';

type Aspects = readonly { key: string; label: string }[];

/** How people judged each: ratings with their spread, aspects, votes, reviews, saves. */
export function judgedLines(items: readonly Compared[], aspectsOf: (item: Compared['item']) => Aspects): Line[] {
  const number = (label: string, of: (one: Compared) => number): Line => ({
    label,
    cells: items.map((one) => ({ is: exactCount(of(one)), rank: of(one) })),
  });
  return [
    {
      label: 'Rating',
      cells: items.map(({ counts: { ratings } }) => ({
        is: <Rating ratings={ratings} />,
        rank: shownAverage(ratings),
      })),
    },
    ...aspectLines(items, aspectsOf),
    {
      label: 'Votes',
      cells: items.map(({ counts: { up, down, net } }) => ({
        is: `${exactCount(up)} for, ${exactCount(down)} against`,
        rank: net,
      })),
    },
    number('Reviews', ({ counts }) => counts.reviews),
    number('Saved by', ({ counts }) => counts.saves),
  ];
}

/** What was rated of any of them beside the whole; an average from as many ratings on as the whole. */
function aspectLines(items: readonly Compared[], aspectsOf: (item: Compared['item']) => Aspects): Line[] {
  const rated = new Map(
    items.flatMap(({ item, aspects }) =>
      aspectsOf(item).flatMap(({ key, label }) => ((aspects[key]?.ratings ?? 0) > 0 ? [[key, label] as const] : [])),
    ),
  );
  return [...rated].map(([key, label]) => ({
    label,
    cells: items.map(({ aspects }) => {
      const { ratings = 0, sum = 0 } = aspects[key] ?? {};
      if (ratings === 0) return { is: '' };
      if (ratings < parameters.ratingsForAverage) return { is: counted(ratings, 'rating') };
      return { is: `★ ${(sum / ratings).toFixed(1)} from ${counted(ratings, 'rating')}`, rank: sum / ratings };
    }),
  }));
}

function Rating({ ratings }: { ratings: readonly number[] }) {
  const total = ratingCount(ratings);
  const average = shownAverage(ratings);
  if (total === 0) return 'Not rated yet';
  const stars = wholeStars(ratings);
  const most = Math.max(1, ...stars);
  return (
    <>
      {average === undefined ? counted(total, 'rating') : <b>★ {average.toFixed(1)}</b>}
      {average !== undefined && <span className={styles.from}> from {counted(total, 'rating')}</span>}
      <svg viewBox="0 0 84 24" className={styles.spread} role="img" aria-label={spreadSaid(stars)}>
        {inPlace(stars, (count, at) => (
          <rect x={at * 17} y={23 - (22 * count) / most} width="14" height={1 + (22 * count) / most} />
        ))}
      </svg>
    </>
  );
}

const spreadSaid = (stars: readonly number[]) =>
  `By stars, from one to five: ${stars.map((count) => exactCount(Math.round(count))).join(', ')}`;

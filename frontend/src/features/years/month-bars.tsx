import { exactCount } from '../../ui/numbers.ts';
import { monthNames } from './days.ts';
import styles from './month-bars.module.css';

type Props = {
  /** What is counted, as a sentence begins: `Books read`. */
  label: string;
  /** Twelve numbers, January first. */
  months: readonly number[];
};

/** A year as twelve bars with their numbers. To those who do not see them each is a month and a number. */
export function MonthBars({ label, months }: Props) {
  const most = Math.max(1, ...months);
  const total = months.reduce((sum, count) => sum + count, 0);
  return (
    <figure className={styles.months}>
      <figcaption>
        {label} by month <span>{exactCount(total)} in all</span>
      </figcaption>
      <ol>
        {months.map((count, at) => (
          <li key={monthNames[at]}>
            <span className={styles.count} aria-hidden="true">
              {count === 0 ? '' : short(count)}
            </span>
            <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
              <rect className={styles.bar} y={100 - (count / most) * 100} width="10" height={(count / most) * 100} />
            </svg>
            <span className={styles.month} aria-hidden="true">
              {monthNames[at]?.slice(0, 1)}
              <span>{monthNames[at]?.slice(1, 3)}</span>
            </span>
            <span className="visually-hidden">
              {monthNames[at]}: {exactCount(count)}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** Four letters at most: a bar on a phone is no wider. */
const short = (count: number) => (count < 10_000 ? String(count) : `${Math.round(count / 1000)}k`);

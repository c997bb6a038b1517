import styles from './months-chart.module.css';
import { counted, exactCount } from './numbers.ts';

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const nameOf = (month: string) => monthName.format(new Date(`${month}-01T00:00:00Z`));
/** Beyond that bars would be hairs: years are shown instead. */
const mostBars = 48;

type Props = {
  months: Record<string, number>;
  /** What the bars are, as a heading says it: `Saves over time`. */
  label: string;
  /** One of what is counted: `save`. */
  one: string;
};

/** Numbers by month as bars; the same as a table for whoever does not see them. */
export function MonthsChart({ months, label, one }: Props) {
  const bars = barsOf(months);
  const [first] = bars;
  const last = bars.at(-1);
  if (!first || !last) return null;
  const most = Math.max(...bars.map(({ count }) => count));
  const width = 100 / bars.length;
  return (
    <figure className={styles.chart}>
      <svg viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
        {bars.map(({ name, count }, index) => {
          const height = count === 0 ? 0 : Math.max(1.5, (count / most) * 38);
          return (
            <rect key={name} x={index * width + width * 0.1} y={40 - height} width={width * 0.8} height={height}>
              <title>{`${name}: ${count}`}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption>
        <span>{first.name}</span>
        <span>most: {exactCount(most)}</span>
        <span>{last.name}</span>
      </figcaption>
      <table className="visually-hidden">
        <caption>{label}</caption>
        <tbody>
          {bars
            .filter(({ count }) => count > 0)
            .map(({ name, count }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{counted(count, one)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </figure>
  );
}

/** Every month of a year or more up to the last that has any, or every year where those are too many. */
function barsOf(months: Record<string, number>): { name: string; count: number }[] {
  const known = Object.keys(months).sort();
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const indexOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const to = indexOf(last);
  // A year at least: a single month would be a block, not a bar.
  const from = Math.min(indexOf(first), to - 11);
  if (to - from < mostBars) {
    return Array.from({ length: to - from + 1 }, (_, step) => {
      const at = from + step;
      const month = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
      return { name: nameOf(month), count: months[month] ?? 0 };
    });
  }
  const years = Math.floor(to / 12) - Math.floor(from / 12) + 1;
  return Array.from({ length: years }, (_, step) => {
    const year = String(Math.floor(from / 12) + step);
    const count = known.filter((month) => month.startsWith(year)).reduce((sum, month) => sum + (months[month] ?? 0), 0);
    return { name: year, count };
  });
}

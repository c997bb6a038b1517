import { MonthsChart } from '../../ui/months-chart.tsx';
import styles from './over-time.module.css';
import type { SiteWork } from './queries.ts';
import { kindWords } from './words.ts';

type Month = SiteWork['months'][number];
const charts = [
  ...Object.entries(kindWords).map(([name, [label, one]]) => ({ name: name as keyof typeof kindWords, label, one })),
  { name: 'newcomers', label: 'Edits by newcomers', one: 'edit' },
  { name: 'reverted', label: 'Edits taken back', one: 'edit' },
] as const;

/** What was given month by month, a chart for each kind there is any of. */
export function OverTime({ months }: { months: readonly Month[] }) {
  const shown = charts.filter(({ name }) => months.some((month) => month[name] > 0));
  return (
    <div className={styles.charts}>
      {shown.map(({ name, label, one }) => (
        <section key={name}>
          <h3>{label}</h3>
          <MonthsChart
            months={Object.fromEntries(months.map((month) => [month.month, month[name]]))}
            label={`${label} over time`}
            one={one}
          />
        </section>
      ))}
    </div>
  );
}

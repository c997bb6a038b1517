import type { ProgressPoint, Reading } from '#shared/saves/schema.ts';
import { shortDay } from './days.ts';
import styles from './progress-chart.module.css';

const width = 100;
const height = 40;

/**
 * How far a reading was, day by day, as a line that rises: in the measure of its last note. Without two days there is nothing to
 * draw. The notes themselves stand in a table beside it.
 */
export function ProgressChart({ reading }: { reading: Reading }) {
  const points = [...(reading.progress ?? [])].sort((a, b) => (a.on < b.on ? -1 : 1));
  const last = points.at(-1);
  if (!last) return null;
  const measure = last.percent === undefined ? 'page' : 'percent';
  const drawn = points.filter((point) => point[measure] !== undefined);
  const start = reading.started ?? drawn[0]?.on ?? last.on;
  const end = reading.finished && reading.finished > last.on ? reading.finished : last.on;
  const days = Date.parse(end) - Date.parse(start);
  if (days <= 0) return null;
  const most = measure === 'percent' ? 100 : Math.max(1, ...drawn.map(({ page = 0 }) => page));
  const x = ({ on }: ProgressPoint) => ((Date.parse(on) - Date.parse(start)) / days) * width;
  const y = (point: ProgressPoint) => height - ((point[measure] ?? 0) / most) * height;
  const line = [`0,${height}`, ...drawn.map((point) => `${x(point).toFixed(1)},${y(point).toFixed(1)}`)].join(' ');
  const top = measure === 'percent' ? '100 %' : `page ${most}`;
  return (
    <figure className={styles.chart}>
      <p aria-hidden="true">{top}</p>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`How far, by day: from ${shortDay(start)} to ${said(last)} on ${shortDay(last.on)}`}
      >
        <polygon className={styles.area} points={`${line} ${x(last).toFixed(1)},${height}`} />
        <polyline className={styles.line} points={line} />
      </svg>
      <figcaption aria-hidden="true">
        <span>{shortDay(start)}</span>
        <span>{shortDay(end)}</span>
      </figcaption>
    </figure>
  );
}

export const said = ({ page, percent }: Omit<ProgressPoint, 'on'>) =>
  percent === undefined ? `page ${page ?? 0}` : `${percent} %`;

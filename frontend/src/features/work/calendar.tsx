import { counted } from '../../ui/numbers.ts';
import styles from './calendar.module.css';
import type { PersonWork } from './queries.ts';
import { kinds, kindWords } from './words.ts';

type Day = PersonWork['days'][number];

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const dayName = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' });
const at = (day: string) => new Date(`${day}T00:00:00Z`);
const two = (number: number) => String(number).padStart(2, '0');
/** A square and the gap beside it. */
const [square, step] = [9, 11];
const sum = (day: Day) => kinds.reduce((all, kind) => all + day[kind], 0);
const said = (day: Day) =>
  kinds.flatMap((kind) => (day[kind] > 0 ? [counted(day[kind], kindWords[kind][1])] : [])).join(', ');

/** A year as twelve months of squares, the darker the more; the same as a table, day by day. */
export function Calendar({ year, days }: { year: string; days: readonly Day[] }) {
  const known = new Map(days.map((day) => [day.day, day]));
  const most = Math.max(1, ...days.map(sum));
  const levelOf = (day: Day | undefined) => (day ? Math.min(4, Math.ceil((sum(day) / most) * 4)) : 0);
  return (
    <figure className={styles.calendar}>
      <div className={styles.months} aria-hidden="true">
        {Array.from({ length: 12 }, (_, index) => {
          const month = `${year}-${two(index + 1)}`;
          const first = (at(`${month}-01`).getUTCDay() + 6) % 7;
          const length = new Date(Date.UTC(Number(year), index + 1, 0)).getUTCDate();
          return (
            <div key={month}>
              <span>{monthName.format(at(`${month}-01`))}</span>
              <svg viewBox={`0 0 ${step * 6 - 2} ${step * 7 - 2}`} aria-hidden="true">
                {Array.from({ length }, (_, number) => {
                  const day = `${month}-${two(number + 1)}`;
                  const place = first + number;
                  const found = known.get(day);
                  return (
                    <rect
                      key={day}
                      data-level={levelOf(found)}
                      x={Math.floor(place / 7) * step}
                      y={(place % 7) * step}
                      width={square}
                      height={square}
                    >
                      <title>{`${dayName.format(at(day))}: ${found ? said(found) : 'nothing'}`}</title>
                    </rect>
                  );
                })}
              </svg>
            </div>
          );
        })}
      </div>
      <figcaption aria-hidden="true">
        less
        <svg viewBox={`0 0 ${step * 5 - 2} ${square}`} aria-hidden="true">
          {[0, 1, 2, 3, 4].map((level) => (
            <rect key={level} data-level={level} x={level * step} y="0" width={square} height={square} />
          ))}
        </svg>
        more: {most} on one day at most
      </figcaption>
      {days.length > 0 && (
        <details>
          <summary>Day by day</summary>
          <table>
            <caption className="visually-hidden">Contributions by day of {year}</caption>
            <tbody>
              {[...days].reverse().map((day) => (
                <tr key={day.day}>
                  <th scope="row">{dayName.format(at(day.day))}</th>
                  <td>{said(day)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </figure>
  );
}

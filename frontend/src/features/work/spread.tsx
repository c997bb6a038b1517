import { exactCount } from '../../ui/numbers.ts';
import type { SiteWork } from './queries.ts';
import styles from './spread.module.css';
import { evenness, percent } from './words.ts';

type View = SiteWork['edits'];
const size = 100;

/** How evenly something is given: Gini’s number, Lorenz’s curve, and what the most active gave, as a table too. */
export function Spread({ label, view }: { label: string; view: View }) {
  const { people, sum, gini, tops, lorenz } = view;
  if (gini === null) return null;
  // Of few people several parts are the same ones: one row says it, by the widest part that they are.
  const distinct = tops.filter(({ people: top }, at) => tops[at + 1]?.people !== top);
  const points = lorenz.map(([x, y]) => `${(x * size).toFixed(2)},${((1 - y) * size).toFixed(2)}`).join(' ');
  return (
    <figure className={styles.spread}>
      <figcaption>
        {label}{' '}
        <span>
          {exactCount(sum)} by {people === 1 ? 'one person' : `${exactCount(people)} people`}
        </span>
      </figcaption>
      <div className={styles.sides}>
        <svg
          viewBox={`0 0 ${size} ${size}`}
          role="img"
          aria-label={`Curve of ${label.toLowerCase()}: from the least active to the most, which share of people gave which share. The table says the same.`}
        >
          <rect className={styles.ground} width={size} height={size} />
          <line className={styles.even} x1="0" y1={size} x2={size} y2="0" />
          <polygon className={styles.area} points={`${points} ${size},${size}`} />
          <polyline className={styles.curve} points={points} />
        </svg>
        <div>
          <p className={styles.gini}>
            Gini <b>{gini.toFixed(2)}</b>: {people === 1 ? 'one person gave everything' : evenness(gini)}.
          </p>
          <table>
            <caption>Share of {label.toLowerCase()} that came from</caption>
            <tbody>
              {distinct.map(({ part, people: top, share }) => (
                <tr key={part}>
                  <th scope="row">
                    the top {part * 100} % <span>{top === 1 ? 'one person' : `${exactCount(top)} people`}</span>
                  </th>
                  <td>{percent(share)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </figure>
  );
}

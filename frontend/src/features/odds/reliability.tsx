import { exactCount } from '../../ui/numbers.ts';
import type { OddsModel } from './queries.ts';
import styles from './reliability.module.css';

type Bin = NonNullable<OddsModel['calibration']>['bins'][number];
const size = 100;
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** Odds against what came of them: a dot for each tenth, on the line where they came true. The table says the same. */
export function Reliability({ bins }: { bins: readonly Bin[] }) {
  const most = Math.max(1, ...bins.map(({ edits }) => edits));
  return (
    <figure className={styles.reliability}>
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label="Odds against the share of edits that stayed; the table says the same."
      >
        <rect className={styles.ground} width={size} height={size} />
        <line className={styles.true} x1="0" y1={size} x2={size} y2="0" />
        {bins.map(({ from, edits, predicted, stayed }) => (
          <circle
            key={from}
            className={styles.dot}
            cx={predicted * size}
            cy={(1 - stayed) * size}
            r={1.5 + 3.5 * Math.sqrt(edits / most)}
          />
        ))}
      </svg>
      <table>
        <caption>What was said, and what came of it</caption>
        <thead>
          <tr>
            <th scope="col">Odds of</th>
            <th scope="col">Edits</th>
            <th scope="col">Said, on average</th>
            <th scope="col">Stayed</th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ from, to, edits, predicted, stayed }) => (
            <tr key={from}>
              <th scope="row">
                {percent(from)} to {percent(to)}
              </th>
              <td>{exactCount(edits)}</td>
              <td>{percent(predicted)}</td>
              <td>{percent(stayed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

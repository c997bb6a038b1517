import { exactCount } from '../../ui/numbers.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import styles from './contributors.module.css';
import type { SiteWork } from './queries.ts';
import { nameOfMonth, percent } from './words.ts';

type Cohort = SiteWork['cohorts'][number];

/** Of those who joined in each month: how many began to edit, and what became of their edits; the latest first. */
export function Cohorts({ cohorts }: { cohorts: readonly Cohort[] }) {
  return (
    <WideTable caption="By when people joined" frame={styles.scroll} className={styles.people}>
      <thead>
        <tr>
          <th scope="col">Joined in</th>
          <th scope="col">People</th>
          <th scope="col">of whom edited</th>
          <th scope="col">Edits</th>
          <th scope="col">Taken back</th>
          <th scope="col">Kept</th>
        </tr>
      </thead>
      <tbody>
        {[...cohorts].reverse().map(({ month, joined, editors, edits, reverted }) => {
          const kept = Math.max(0, edits - reverted);
          return (
            <tr key={month}>
              <th scope="row">{nameOfMonth(month)}</th>
              <td>{exactCount(joined)}</td>
              <td>{exactCount(editors)}</td>
              <td>{exactCount(edits)}</td>
              <td>{exactCount(reverted)}</td>
              <td>
                <span>{edits === 0 ? 'none yet' : percent(kept / edits)}</span>
                {edits > 0 && (
                  <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                    <rect className={styles.track} width="100" height="6" />
                    <rect className={styles.bar} width={(kept / edits) * 100} height="6" />
                  </svg>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </WideTable>
  );
}

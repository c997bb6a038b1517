import { Link } from 'wouter';
import { exactCount } from '../../ui/numbers.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import styles from './contributors.module.css';
import type { SiteWork } from './queries.ts';
import { kinds, kindWords, percent } from './words.ts';

type Contributor = SiteWork['contributors'][number];

/** Who gave how much, the most active first; kinds that nobody gave are left out. */
export function Contributors({ caption, contributors }: { caption: string; contributors: readonly Contributor[] }) {
  const shown = kinds.filter((kind) => contributors.some((one) => one[kind] > 0));
  const taken = contributors.some(({ reverted }) => reverted > 0);
  return (
    <WideTable caption={caption} frame={styles.scroll} className={styles.people}>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Share</th>
          {shown.map((kind) => (
            <th key={kind} scope="col">
              {kindWords[kind][0]}
            </th>
          ))}
          {taken && <th scope="col">Taken back</th>}
        </tr>
      </thead>
      <tbody>
        {contributors.map((one) => (
          <tr key={one.by}>
            <th scope="row">
              <Link href={`/@${one.by}/work`}>@{one.by}</Link>
            </th>
            <td>
              <span>{percent(one.share)}</span>
              <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect className={styles.track} width="100" height="6" />
                <rect className={styles.bar} width={one.share * 100} height="6" />
              </svg>
            </td>
            {shown.map((kind) => (
              <td key={kind}>{exactCount(one[kind])}</td>
            ))}
            {taken && <td>{exactCount(one.reverted)}</td>}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

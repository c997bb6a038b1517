import type { ReactNode } from 'react';
import { WideTable } from '../../ui/wide-table.tsx';
import styles from './comparisons.module.css';

export type Column = { id: string; head: ReactNode };
/** A line of the comparison; a number beside a cell says how it ranks among the others, higher is better. */
export type Line = { label: string; cells: readonly { is: ReactNode; rank?: number | undefined }[] };

/** Things side by side, line by line. On a narrow screen it is moved sideways, each line under its own name. */
export function ComparisonTable({ caption, columns, lines }: { caption: string; columns: Column[]; lines: Line[] }) {
  return (
    <>
      <p className={styles.sideways} data-columns={columns.length}>
        {columns.length} side by side: swipe for the rest →
      </p>
      <WideTable caption={caption} frame={styles.scroll} className={styles.table} data-columns={columns.length}>
        <thead>
          <tr>
            {columns.map(({ id, head }) => (
              <th key={id} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {lines.map(({ label, cells }) => {
          const ranks = cells.flatMap(({ rank }) => rank ?? []);
          const most = ranks.length > 1 && new Set(ranks).size > 1 ? Math.max(...ranks) : undefined;
          return (
            <tbody key={label}>
              <tr>
                <th scope="rowgroup" colSpan={columns.length} className={styles.label}>
                  <span>{label}</span>
                </th>
              </tr>
              <tr>
                {cells.map(({ is, rank }, at) => (
                  <td key={columns[at]?.id} dir="auto">
                    {is || <span className={styles.none}>—</span>}
                    {most !== undefined && rank === most && <span className={styles.most}>highest</span>}
                  </td>
                ))}
              </tr>
            </tbody>
          );
        })}
      </WideTable>
    </>
  );
}

import { useState } from 'react';
import { Link } from 'wouter';
import type { RowReport } from '#shared/imports/schema.ts';
import { Button } from '../../ui/button.tsx';
import styles from './imports.module.css';

const step = 100;
const said: Record<RowReport['outcome'], string> = {
  saved: 'saved',
  unchanged: 'here already',
  skipped: 'skipped',
  refused: 'refused',
};

/** The report, newest rows last, a hundred at a time: a library may have thousands. */
export function RowTable({ rows, filtered }: { rows: readonly RowReport[]; filtered: boolean }) {
  const [shown, setShown] = useState(step);
  if (rows.length === 0) return filtered ? <p>No such rows.</p> : null;
  return (
    <>
      <table className={styles.rows}>
        <caption className="visually-hidden">Report by row</caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Title</th>
            <th scope="col">What became of it</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(({ row, title, outcome, reason, itemId, reviewed, ...more }) => (
            <tr key={row} data-outcome={outcome}>
              <td>{row}</td>
              <td dir="auto">
                {itemId ? <Link href={`/i/${itemId}`}>{title || 'untitled'}</Link> : title || 'untitled'}
              </td>
              <td>
                {said[outcome]}
                {more.private && ', for you alone'}
                {reviewed && ', with its review'}
                {reason && `: ${reason}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <p>
          <Button look="plain" onClick={() => setShown(shown + step * 5)}>
            Show more of {rows.length} rows
          </Button>
        </p>
      )}
    </>
  );
}

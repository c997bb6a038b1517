import { useState } from 'react';
import { Link } from 'wouter';
import type { RowReport } from '#shared/imports/schema.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Failure, Notice } from '../../ui/notice.tsx';
import { exactCount } from '../../ui/numbers.ts';
import { Loading } from '../../ui/skeleton.tsx';
import styles from './imports.module.css';
import { reportCsv } from './report-csv.ts';
import { RowTable } from './row-table.tsx';
import { useImport } from './use-import.ts';

export const outcomes: { outcome: RowReport['outcome']; label: string }[] = [
  { outcome: 'posted', label: 'Posted' },
  { outcome: 'added', label: 'Added without a rating' },
  { outcome: 'unchanged', label: 'Here already' },
  { outcome: 'skipped', label: 'Skipped' },
  { outcome: 'refused', label: 'Refused' },
];

const states = { running: 'Importing', done: 'Done', cancelled: 'Cancelled' };

/** How an import goes, row by row, and its report to keep. */
export function ImportProgress({ importId }: { importId: string }) {
  const { job, rows, failure, paused, goOn, cancel } = useImport(importId);
  const [only, setOnly] = useState<RowReport['outcome']>();
  if (!job) return failure === undefined ? <Loading what="the import" /> : <Failure error={failure} retry={goOn} />;

  const download = () => {
    const address = URL.createObjectURL(
      new Blob([reportCsv(rows, window.location.origin)], { type: 'text/csv;charset=utf-8' }),
    );
    const link = Object.assign(document.createElement('a'), {
      href: address,
      download: `commonplace-import-${importId}.csv`,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };

  return (
    <div>
      <p className={styles.state} role="status">
        {paused ? 'Stopped' : states[job.state]}: {exactCount(job.done)} of {exactCount(job.total)} rows
      </p>
      <progress
        className={styles.bar}
        max={Math.max(job.total, 1)}
        value={job.total === 0 ? 1 : job.done}
        aria-label="Rows taken"
      />
      <ul className={styles.outcomes} aria-label="What became of the rows">
        {outcomes.map(({ outcome, label }) => (
          <li key={outcome}>
            <button
              type="button"
              aria-pressed={only === outcome}
              onClick={() => setOnly(only === outcome ? undefined : outcome)}
            >
              <span className={styles.figure}>{exactCount(job.outcomes[outcome] ?? 0)}</span>
              {label}
            </button>
          </li>
        ))}
      </ul>
      {failure !== undefined && <Failure error={failure} />}
      <p className={styles.actions}>
        {job.state === 'running' && paused && <Button onClick={goOn}>Go on</Button>}
        {job.state === 'running' && (
          <Button look="danger" onClick={() => void cancel()}>
            Cancel the import
          </Button>
        )}
        {rows.length > 0 && (
          <Button look="plain" onClick={download}>
            Download the report
          </Button>
        )}
        {job.state !== 'running' && (
          <ButtonLink href="/import" look="plain">
            Import another file
          </ButtonLink>
        )}
      </p>
      {job.state === 'done' && (
        <Notice title="Your books are in">
          <p>
            See them among <Link href="/k/book?order=new">the newest books</Link>. Refused rows can be mended in the
            file and imported again.
          </p>
        </Notice>
      )}
      {job.state === 'running' && !paused && (
        <p>Keep this page open. If you leave it, come back to this address and it goes on where it was.</p>
      )}
      <RowTable rows={only ? rows.filter(({ outcome }) => outcome === only) : rows} filtered={only !== undefined} />
    </div>
  );
}

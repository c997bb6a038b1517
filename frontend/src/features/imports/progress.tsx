import { type ReactNode, useState } from 'react';
import type { RowReport, Visibility } from '#shared/imports/schema.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Failure, Notice } from '../../ui/notice.tsx';
import { exactCount } from '../../ui/numbers.ts';
import { Loading } from '../../ui/skeleton.tsx';
import { formatNames } from './format-names.ts';
import styles from './imports.module.css';
import { correctionCsv, reportCsv, toCorrect } from './report-csv.ts';
import { RowTable } from './row-table.tsx';
import { useImport } from './use-import.ts';

export const outcomes: { outcome: RowReport['outcome']; label: string }[] = [
  { outcome: 'saved', label: 'Saved' },
  { outcome: 'unchanged', label: 'Here already' },
  { outcome: 'skipped', label: 'Skipped' },
  { outcome: 'refused', label: 'Refused' },
];

const states = { running: 'Importing', done: 'Done', cancelled: 'Cancelled' };

const seenBy: Record<Visibility, string> = {
  file: 'Who may see it is as the file says.',
  private: 'For you alone.',
  public: 'For everyone.',
};

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** How an import goes, row by row, and its report to keep. */
export function ImportProgress({ importId, seeThem }: { importId: string; seeThem: ReactNode }) {
  const { job, rows, failure, paused, goOn, cancel } = useImport(importId);
  const [only, setOnly] = useState<RowReport['outcome']>();
  if (!job) return failure === undefined ? <Loading what="the import" /> : <Failure error={failure} retry={goOn} />;

  const refused = toCorrect(rows).length;

  return (
    <div>
      <p className={styles.state} role="status">
        {paused ? 'Stopped' : states[job.state]}: {exactCount(job.done)} of {exactCount(job.total)} rows
      </p>
      <p className={styles.about}>
        {sentence(formatNames[job.format])}
        {job.filename && `, “${job.filename}”`}. {seenBy[job.visibility]}
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
          <Button
            look="plain"
            onClick={() => download(reportCsv(rows, window.location.origin), `commonplace-import-${importId}.csv`)}
          >
            Download the report
          </Button>
        )}
        {job.state !== 'running' && refused > 0 && (
          <Button look="plain" onClick={() => download(correctionCsv(rows), `commonplace-to-correct-${importId}.csv`)}>
            Download {exactCount(refused)} refused {refused === 1 ? 'row' : 'rows'} to correct
          </Button>
        )}
        {job.state !== 'running' && (
          <ButtonLink href="/import" look="plain">
            Import another file
          </ButtonLink>
        )}
      </p>
      {job.state === 'done' && (
        <Notice title={job.outcomes.saved === 0 ? 'Nothing new came in' : 'Your file is in'}>
          {job.reviews > 0 && (
            <p>
              {exactCount(job.reviews)} {job.reviews === 1 ? 'review was' : 'reviews were'} posted.
            </p>
          )}
          <p>
            {seeThem}
            {refused > 0 &&
              ' What was refused can be downloaded as a table: correct it, and import the table like any other file.'}
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

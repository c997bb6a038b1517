import { readFileSync } from 'node:fs';
import { advanceImport } from '#functions/imports/advance-import.ts';
import { startImport } from '#functions/imports/start-import.ts';
import type { RowReport } from '#shared/imports/schema.ts';
import { contextOf, ensureHandle } from '../account.ts';
import { steadily } from '../steadily.ts';
import { say } from '../terminal.ts';
import { showProgress } from './progress.ts';

const sub = 'loaded-goodreads-1';
const none = { params: undefined, query: undefined, body: undefined };

/** Imports a Goodreads library export as the person `reader-1`, by the same steps as the web page. */
export async function loadGoodreads(file: string): Promise<void> {
  await ensureHandle(sub, 'reader-1', new Date());
  const body = { format: 'goodreads' as const, text: readFileSync(file, 'utf8'), visibility: 'file' as const };
  let { import: job } = await startImport({ ...none, body }, contextOf(sub, new Date()));
  const progress = showProgress('Rows', job.total);
  const reports: RowReport[] = [];
  while (job.state === 'running') {
    const params = { importId: job.id };
    const taken = await steadily(() => advanceImport({ ...none, params }, contextOf(sub, new Date())));
    for (const report of taken.rows) {
      reports.push(report);
      progress.step();
    }
    job = taken.import;
  }
  progress.end();
  for (const { row, title, outcome, reason } of reports) {
    if (reason) say(`Row ${row} ${outcome}: ${title}: ${reason}`);
  }
  const outcomes = Object.entries(job.outcomes).filter(([, count]) => count > 0);
  say(`${outcomes.map(([outcome, count]) => `${count} ${outcome}`).join(', ') || 'The file has no rows'}.`);
}

import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import type { ImportJob, RowReport } from '#shared/imports/schema.ts';
import { jobOf, requireImport } from './reader.ts';
import { finishStep, type JobRow, nextRows, reportOf } from './table.ts';
import { takeRows } from './take-rows.ts';

/**
 * Takes one step. Every row of it may be taken again without doing anything twice, so that a crash before the
 * step is ended, or two callers at once, only repeat work; the step itself ends once.
 */
export const advanceImport = (async ({ params }, context) => {
  await requireAccount(context);
  const { personId } = context.caller;
  const job = await requireImport(personId, params.importId);
  if (job.state === 'cancelled') throw new AppError('import_cancelled');
  if (job.state === 'done') return { import: jobOf(job), rows: [] };

  const rows = await nextRows(personId, job);
  const reports = rows && (await takeRows(rows, job, context));
  const after = reports && advanced(job, reports);
  if (after && (await finishStep(personId, job, reports, after))) {
    // Cancelled meanwhile: what this step did is in the report all the same.
    return { import: jobOf(after.state === 'done' ? after : await requireImport(personId, job.id)), rows: reports };
  }
  const [now, theirs] = await Promise.all([requireImport(personId, job.id), reportOf(personId, job.id, job.next)]);
  // Neither rows to take nor anybody who took them: the rows have expired with the import.
  if (now.next === job.next) throw new AppError('import_not_found');
  return { import: jobOf(now), rows: theirs };
}) satisfies Handler<'advanceImport'>;

function advanced(job: JobRow, reports: readonly RowReport[]): ImportJob {
  const outcomes = { ...job.outcomes };
  for (const { outcome } of reports) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const state = job.next + 1 >= job.steps ? 'done' : job.state;
  const reviews = job.reviews + reports.filter(({ reviewed }) => reviewed).length;
  return { ...jobOf(job), state, done: job.done + reports.length, outcomes, reviews };
}

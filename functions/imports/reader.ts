import { AppError } from '#shared/app-error.ts';
import type { ImportJob } from '#shared/imports/schema.ts';
import { importById, type JobRow } from './table.ts';

export { isImportRow } from './table.ts';

/** A person's own import. @throws import_not_found, also for another person's */
export async function requireImport(personId: string, importId: string): Promise<JobRow> {
  const job = await importById(personId, importId);
  if (!job) throw new AppError('import_not_found');
  return job;
}

/** An import as the contract gives it out. */
export function jobOf(job: ImportJob): ImportJob {
  const { id, format, visibility, filename, state, at, total, done, outcomes, reviews } = job;
  return { id, format, visibility, ...(filename ? { filename } : {}), state, at, total, done, outcomes, reviews };
}

import { commonplaceCells, commonplaceColumns } from '#shared/imports/commonplace.ts';
import { csvRow } from '#shared/imports/rules.ts';
import type { ImportJob, RowReport, Visibility } from '#shared/imports/schema.ts';
import { as } from '#tests/integration/contract/call.ts';

/** Takes an import that was begun to its end. */
export async function toEnd(name: string, started: ImportJob): Promise<{ job: ImportJob; rows: RowReport[] }> {
  let job = started;
  const rows: RowReport[] = [];
  while (job.state === 'running') {
    const step = await as(name).done('advanceImport', { params: { importId: job.id } });
    rows.push(...step.rows);
    job = step.import;
  }
  return { job, rows };
}

/** Hands in a file and takes all of it. */
export async function wholeImport(name: string, text: string, visibility: Visibility = 'file') {
  return toEnd(name, (await as(name).done('startImport', { body: { text, visibility } })).import);
}

/** Refused rows as the page gives them out to be corrected, each with what is changed in it. */
export const corrected = (rows: readonly RowReport[], change: Partial<Record<string, string>>) =>
  [
    csvRow(commonplaceColumns),
    ...rows.flatMap(({ input }) => {
      if (!input) return [];
      const cells: Record<string, string> = { ...commonplaceCells(input), ...change };
      return [csvRow(commonplaceColumns.map((column) => cells[column] ?? ''))];
    }),
  ].join('\r\n');

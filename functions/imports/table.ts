import { personPartition } from '#functions/people/reader.ts';
import { conditionFailed, failedConditions } from '#functions/table/failures.ts';
import {
  getRow,
  type Key,
  putRow,
  queryRows,
  type Row,
  transact,
  updateRow,
  writeRows,
} from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import type { ImportJob, RowReport } from '#shared/imports/schema.ts';
import type { PlannedRow } from './planned-row.ts';

/** An import: `next` is the step to be taken, of `steps`; `digest` tells the file. */
export type JobRow = Row & ImportJob & { type: 'import'; digest: string; next: number; steps: number; ttl: number };
type Report = Row & { type: 'importReport'; rows: RowReport[] };

const daysKept = 30;
const step = (number: number) => String(number).padStart(5, '0');
const allImports = 'IM#';
const prefix = (importId: string) => `${allImports}${importId}#`;
/** Whether a row under a person belongs to an import. */
export const isImportRow = ({ sk }: Key) => sk.startsWith(allImports);
const jobKey = (personId: string, importId: string): Key => ({
  pk: personPartition(personId),
  sk: `${prefix(importId)}JOB`,
});
/** The digest keeps the chunks of two files apart that come under one id at the same moment. */
const chunkKey = (personId: string, importId: string, digest: string, number: number): Key => ({
  pk: personPartition(personId),
  sk: `${prefix(importId)}CHUNK#${digest}#${step(number)}`,
});
const reportPrefix = (importId: string) => `${prefix(importId)}REPORT#`;
const reportKey = (personId: string, importId: string, number: number): Key => ({
  pk: personPartition(personId),
  sk: `${reportPrefix(importId)}${step(number)}`,
});
const claimKey = (personId: string, importId: string, itemId: string): Key => ({
  pk: personPartition(personId),
  sk: `${prefix(importId)}ITEM#${itemId}`,
});

/**
 * Stores an import: its chunks first, then the job that makes them count, so that a broken-off start leaves
 * nothing that runs. Answers the job that stands under this id, which may be an earlier one; undefined where the
 * account was deleted meanwhile, and nothing is left.
 */
export async function storeImport(
  personId: string,
  job: ImportJob & { digest: string },
  chunks: readonly PlannedRow[][],
  now: Date,
): Promise<JobRow | undefined> {
  const ttl = Math.floor(now.getTime() / 1000) + daysKept * 86_400;
  const stored = chunks.map((rows, number) => {
    return { ...chunkKey(personId, job.id, job.digest, number), type: 'importChunk', rows, ttl };
  });
  await writeRows(stored.map((put) => ({ put })));
  const row: JobRow = { ...jobKey(personId, job.id), ...job, type: 'import', next: 0, steps: chunks.length, ttl };
  try {
    await transact([{ put: row, condition: 'attribute_not_exists(pk)' }, accountIsOpen(personId, job.id)]);
    return row;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    if (!failed[1]) return (await importById(personId, job.id)) ?? row;
    await writeRows(stored.map((row) => ({ delete: row })));
    return undefined;
  }
}

/** A person's import with every write before seen; undefined where this person has none of that id. */
export async function importById(personId: string, importId: string): Promise<JobRow | undefined> {
  return getRow<JobRow>(jobKey(personId, importId), { strong: true });
}

/** The rows of the step that an import is at; undefined where another took it meanwhile. */
export async function nextRows(personId: string, { id, digest, next }: JobRow): Promise<PlannedRow[] | undefined> {
  const chunk = await getRow<Row & { rows: PlannedRow[] }>(chunkKey(personId, id, digest, next), { strong: true });
  return chunk?.rows;
}

/**
 * Claims an item for one row of an import, so that two rows about one book do not overwrite each other at every
 * repeat. Answers the row that has it, and whether that row's review was already posted by this import.
 */
export async function claimItem(
  personId: string,
  job: JobRow,
  itemId: string,
  row: number,
): Promise<{ row: number; posted: boolean }> {
  const key = claimKey(personId, job.id, itemId);
  try {
    await putRow(
      { ...key, type: 'importClaim', row, ttl: job.ttl },
      { ConditionExpression: 'attribute_not_exists(pk)' },
    );
    return { row, posted: false };
  } catch (error) {
    if (!conditionFailed(error)) throw error;
    const claim = await getRow<Row & { row: number; posted?: boolean }>(key, { strong: true });
    return { row: claim?.row ?? row, posted: claim?.posted ?? false };
  }
}

/** Notes that an import posted its review of an item, for whoever takes the same step again. */
export async function notePosted(personId: string, job: JobRow, itemId: string): Promise<void> {
  await updateRow(claimKey(personId, job.id, itemId), {
    UpdateExpression: 'SET posted = :true',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':true': true },
  });
}

/** Ends a step: its report comes, its rows go, the job moves on. False where another caller ended it first. */
export async function finishStep(
  personId: string,
  job: JobRow,
  reports: readonly RowReport[],
  after: ImportJob,
): Promise<boolean> {
  const report: Report = {
    ...reportKey(personId, job.id, job.next),
    type: 'importReport',
    rows: [...reports],
    ttl: job.ttl,
  };
  const ends = job.next + 1 >= job.steps;
  try {
    await transact([
      {
        update: jobKey(personId, job.id),
        set: `SET #next = :next, #done = :done, outcomes = :outcomes, reviews = :reviews${ends ? ', #state = :state' : ''}`,
        condition: '#next = :now',
        names: { '#next': 'next', '#done': 'done', ...(ends ? { '#state': 'state' } : {}) },
        values: {
          ':now': job.next,
          ':next': job.next + 1,
          ':done': after.done,
          ':outcomes': after.outcomes,
          ':reviews': after.reviews,
          ...(ends ? { ':state': after.state } : {}),
        },
      },
      { put: report },
      { delete: chunkKey(personId, job.id, job.digest, job.next) },
    ]);
    return true;
  } catch (error) {
    if (!failedConditions(error)) throw error;
    return false;
  }
}

/** Marks an import as cancelled; one that does not run stays as it is. */
export async function markCancelled(personId: string, importId: string): Promise<void> {
  try {
    await updateRow(jobKey(personId, importId), {
      UpdateExpression: 'SET #state = :cancelled',
      ConditionExpression: '#state = :running',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':cancelled': 'cancelled', ':running': 'running' },
    });
  } catch (error) {
    if (!conditionFailed(error)) throw error;
  }
}

/** The report of one step. */
export async function reportOf(personId: string, importId: string, number: number): Promise<RowReport[]> {
  return (await getRow<Report>(reportKey(personId, importId, number), { strong: true }))?.rows ?? [];
}

/** What lists an import's reports, for its cursors. */
export const reportList = (personId: string, importId: string) => ({
  pk: personPartition(personId),
  begins: reportPrefix(importId),
});

/** A page of the reports of an import's steps, in the order of the file. */
export async function reportsPage(personId: string, importId: string, after: string | undefined, limit: number) {
  return queryRows<Report>({ ...reportList(personId, importId), after, limit, strong: true });
}

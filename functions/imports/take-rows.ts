import { setTimeout as sleep } from 'node:timers/promises';
import type { PersonContext } from '#functions/http/handler.ts';
import { createItem } from '#functions/items/create-item.ts';
import { storeReview } from '#functions/reviews/post-review.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { isConflict } from '#functions/table/failures.ts';
import { AppError, type ErrorCode } from '#shared/app-error.ts';
import type { RowReport } from '#shared/imports/schema.ts';
import type { PlannedReview, PlannedRow } from './plan-row.ts';
import { claimItem, type JobRow, notePosted } from './table.ts';

const atOnce = 5;
/** Refusals that hold for the person or the moment, not for the row. */
const notTheRows: readonly ErrorCode[] = ['account_deleted', 'handle_required', 'try_again'];

type Found = { planned: PlannedRow; report: RowReport; review?: PlannedReview; itemId?: string };

/** Does what the rows of one step ask for and says what became of each. */
export async function takeRows(rows: readonly PlannedRow[], job: JobRow, context: PersonContext): Promise<RowReport[]> {
  const found = await atMost(atOnce, rows, (planned) => reported(planned, () => findBook(planned, job, context)));
  const firstRow = new Map<string, number>();
  for (const { itemId, review, planned } of found) {
    if (itemId && review && !firstRow.has(itemId)) firstRow.set(itemId, planned.row);
  }
  const done = await atMost(atOnce, found, ({ planned, report, review, itemId }) => {
    if (!review || !itemId) return Promise.resolve({ planned, report });
    const other = firstRow.get(itemId);
    if (other !== undefined && other !== planned.row)
      return Promise.resolve({ planned, report: sameBook(planned, itemId, other) });
    return reported(planned, async () => ({ planned, report: await post(planned, review, itemId, job, context) }));
  });
  return done.map(({ report }) => report);
}

/** A refusal of the row becomes its report; anything else ends the step, to be taken again. */
async function reported(planned: PlannedRow, take: () => Promise<Found>): Promise<Found> {
  try {
    return await steadily(take);
  } catch (error) {
    if (!(error instanceof AppError) || notTheRows.includes(error.code)) throw error;
    return { planned, report: { row: planned.row, title: planned.title, outcome: 'refused', reason: error.message } };
  }
}

/** Two callers of the same step meet at the same rows: whoever comes second looks again. */
async function steadily<T>(take: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await take();
    } catch (error) {
      const met = isConflict(error) || (error instanceof AppError && error.code === 'review_conflict');
      if (!met) throw error;
      if (tries >= 5) throw new AppError('try_again');
      await sleep(20 * 2 ** tries * Math.random());
    }
  }
}

async function findBook(planned: PlannedRow, job: JobRow, context: PersonContext): Promise<Found> {
  const { row, title } = planned;
  if ('refused' in planned) return { planned, report: { row, title, outcome: 'refused', reason: planned.refused } };
  // The key makes a step taken again say "added" again of what it added.
  const { item, existing } = await createItem(
    {
      params: undefined,
      query: undefined,
      body: { kind: 'book', fields: planned.fields },
      idempotencyKey: `${job.id} ${row}`,
    },
    context,
  );
  const report: RowReport = { row, title, outcome: existing ? 'unchanged' : 'added', itemId: item.id };
  if (planned.reviewWithoutRating) {
    report.outcome = 'skipped';
    report.reason =
      'The review has no rating, and reviews here have one: rate the book on Goodreads, export and import again';
  }
  return { planned, report, review: planned.review, itemId: item.id };
}

async function post(
  { row, title }: PlannedRow,
  { on, ...written }: PlannedReview,
  itemId: string,
  job: JobRow,
  context: PersonContext,
): Promise<RowReport> {
  const { personId } = context.caller;
  const claim = await claimItem(personId, job, itemId, row);
  if (claim.row !== row) return sameBook({ row, title }, itemId, claim.row);
  const outcome = await storeReview(itemId, { ...written, aspects: {} }, context, dateOf(on, context.now));
  if (outcome === 'kept') return { row, title, outcome: 'skipped', reason: 'What you wrote here stays', itemId };
  if (outcome === 'posted') await notePosted(personId, job, itemId);
  return { row, title, outcome: outcome === 'posted' || claim.posted ? 'posted' : 'unchanged', itemId };
}

const sameBook = ({ row, title }: { row: number; title: string }, itemId: string, other: number): RowReport => ({
  row,
  title,
  outcome: 'skipped',
  reason: `Row ${other} is about the same book here, and a person has one review of a book`,
  itemId,
});

/** Noon of the day, which is that day nearly everywhere; never later than now. */
function dateOf(on: string | undefined, now: Date): Date {
  return on === undefined ? now : new Date(Math.min(Date.parse(`${on}T12:00:00Z`), now.getTime()));
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { PersonContext } from '#functions/http/handler.ts';
import { describe } from '#functions/items/describe.ts';
import { reviewIdOf } from '#functions/people/reader.ts';
import { hoursProblemOf } from '#functions/places/hours/reader.ts';
import { storeReview } from '#functions/reviews/post-review.ts';
import { reviewsById } from '#functions/reviews/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import type { Known, StoredAddress } from '#functions/saves/address.ts';
import { knownTogether, saveFromFile, type Wish, wishOf } from '#functions/saves/from-file.ts';
import { isSaved } from '#functions/saves/reader.ts';
import { isConflict } from '#functions/table/failures.ts';
import { AppError, type ErrorCode } from '#shared/app-error.ts';
import type { RowReport } from '#shared/imports/schema.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import type { NewSave } from '#shared/saves/schema.ts';
import { inputOfPlanned } from './plan-row.ts';
import type { PlannedReview, PlannedRow, PlannedSave } from './planned-row.ts';
import { claimItem, type JobRow, notePosted } from './table.ts';

const atOnce = 8;
/** Refusals that hold for the person or the moment, not for the row. */
const notTheRows: readonly ErrorCode[] = ['account_deleted', 'handle_required', 'try_again'];

type Task = { planned: PlannedSave; wish: Wish; known: Known };
type Step = { job: JobRow; context: PersonContext; firstRow: ReadonlyMap<string, number> };

/** Does what the rows of one step ask for and says what became of each. What is known of them is looked up together. */
export async function takeRows(rows: readonly PlannedRow[], job: JobRow, context: PersonContext): Promise<RowReport[]> {
  const planned = await withReadableHours(rows.filter((row) => 'save' in row));
  const wishes = planned.map(({ kind, fields }) => wishOf(describe(kind, fields)));
  const known = await knownTogether(wishes, context);
  const tasks = new Map<number, Task>();
  const firstRow = new Map<string, number>();
  for (const [at, save] of planned.entries()) {
    const wish = wishes[at];
    const found = known[at];
    if (!wish || !found) continue;
    tasks.set(save.row, { planned: save, wish, known: found });
    if (found.item && !firstRow.has(found.item.id)) firstRow.set(found.item.id, save.row);
  }
  const step = { job, context, firstRow };
  return atMost(atOnce, rows, (row) => {
    const task = tasks.get(row.row);
    return task ? reported(task, step) : Promise.resolve(notTaken(row));
  });
}

/** How long one step works at opening hours, in milliseconds: a file may be full of such as take long. */
const hoursTime = 5000;

/** Rows without opening hours that nobody can read: they are no reason to leave out the rest. */
async function withReadableHours(rows: readonly PlannedSave[]): Promise<PlannedSave[]> {
  const end = performance.now() + hoursTime;
  const found: PlannedSave[] = [];
  for (const planned of rows) {
    const { hours, ...fields } = planned.fields;
    const problem =
      hours === undefined || performance.now() < end ? await hoursProblemOf(planned) : 'takes too long to work out';
    const problems = [...planned.problems, `The opening hours are left out: it ${problem}`];
    found.push(problem === undefined ? planned : { ...planned, fields, problems });
  }
  return found;
}

function notTaken(row: PlannedRow): RowReport {
  const about = { row: row.row, title: row.title };
  if ('refused' in row) return { ...about, outcome: 'refused', reason: row.refused, input: row.input };
  return { ...about, outcome: 'skipped', ...('skipped' in row ? { reason: row.skipped } : {}) };
}

/** A refusal of the row becomes its report; anything else ends the step, to be taken again. */
async function reported(task: Task, step: Step): Promise<RowReport> {
  const { planned } = task;
  try {
    return await steadily((again) => take(task, step, again));
  } catch (error) {
    if (!(error instanceof AppError) || notTheRows.includes(error.code)) throw error;
    const { row, title } = planned;
    return { row, title, outcome: 'refused', reason: error.message, input: inputOfPlanned(planned) };
  }
}

/** Two callers of the same step meet at the same rows: whoever comes second looks again. */
async function steadily<T>(take: (again: boolean) => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await take(tries > 0);
    } catch (error) {
      const met = isConflict(error) || (error instanceof AppError && error.code === 'review_conflict');
      if (!met) throw error;
      if (tries >= 5) throw new AppError('try_again');
      await sleep(20 * 2 ** tries * Math.random());
    }
  }
}

async function take({ planned, wish, known }: Task, step: Step, again: boolean): Promise<RowReport> {
  const { job, context } = step;
  const { row, title, review } = planned;
  const problems = [...planned.problems];
  const claim = known.item && (await claimed(known.item, { planned, wish, known }, step));
  if (claim && claim.row !== row)
    return { row, title, outcome: 'skipped', reason: sameAs(claim.row), itemId: known.item?.id };

  const stored =
    planned.reviewOnly && isSaved(known.mine)
      ? { row: known.mine, outcome: 'unchanged' as const, added: false }
      : await saveFromFile(wish, wantedOf(planned, known, problems), context, {
          fromFile: job.id,
          ...(again ? {} : { known }),
        });
  const { itemId, own } = stored.row;
  const posted = review && !own ? await post(review, itemId, row, step) : undefined;
  if (stored.outcome === 'kept') problems.unshift('What you saved here stays');
  if (posted === 'kept') problems.unshift('What you wrote here stays');
  if (posted === 'unrated') problems.push(unrated);
  return {
    row,
    title,
    outcome: outcomeOf(stored, posted, job),
    ...(problems.length > 0 ? { reason: problems.join('. ') } : {}),
    ...(own ? {} : { itemId }),
    ...(stored.row.private ? { private: true as const } : {}),
    ...(posted === 'posted' ? { reviewed: true as const } : {}),
  };
}

function outcomeOf({ row, outcome }: StoredAddress, posted: Posted | undefined, job: JobRow): RowReport['outcome'] {
  // A step taken again finds what it saved before it was cut off.
  if (outcome === 'saved' || row.imported === job.id || posted === 'posted') return 'saved';
  return outcome === 'kept' || posted === 'kept' ? 'skipped' : 'unchanged';
}

const unrated =
  'Its review is not posted, since reviews here have a rating: rate it where it comes from, and bring it again';
const sameAs = (row: number) => `Row ${row} is about the same here, and a person has one save of it`;

/**
 * Claims an item for its first row, where others of the file may be about it as well: the file cannot tell where the item
 * goes by more names than the row. Undefined where none can be.
 */
async function claimed(
  item: NonNullable<Known['item']>,
  { planned, wish }: Task,
  { job, context, firstRow }: Step,
): Promise<{ row: number } | undefined> {
  const names = new Set([...wish.described.names, ...wish.names]);
  if (!planned.review && item.names.every((name) => names.has(name))) return undefined;
  const first = firstRow.get(item.id) ?? planned.row;
  return first === planned.row ? claimItem(context.caller.personId, job, item.id, planned.row) : { row: first };
}

function wantedOf(planned: PlannedSave, known: Known, problems: string[]): NewSave {
  const shelf = shelfOf(planned, known, problems);
  return { ...planned.save, ...(shelf ? { shelf } : {}) };
}

/** The shelf of the kind that it is here: its own, or the one for how far one is. */
function shelfOf({ kind, shelf, stage }: PlannedSave, { item }: Known, problems: string[]): string | undefined {
  const { shelves, label } = kinds[item?.kind ?? kind];
  const found = shelves.find(({ key }) => key === shelf) ?? shelves.find((one) => one.stage === stage);
  if (!found && (shelf ?? stage)) problems.push(`A ${label.toLowerCase()} has no shelf for what is ${shelf ?? stage}`);
  return found?.key;
}

type Posted = 'posted' | 'unchanged' | 'kept' | 'unrated';

async function post(planned: PlannedReview, itemId: string, row: number, { job, context }: Step): Promise<Posted> {
  const { on, ...written } = planned;
  const { personId, sub } = context.caller;
  const reviewId = reviewIdOf(sub, itemId);
  const isWhole = written.rating !== undefined && written.text !== undefined;
  const [claim, found] = await Promise.all([
    claimItem(personId, job, itemId, row),
    isWhole ? undefined : reviewsById([reviewId]),
  ]);
  const there = found?.get(reviewId);
  const { rating = there?.rating, text = there?.text ?? '', experiencedOn = there?.experiencedOn } = written;
  if (rating === undefined) return 'unrated';
  const review = { rating, text, aspects: {}, ...(experiencedOn ? { experiencedOn } : {}) };
  const outcome = await storeReview(itemId, review, context, dateOf(on, context.now));
  if (outcome === 'posted') await notePosted(personId, job, itemId);
  return outcome === 'unchanged' && claim.posted ? 'posted' : outcome;
}

/** Noon of the day, which is that day nearly everywhere; never later than now. */
function dateOf(on: string | undefined, now: Date): Date {
  return on === undefined ? now : new Date(Math.min(Date.parse(`${on}T12:00:00Z`), now.getTime()));
}

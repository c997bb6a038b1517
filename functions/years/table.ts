import { personPartition } from '#functions/people/reader.ts';
import { failedConditions } from '#functions/table/failures.ts';
import { getRows, type Key, queryAll, queryCards, type Row, transact, writeRows } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import { AppError } from '#shared/app-error.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';

/** How many of a kind a person means to finish in a year. */
export type GoalRow = Row & { type: 'goal'; year: string; kind: KindName; target: number; private?: true };

const prefix = 'G#';
const goalKey = (personId: string, year: string, kind: KindName): Key => ({
  pk: personPartition(personId),
  sk: `${prefix}${year}#${kind}`,
});
/** Whether a row is a goal. */
export const isGoal = (row: Row): row is GoalRow => row.type === 'goal' && row.sk.startsWith(prefix);

/** What a person's public saves have to say of years: what was finished, and pages read. Newest last, year by year. */
export const publicYearsPartition = (personId: string) => `YL#${personId}`;
/** The same of private saves: read by their owner alone. */
export const privateYearsPartition = (personId: string) => `YP#${personId}`;
/** Where a reading stands that was finished on a day; `number` is its place among the readings of its save. */
export const finishedKey = (day: string, itemId: string, number: number) =>
  `${day.slice(0, 4)}/f/${day}/${itemId}/${String(number).padStart(2, '0')}`;
/** Where the pages of a year stand that were read of an item. */
export const pagesKey = (year: string, itemId: string) => `${year}/p/${itemId}`;
/** Whether an entry of a year tells of pages. */
export const isOfPages = (sk: string) => sk.slice(4, 7) === '/p/';

/** Stores a goal while the account is open: 4 write units. @throws account_deleted */
export async function storeGoal(
  personId: string,
  year: string,
  kind: KindName,
  { target, ...goal }: { target: number; private: boolean },
): Promise<void> {
  const row: GoalRow = {
    ...goalKey(personId, year, kind),
    type: 'goal',
    year,
    kind,
    target,
    ...(goal.private ? { private: true } : {}),
  };
  try {
    await transact([{ put: row }, accountIsOpen(personId, `${year}${kind}`)]);
  } catch (error) {
    if (failedConditions(error)) throw new AppError('account_deleted');
    throw error;
  }
}

/** Removes a goal, if there is one. */
export async function deleteGoal(personId: string, year: string, kind: KindName): Promise<void> {
  await writeRows([{ delete: goalKey(personId, year, kind) }]);
}

/** All goals of a person, by year, with every write before seen. */
export async function allGoals(personId: string): Promise<GoalRow[]> {
  return queryAll<GoalRow>({ pk: personPartition(personId), begins: prefix, strong: true });
}

/** A person's goals of a year, for these kinds. */
export async function goalsOf(personId: string, year: string, kinds: readonly KindName[]): Promise<GoalRow[]> {
  const rows = await getRows(
    kinds.map((kind) => goalKey(personId, year, kind)),
    { strong: true },
  );
  return [...rows.values()] as GoalRow[];
}

/** What a list has of a year, the newest first: at most a megabyte, 128 read units; `last` where there is more. */
export async function entriesOfYear(pk: string, year: string) {
  return queryCards({ pk, begins: `${year}/`, descending: true });
}

/** The years nearest to one, before and after it, of which a list has something. */
export async function yearsAround(pk: string, year: string): Promise<string[]> {
  const [before, after] = await Promise.all([
    queryCards({ pk, from: '0', to: `${year}/`, descending: true, limit: 1 }),
    queryCards({ pk, from: `${year}0`, to: ':', limit: 1 }),
  ]);
  return [...before.rows, ...after.rows].map(({ sk }) => sk.slice(0, 4));
}

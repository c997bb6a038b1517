import { getRow, type Key, queryCards, queryRows, type Row } from '#functions/table/table.ts';
import { type CohortTally, contributorsShown, type Tally } from '#shared/work/rules.ts';
import type { Spread } from '#shared/work/spread.ts';

/** What a person gave, by year too; under which handle and since which month, where they have one. Written by the projector. */
export type WorkerStanding = { gave: Tally; years: Record<string, number>; by?: string; since?: string };
/** What a person gave by day of a month: `01` to `31`. Written by the projector. */
export type WorkMonthStanding = { days: Record<string, Tally> };
/** What a person gave to an item. Written by the projector. */
export type ItemWorkerStanding = { gave: Tally; by?: string };
/** What was given to an item, by month, and how evenly. Written by the projector. */
export type ItemWorkStanding = { months: Record<string, Tally>; edits: Spread; all: Spread };
/** What was given to the site in the months of a year. Written by the projector. */
export type SiteWorkStanding = { months: Record<string, Tally> };
/** How evenly people give. Written by the projector. */
export type SpreadStanding = { groups: Spread };
/** How those fare who joined in the months of a year. Written by the projector. */
export type CohortStanding = { months: Record<string, CohortTally> };

/** The aggregates of this capability, by name. */
export type WorkStandings = {
  worker: WorkerStanding;
  /** By the person’s id, `/`, the month. */
  workMonth: WorkMonthStanding;
  /** By the item’s id, `#`, the person’s. */
  itemWorker: ItemWorkerStanding;
  itemWork: ItemWorkStanding;
  /** By year. */
  siteWork: SiteWorkStanding;
  /** Of `edits` or `all`. */
  workSpread: SpreadStanding;
  /** By year. */
  cohort: CohortStanding;
};

const workerPartition = (personId: string) => `PW#${personId}`;
const sitePartition = 'WORK';
const [yearPrefix, spreadPrefix, cohortPrefix] = ['Y#', 'S#', 'C#'];

export const workerKey = (personId: string): Key => ({ pk: workerPartition(personId), sk: 'STANDING' });
/** `id` is the person’s id, `/`, the month. */
export const workMonthKey = (id: string): Key => {
  const [personId = '', month = ''] = id.split('/');
  return { pk: workerPartition(personId), sk: `M#${month}` };
};
/** In a partition of its own for each person: an item that everybody edits is none that is hot. */
export const itemWorkerKey = (id: string): Key => ({ pk: `IW#${id}`, sk: 'STANDING' });
export const itemWorkKey = (itemId: string): Key => ({ pk: `I#${itemId}`, sk: 'WORK' });
export const siteWorkKey = (year: string): Key => ({ pk: sitePartition, sk: `${yearPrefix}${year}` });
export const spreadKey = (of: string): Key => ({ pk: sitePartition, sk: `${spreadPrefix}${of}` });
export const cohortKey = (year: string): Key => ({ pk: sitePartition, sk: `${cohortPrefix}${year}` });

/** Everybody who gave something to the site, those who gave most last. */
export const workersPartition = 'WORKERS';
/** Everybody who gave something to an item, those who gave most last. */
export const itemWorkersPartition = (itemId: string) => `WI#${itemId}`;

/** The numbers of the whole site, in one request: half a read unit for each 4 KB, about 2 KB a year and 6 KB more. */
export async function siteWorkRows() {
  const { rows } = await queryRows({ pk: sitePartition });
  const monthsIn = (prefix: string) =>
    Object.assign({}, ...rows.filter(({ sk }) => sk.startsWith(prefix)).map(({ months }) => months));
  const spreadOf = (of: string) =>
    (rows.find(({ sk }) => sk === spreadKey(of).sk) as (SpreadStanding & Row) | undefined)?.groups ?? {};
  return {
    months: monthsIn(yearPrefix) as Record<string, Tally>,
    cohorts: monthsIn(cohortPrefix) as Record<string, CohortTally>,
    edits: spreadOf('edits'),
    all: spreadOf('all'),
  };
}

/** What the projector knows of the work on an item. */
export async function itemWorkOf(itemId: string): Promise<(ItemWorkStanding & Row) | undefined> {
  return getRow<ItemWorkStanding & Row>(itemWorkKey(itemId));
}

/** What the projector knows of a person’s work in all. */
export async function workerOf(personId: string): Promise<(WorkerStanding & Row) | undefined> {
  return getRow<WorkerStanding & Row>(workerKey(personId));
}

/** The days of a person’s year, by month `YYYY-MM`, in one request: a kilobyte a month at most. */
export async function workOfYear(personId: string, year: string): Promise<Map<string, WorkMonthStanding>> {
  const { rows } = await queryRows<WorkMonthStanding & Row>({ pk: workerPartition(personId), begins: `M#${year}` });
  return new Map(rows.map((row) => [row.sk.slice(2), row]));
}

/** Those who stand first in a list of contributors: JSON of each. */
export async function firstWorkers(pk: string) {
  return queryCards({ pk, descending: true, limit: contributorsShown });
}

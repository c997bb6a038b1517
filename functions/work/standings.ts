import { itemWorkerEntries, workerEntries } from './projection.ts';
import { cohortKey, itemWorkerKey, itemWorkKey, siteWorkKey, spreadKey, workerKey, workMonthKey } from './table.ts';

const nowhere = () => [];

/** The aggregates of work: where each is stored, how it begins, and where it is listed. */
export const workStandings = {
  worker: { type: 'workerStanding', key: workerKey, empty: () => ({ gave: {}, years: {} }), entries: workerEntries },
  workMonth: { type: 'workMonthStanding', key: workMonthKey, empty: () => ({ days: {} }), entries: nowhere },
  itemWorker: {
    type: 'itemWorkerStanding',
    key: itemWorkerKey,
    empty: () => ({ gave: {} }),
    entries: itemWorkerEntries,
  },
  itemWork: {
    type: 'itemWorkStanding',
    key: itemWorkKey,
    empty: () => ({ months: {}, edits: {}, all: {} }),
    entries: nowhere,
  },
  siteWork: { type: 'siteWorkStanding', key: siteWorkKey, empty: () => ({ months: {} }), entries: nowhere },
  workSpread: { type: 'workSpreadStanding', key: spreadKey, empty: () => ({ groups: {} }), entries: nowhere },
  cohort: { type: 'cohortStanding', key: cohortKey, empty: () => ({ months: {} }), entries: nowhere },
};

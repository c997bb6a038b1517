import type { Handler } from '#functions/http/handler.ts';
import { peopleHere } from '#functions/people/reader.ts';
import { cohortsOf, monthsOf, spreadViewOf } from '#shared/work/rules.ts';
import { contributorsFrom } from './contributors.ts';
import { firstWorkers, siteWorkRows, workersPartition } from './table.ts';

export const getWork: Handler<'getWork'> = async () => {
  const [people, rows, workers] = await Promise.all([peopleHere(), siteWorkRows(), firstWorkers(workersPartition)]);
  const all = spreadViewOf(rows.all);
  return {
    people,
    edits: spreadViewOf(rows.edits),
    all,
    months: monthsOf(rows.months),
    cohorts: cohortsOf(rows.cohorts),
    contributors: contributorsFrom(workers.rows, all.sum),
  };
};

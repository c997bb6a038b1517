import type { Handler } from '#functions/http/handler.ts';
import { requirePerson } from '#functions/people/reader.ts';
import { contributionsIn } from '#shared/work/rules.ts';
import { workerOf, workOfYear } from './table.ts';

export const getPersonWork: Handler<'getPersonWork'> = async ({ params, query }, { now }) => {
  const { personId, handle } = await requirePerson(params.handle);
  const year = query.year ?? now.toISOString().slice(0, 4);
  const [worker, months] = await Promise.all([workerOf(personId), workOfYear(personId, year)]);
  const gave = worker?.gave ?? {};
  return {
    handle,
    year,
    years: Object.keys(worker?.years ?? {})
      .sort()
      .reverse(),
    totals: contributionsIn(gave),
    reverted: gave.reverted ?? 0,
    days: [...months]
      .flatMap(([month, { days }]) =>
        Object.entries(days).map(([day, tally]) => ({ day: `${month}-${day}`, ...contributionsIn(tally) })),
      )
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
  };
};

import type { Handler } from '#functions/http/handler.ts';
import { itemWithStanding } from '#functions/items/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { monthsOf, spreadViewOf } from '#shared/work/rules.ts';
import { contributorsFrom } from './contributors.ts';
import { firstWorkers, itemWorkersPartition, itemWorkOf } from './table.ts';

export const getItemWork: Handler<'getItemWork'> = async ({ params: { itemId } }) => {
  const [{ item, standing }, work, workers] = await Promise.all([
    itemWithStanding(itemId),
    itemWorkOf(itemId),
    firstWorkers(itemWorkersPartition(itemId)),
  ]);
  if (!item) throw new AppError('item_not_found');
  const all = spreadViewOf(work?.all ?? {});
  return {
    item: { id: item.id, kind: item.kind, title: item.title },
    added: { by: item.by ?? null, at: item.at },
    reviews: standing?.reviews ?? 0,
    edits: spreadViewOf(work?.edits ?? {}),
    all,
    months: monthsOf(work?.months ?? {}),
    contributors: contributorsFrom(workers.rows, all.sum),
    others: Math.max(0, all.people - workers.rows.length),
  };
};

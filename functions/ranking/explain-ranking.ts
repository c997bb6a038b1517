import type { Handler } from '#functions/http/handler.ts';
import { countsOf, itemWithStanding } from '#functions/items/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { explain } from '#shared/ranking/explain.ts';
import { parametersWith, rankingVersion } from '#shared/ranking/parameters.ts';
import { orders } from '#shared/ranking/schema.ts';
import { settleCounts } from '#shared/ranking/settle.ts';

export const explainRanking: Handler<'explainRanking'> = async ({ params }) => {
  const { item, standing } = await itemWithStanding(params.itemId);
  if (!item) throw new AppError('item_not_found');
  const counts = settleCounts(countsOf(standing));
  const { version = rankingVersion, values } = standing?.ranked ?? {};
  const parameters = parametersWith(values);
  return { version, orders: orders.map((order) => explain(order, counts, item.at, parameters)) };
};

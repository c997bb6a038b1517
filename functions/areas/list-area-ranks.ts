import type { Handler } from '#functions/http/handler.ts';
import { itemWithStanding } from '#functions/items/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { areaScore, explainArea, rankIn, ratedIn } from '#shared/areas/rules.ts';
import type { AreaRank } from '#shared/areas/schema.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { everyPlace } from './table.ts';
import { united } from './united.ts';

export const listAreaRanks: Handler<'listAreaRanks'> = async ({ params: { itemId } }) => {
  const { item, standing } = await itemWithStanding(itemId);
  if (!item) throw new AppError('item_not_found');
  const judged = { ratings: standing?.ratings ?? [], ratedDays: standing?.ratedDays ?? 0 };
  const score = areaScore(judged);
  const { areas = [], category } = standing?.where ?? {};
  const ranksHere = standing && !standing.gone && !standing.folded && !kinds[item.kind].area ? areas : [];
  const scopes = [everyPlace, ...(category ? [category] : [])];
  const areasHere = await united(ranksHere, scopes);
  // Two that it names may have become one since.
  const named = new Set(ranksHere.map(areasHere.survivor));
  const ranks = [...named].flatMap((areaId) => {
    const area = areasHere.item(areaId);
    // What a place says it lies in may be anything, or gone since.
    if (!area?.card || area.gone || !kinds[area.card.kind].area) return [];
    const label = { id: areaId, title: area.card.title };
    return scopes.map((scope): AreaRank => {
      const { places, cells } = areasHere.standing(areaId, scope);
      const { rank, shared } = score === undefined ? { rank: null, shared: 0 } : rankIn(cells, score);
      return {
        area: label,
        ...(scope === everyPlace ? {} : { category: scope }),
        rank,
        shared,
        rated: ratedIn(cells),
        places,
      };
    });
  });
  return { ranks, why: explainArea(judged) };
};

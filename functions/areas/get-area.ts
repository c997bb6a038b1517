import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { ratedIn } from '#shared/areas/rules.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { areasWithin, areaWithRows, everyPlace, listed } from './table.ts';
import { listedTogether, united } from './united.ts';

const most = 100;

export const getArea: Handler<'getArea'> = async ({ params: { areaId } }) => {
  const page = { limit: most };
  const [{ item, rows }, own] = await Promise.all([areaWithRows(areaId), listed(areaId, areasWithin, page)]);
  if (!item) throw new AppError('item_not_found');
  if (!kinds[item.kind].area) throw new AppError('not_an_area');
  const areasHere = await united([areaId], [everyPlace], rows);
  const standing = areasHere.standing(areaId, everyPlace);
  const members = areasHere.members(areaId);
  const within = await listedTogether(members, areasWithin, page, own.rows);
  const categories = Object.entries(standing.categories ?? {}).map(([category, places]) => ({ category, places }));
  const areas = within.map(({ card }) => JSON.parse(card) as { id: string; title: string });
  return {
    area: { id: item.id, title: item.title },
    places: standing.places,
    rated: ratedIn(standing.cells),
    categories: categories.sort((a, b) => b.places - a.places || (a.category < b.category ? -1 : 1)),
    // One that says it lies in itself is a slip, or came to say so by a merge.
    areas: areas
      .filter(({ id }) => !members.includes(id))
      .map(({ id, title }) => ({ id, title }))
      .sort((a, b) => (a.title < b.title ? -1 : 1)),
  };
};

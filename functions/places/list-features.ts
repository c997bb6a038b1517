import { areaPlaceIds } from '#functions/areas/reader.ts';
import type { Handler } from '#functions/http/handler.ts';
import { itemsWithStandings } from '#functions/items/reader.ts';
import { entriesPage, listById } from '#functions/lists/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { featureOf } from './feature.ts';

type Page = { ids: string[]; next: string | null };

export const listFeatures: Handler<'listFeatures'> = async ({ query: { items, list, area, category, cursor } }) => {
  const { ids, next } =
    list !== undefined
      ? await listed(list, cursor)
      : area !== undefined
        ? await areaPlaceIds(area, category, cursor)
        : { ids: items ?? [], next: null };
  const found = await itemsWithStandings(ids);
  const features = ids.flatMap((id) => {
    const { item, standing } = found.get(id) ?? {};
    return (item && featureOf(item, standing)) ?? [];
  });
  return { type: 'FeatureCollection', features, next };
};

/** What stands on a list, in its order. @throws list_not_found, invalid_cursor */
async function listed(listId: string, cursor: string | undefined): Promise<Page> {
  const [list, page] = await Promise.all([listById(listId), entriesPage(listId, cursor)]);
  if (!list) throw new AppError('list_not_found');
  const { entries, next } = JSON.parse(page) as { entries: { itemId: string }[]; next: string | null };
  return { ids: entries.map(({ itemId }) => itemId), next };
}

import { countsOf, type ItemRow, type ItemStanding } from '#functions/items/reader.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { attributed } from '#shared/items/licences.ts';
import { type Feature, placeProperties } from '#shared/places/features.ts';
import { ratingCount, shownAverage } from '#shared/ranking/stars.ts';
import { crowdTags } from '#shared/tags/rules.ts';

const tagsGiven = 10;

/** An item as a feature of GeoJSON; undefined where it stands nowhere, or is not shown in listings. */
export function featureOf(item: ItemRow, standing: Partial<ItemStanding> | undefined): Feature | undefined {
  const where = kinds[item.kind].where?.(item.fields);
  if (!where || item.removed || item.mergedInto !== undefined || standing?.folded) return undefined;
  const { ratings } = countsOf(standing);
  const stars = shownAverage(ratings);
  const tags = crowdTags(standing?.tags ?? {}).slice(0, tagsGiven);
  return {
    type: 'Feature',
    id: item.id,
    geometry: { type: 'Point', coordinates: [where.longitude, where.latitude] },
    properties: {
      ...placeProperties(item.fields),
      tags: tags.map(({ tag }) => tag),
      page: `/i/${item.id}`,
      ratings: ratingCount(ratings),
      ...(stars === undefined ? {} : { stars: Math.round(stars * 100) / 100 }),
      licence: item.licence,
      ...attributed(item.licence),
      by: item.by ?? null,
    },
  };
}

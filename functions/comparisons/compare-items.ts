import type { Handler } from '#functions/http/handler.ts';
import { countsOf, itemOf, itemsWithStandings } from '#functions/items/reader.ts';
import { openingsOf, shownOpening } from '#functions/places/reader.ts';
import { ordered } from '#functions/table/ordered.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import { crowdTags, tagsShown } from '#shared/tags/rules.ts';

export const compareItems: Handler<'compareItems'> = async ({ query: { items: ids } }, { now }) => {
  const found = await itemsWithStandings(ids);
  const compared = [...found.values()];
  const openings = await openingsOf(
    compared.map(({ item: { kind, fields } }) => {
      const { hours, ...position } = kinds[kind].where?.(fields) ?? { latitude: 0, longitude: 0, hours: undefined };
      return { position, ...(hours ? { hours } : {}) };
    }),
    now,
  );
  return {
    items: compared.map(({ item, standing }, at) => {
      const opening = openings[at];
      return {
        item: itemOf(item),
        counts: countsOf(standing),
        aspects: ordered(standing?.aspects ?? {}),
        tags: crowdTags(standing?.tags ?? {}).slice(0, tagsShown),
        folded: foldOf(standing?.folded) ?? null,
        opening: opening ? shownOpening(opening, now) : null,
      };
    }),
    missing: ids.filter((id) => !found.has(id)),
  };
};

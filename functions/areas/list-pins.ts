import type { Handler } from '#functions/http/handler.ts';
import { standingsOf } from '#functions/items/reader.ts';
import { ratingCount, shownAverage } from '#shared/ranking/stars.ts';

export const listPins: Handler<'listPins'> = async ({ query }) => {
  const ids = [...new Set(query.items.split(','))];
  const standings = await standingsOf(ids);
  return {
    pins: ids.flatMap((id) => {
      const { card, where, gone, folded, ratings = [] } = standings.get(id) ?? {};
      if (!card || !where || gone || folded) return [];
      const { kind, title, byline, picture } = card;
      const { latitude, longitude, category } = where;
      const stars = shownAverage(ratings);
      return [
        {
          id,
          kind,
          title,
          byline,
          ...(picture ? { picture } : {}),
          ...(category ? { category } : {}),
          latitude,
          longitude,
          ...(stars === undefined ? {} : { stars: Math.round(stars * 100) / 100 }),
          ratings: ratingCount(ratings),
        },
      ];
    }),
  };
};

import { categoryLabel } from '#shared/items/kinds/place-categories.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { answered, entriesOf } from './answers.ts';
import { htmlOf, link, paragraph, picture } from './content.ts';
import { type List, pageOf } from './list.ts';

/** The places of an area, the best first. Ranks are left out: each rating would make a feed of it that nobody has read. */
export const areaPlaces: List = {
  path: '/i/:itemId/places',
  feed: async ({ params: { itemId = '' }, query, ask, origin }) => {
    const category = query.get('category') || undefined;
    const params = { areaId: itemId };
    const [{ area }, found] = await Promise.all([
      answered(ask, 'getArea', { params }),
      entriesOf(ask, 'listAreaPlaces', { params, query: { category } }),
    ]);
    const sort = category ? categoryLabel(category) : undefined;
    return {
      page: pageOf(`/i/${area.id}/places`, { category }),
      seenAt: pageOf(`/i/${area.id}`, { category }),
      title: `${area.title}: places${sort ? `, ${sort}` : ''}`,
      description: `The places in ${area.title}, best first.`,
      entries: found.map(({ id, kind, title, byline, picture: src, category: one, at, by }) => ({
        path: `/i/${id}`,
        title,
        html: htmlOf(
          picture(src),
          byline && paragraph(byline),
          paragraph(one ? categoryLabel(one) : kinds[kind].label, ' in ', link(`${origin}/i/${area.id}`, area.title)),
        ),
        by,
        at,
        picture: src,
      })),
      isByTime: false,
    };
  },
};

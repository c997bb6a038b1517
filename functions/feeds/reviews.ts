import { reviewOrders } from '#shared/reviews/schema.ts';
import { answered, entriesOf } from './answers.ts';
import { contributionEntry, reviewEntry } from './entries.ts';
import { chosen, type List, pageOf } from './list.ts';

export const reviews: List = {
  path: '/i/:itemId',
  feed: async ({ params: { itemId = '' }, query, ask, origin }) => {
    // Who follows the reviews of an item wants the next one, whatever its page begins with.
    const order = chosen(query, 'order', reviewOrders, 'newest');
    const stars = ['1', '2', '3', '4', '5'].find((one) => one === query.get('stars'));
    const [{ item }, found] = await Promise.all([
      answered(ask, 'getItem', { params: { itemId } }),
      entriesOf(ask, 'listReviews', { params: { itemId }, query: { order, stars } }),
    ]);
    return {
      page: pageOf(`/i/${itemId}`, { order: order !== 'newest' && order, stars }),
      title: `Reviews of ${item.title}${stars ? ` with ${stars} ★` : ''}`,
      description: [item.title, item.byline].filter(Boolean).join(' · '),
      entries: found.map((review) => reviewEntry(review, origin)),
      // An edited review may come to have other stars.
      isByTime: order === 'newest' && !stars,
    };
  },
};

export const contributions: List = {
  path: '/@:handle',
  feed: async ({ params: { handle = '' }, ask, origin }) => {
    const [{ person }, found] = await Promise.all([
      answered(ask, 'getPerson', { params: { handle } }),
      entriesOf(ask, 'listContributions', { params: { handle } }),
    ]);
    return {
      page: `/@${person.handle}`,
      title: `@${person.handle}`,
      description: `What @${person.handle} added and reviewed, newest first.`,
      entries: found.map((contribution) => contributionEntry(contribution, origin, person.handle)),
      isByTime: true,
    };
  },
};

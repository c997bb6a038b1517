import { listOrders } from '#shared/lists/schema.ts';
import { answered, entriesOf } from './answers.ts';
import { listEntryOf, listedEntry } from './entries.ts';
import { chosen, type List, pageOf } from './list.ts';

/** A list stands among the others from its first item on, under the day it was made. */
const isByTime = false;

const newLists: List = {
  path: '/lists',
  feed: async ({ query, ask, origin }) => {
    const order = chosen(query, 'order', listOrders, 'newest');
    const found = await entriesOf(ask, 'listLists', { query: { order } });
    const title = order === 'newest' ? 'Lists' : 'Lists most people voted on';
    return {
      page: pageOf('/lists', { order: order !== 'newest' && order }),
      title,
      description: 'Lists that people made of what is worth keeping.',
      entries: found.map((card) => listEntryOf(card, origin)),
      isByTime,
    };
  },
};

const listsOfPerson: List = {
  path: '/@:handle/lists',
  feed: async ({ params: { handle = '' }, ask, origin }) => {
    const [{ person }, found] = await Promise.all([
      answered(ask, 'getPerson', { params: { handle } }),
      entriesOf(ask, 'listListsByPerson', { params: { handle } }),
    ]);
    return {
      page: `/@${person.handle}/lists`,
      seenAt: `/@${person.handle}`,
      title: `@${person.handle}: lists`,
      description: `The lists that @${person.handle} made, newest first.`,
      entries: found.map((card) => listEntryOf(card, origin)),
      isByTime,
    };
  },
};

const oneList: List = {
  path: '/l/:listId',
  feed: async ({ params: { listId = '' }, ask, origin }) => {
    const { list, page } = await answered(ask, 'getList', { params: { listId } });
    return {
      page: `/l/${list.id}`,
      title: list.title,
      description: list.by === null ? 'A list.' : `A list by @${list.by}.`,
      entries: page.entries.map((entry) => listedEntry(entry, list, origin)),
      isByTime,
    };
  },
};

/** The lists that people make, and those of lists. */
export const curatedLists = [newLists, listsOfPerson, oneList];

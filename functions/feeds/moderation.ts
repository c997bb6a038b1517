import { entriesOf } from './answers.ts';
import { actEntry } from './entries.ts';
import type { List } from './list.ts';

/** Every act of moderation, newest first. */
export const moderation: List = {
  path: '/moderation',
  feed: async ({ ask, origin }) => {
    const found = await entriesOf(ask, 'listActs', { query: {} });
    return {
      page: '/moderation',
      title: 'Moderation',
      description: 'Every act of moderation: what was done, by whom or by which rule, and why.',
      entries: found.map((act) => actEntry(act, origin)),
      isByTime: true,
    };
  },
};

import { AppError } from '#shared/app-error.ts';
import { kindNames, kinds } from '#shared/items/kinds/registry.ts';
import { listAt, savesPage, savesPages, taggedPage, tagsTogether } from '#shared/saves/addresses.ts';
import type { SaveList } from '#shared/saves/rules.ts';
import { answered, entriesOf } from './answers.ts';
import { saveEntry } from './entries.ts';
import type { List } from './list.ts';

/** What was saved elsewhere and earlier comes to these lists with its own date. */
const isByTime = false;

const recentSaves: List = {
  path: '/recent',
  feed: async ({ ask, origin }) => ({
    page: '/recent',
    title: 'Recent saves',
    description: 'What everybody saved in public lately, newest first.',
    entries: (await entriesOf(ask, 'listRecentSaves', {})).map((save) => saveEntry(save, origin)),
    isByTime,
  }),
};

const taggedSaves: List = {
  path: '/tag/:tags',
  feed: async ({ params, ask, origin }) => {
    const tags = tagsTogether(params.tags ?? '');
    const found = await entriesOf(ask, 'listTaggedSaves', { query: { tags: tags.join() } });
    const names = tags.join(' + ');
    return {
      page: taggedPage(tags),
      title: `Saves tagged ${names}`,
      description: `What people saved in public under ${names}, newest first.`,
      entries: found.map((save) => saveEntry(save, origin)),
      isByTime,
    };
  },
};

const savers: List = {
  path: '/i/:itemId/savers',
  feed: async ({ params: { itemId = '' }, ask, origin }) => {
    const [{ item }, found] = await Promise.all([
      answered(ask, 'getItem', { params: { itemId } }),
      entriesOf(ask, 'listSavers', { params: { itemId } }),
    ]);
    return {
      page: `/i/${itemId}/savers`,
      title: `Saves of ${item.title}`,
      description: `Who saved ${item.title} in public, newest first, with their notes and tags.`,
      entries: found.map((save) => ({ ...saveEntry(save, origin), title: `Saved by @${save.by}` })),
      isByTime,
    };
  },
};

/** What a list of a person's saves is called. */
function nameOf({ kind, shelf, own, tag }: SaveList): string {
  if (own !== undefined) return own;
  if (tag !== undefined) return `saves tagged ${tag}`;
  const found = kindNames.find((name) => name === kind);
  if (!found) return 'saves';
  const on = kinds[found].shelves.find(({ key }) => key === shelf)?.label;
  return [kinds[found].plural, on].filter(Boolean).join(' · ');
}

const savesOfPerson: List = {
  path: savesPages,
  feed: async ({ params, ask, origin }) => {
    const { handle = '' } = params;
    const list = listAt(params);
    if (!list) throw new AppError('route_not_found');
    const [{ person }, found] = await Promise.all([
      answered(ask, 'getPerson', { params: { handle } }),
      entriesOf(ask, 'listSaves', { params: { handle }, query: list }),
    ]);
    const name = nameOf(list);
    return {
      page: savesPage(person.handle, list),
      title: `@${person.handle}: ${name}`,
      description: `What @${person.handle} saved in public, newest first: ${name}.`,
      entries: found.map((save) => saveEntry(save, origin)),
      isByTime,
    };
  },
};

export const saveLists = [recentSaves, taggedSaves, savers, savesOfPerson];

import type { SaveList } from '#shared/saves/rules.ts';
import { saveListName } from '#shared/saves/rules.ts';
import { type Answer, call, type Request } from '../../client/call.ts';
import { useLoad, usePages } from '../../client/loads.ts';

type Asked = Request<'listSaves'>['query'];

/** A list of a person's saves: the public one, or, where it is `mine`, all of them. */
export function useSaves(handle: string, list: SaveList, mine: boolean) {
  const asked = list as Asked;
  return usePages(`${mine ? 'mine:' : ''}saves:${mine ? '' : handle}:${saveListName(list)}`, (cursor) =>
    mine
      ? call('listMySaves', { query: { ...asked, cursor } })
      : call('listSaves', { params: { handle }, query: { ...asked, cursor } }),
  );
}

/** How many stand on each shelf, of the public ones or of mine. */
export function useShelves(handle: string, mine: boolean, wanted = true) {
  return useLoad(
    mine ? 'mine:shelves' : `shelves:${handle}`,
    () => (mine ? call('getMyShelves', {}) : call('getShelves', { params: { handle } })),
    wanted,
  );
}

/** The tags of a person's saves, by letter. */
export function usePersonTags(handle: string, mine: boolean, wanted = true) {
  return useLoad(
    mine ? 'mine:save-tags' : `save-tags:${handle}`,
    () => (mine ? call('listMyTags', { query: {} }) : call('listPersonTags', { params: { handle }, query: {} })),
    wanted,
  );
}

type Savers = Answer<'listSavers'>;

/** The first page of who saved an item, with the months. */
export function useSavers(itemId: string) {
  return useLoad(`savers:${itemId}`, () => call('listSavers', { params: { itemId }, query: {} }));
}

/** All of them, page by page; the first came with the months and is not asked for again. */
export function useSaversFrom(itemId: string, first: Savers) {
  return usePages(`savers-pages:${itemId}`, async (cursor) =>
    cursor === undefined ? first : call('listSavers', { params: { itemId }, query: { cursor } }),
  );
}

export function useRecentSaves() {
  return usePages('saves-recent', (cursor) => call('listRecentSaves', { query: { cursor } }));
}

export function useTaggedSaves(tags: readonly string[]) {
  const asked = tags.join(',');
  return usePages(`saves-tagged:${asked}`, (cursor) => loadTagged(asked, cursor));
}

/** Pages that are filtered may come empty and lead on: then the next is asked for, a few times. */
async function loadTagged(tags: string, cursor: string | undefined, tries = 4) {
  const page = await call('listTaggedSaves', { query: { tags, cursor } });
  if (page.entries.length > 0 || !page.next || tries <= 1) return page;
  return loadTagged(tags, page.next, tries - 1);
}

/** What is known of an address before it is saved. */
export function useLookUp(url: string, title: string) {
  return useLoad(`mine:lookup:${url}`, () => call('lookUpSave', { query: { url, ...(title ? { title } : {}) } }));
}

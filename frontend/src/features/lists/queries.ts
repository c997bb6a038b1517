import type { ListEntry } from '#shared/lists/schema.ts';
import { type Answer, call } from '../../client/call.ts';
import { forgetLoaded, setLoaded, useLoad, usePages } from '../../client/loads.ts';
import { useSession } from '../../client/session.ts';
import { learnBallot } from './ballots.ts';

export type ListPage = Omit<Answer<'getList'>, 'page'> & { entries: ListEntry[]; next: string | null };
const listKey = (listId: string) => `list:${listId}`;

/** A list with what is on it, as far as it was paged through. */
export function useList(listId: string) {
  return useLoad<ListPage>(listKey(listId), async () => {
    const { page, ...list } = await call('getList', { params: { listId } });
    return { ...list, ...page };
  });
}

/** The next fifty of a list, put behind those that are shown. */
export async function loadMore(listId: string, cursor: string): Promise<void> {
  const page = await call('listEntries', { params: { listId }, query: { cursor } });
  setLoaded<ListPage>(
    listKey(listId),
    (held) => held && { ...held, entries: [...held.entries, ...page.entries], next: page.next },
  );
}

/** Shows a list otherwise, ahead of what is projected. */
export function changeList(listId: string, change: (page: ListPage) => ListPage): void {
  setLoaded<ListPage>(listKey(listId), (page) => page && change(page));
}

/** Has every list of lists asked for again. */
export function forgetLists(): void {
  forgetLoaded('lists:');
}

/** Asks for my ballot on a list. */
export function useMyBallot(listId: string, wanted: boolean) {
  const { signedIn } = useSession();
  return useLoad(
    `mine:ballot:${listId}`,
    async () => {
      const askedAt = Date.now();
      const { ballot } = await call('getMyBallot', { params: { listId } });
      learnBallot(listId, ballot.items, askedAt);
      return ballot;
    },
    signedIn && wanted,
  );
}

export function useLists(order: 'newest' | 'voted') {
  return usePages(`lists:${order}`, (cursor) => call('listLists', { query: { order, cursor } }));
}

/** The lists a person made; asked for in a browser only, since their page is whole without. */
export function useListsBy(handle: string) {
  return useLoad(
    `lists:by:${handle}`,
    () => call('listListsByPerson', { params: { handle }, query: {} }),
    !import.meta.env.SSR,
  );
}

/** The lists an item is on. */
export function useListsOf(itemId: string) {
  return useLoad(`lists:of:${itemId}`, () => call('listListsOfItem', { params: { itemId }, query: {} }));
}

import { placedKinds } from 'virtual:fields';
import { type Answer, call } from '../../client/call.ts';
import { useLoad } from '../../client/loads.ts';
import type { Collection } from './address.ts';
import { type Point, pointText, type View, viewText } from './geometry.ts';

export type Wanted = {
  view?: View | undefined;
  near?: Point | undefined;
  category?: string | undefined;
  open?: boolean;
};

/** Everywhere that maps reach. */
const world: View = { south: -85, west: -180, north: 85, east: 180 };

/** Places in a view, or near a point where one is given. */
export function usePlaces({ view = world, near, category, open }: Wanted, wanted: boolean) {
  const where = near ? { near: pointText(near) } : { view: viewText(view) };
  const query = { ...where, category, ...(open ? { open: 'now' } : {}) };
  return useLoad(`places:${JSON.stringify(query)}`, () => call('listPlaces', { query }), wanted);
}

/** How many of a collection are looked at: four pages. */
export const mostOfCollection = 200;
const pagesLooked = 4;

export type CollectionOnMap = { title: string; href: string; pins: Answer<'listPins'>['pins']; complete: boolean };

/** What of a collection stands somewhere on the earth: its pages, then where they are, a hundred a request. */
export function useCollection(collection: Collection | undefined) {
  return useLoad<CollectionOnMap>(
    `collection:${collection?.of}:${collection?.name}`,
    async () => {
      const { of, name } = collection as Collection;
      const { title, href, ids, complete } = await readers[of](name);
      const parts = [];
      for (let at = 0; at < ids.length; at += 100) parts.push(ids.slice(at, at + 100));
      const found = await Promise.all(parts.map((part) => call('listPins', { query: { items: part.join(',') } })));
      return { title, href, pins: found.flatMap(({ pins }) => pins), complete };
    },
    collection !== undefined,
  );
}

type Read = { title: string; href: string; ids: string[]; complete: boolean };
type Page<E> = { entries: E[]; next: string | null };

/** The ids on some pages of a list. */
async function idsOf<E>(
  first: Page<E>,
  idOf: (entry: E) => string,
  load: (cursor: string) => Promise<Page<E>>,
): Promise<{ ids: string[]; complete: boolean }> {
  const ids = first.entries.map(idOf);
  let { next } = first;
  for (let page = 1; page < pagesLooked && next; page++) {
    const following: Page<E> = await load(next);
    ids.push(...following.entries.map(idOf));
    next = following.next;
  }
  return { ids: [...new Set(ids)].slice(0, mostOfCollection), complete: next === null };
}

const readers: Record<Collection['of'], (name: string) => Promise<Read>> = {
  list: async (listId) => {
    const params = { listId };
    const { list, page } = await call('getList', { params });
    const idOf = ({ itemId }: { itemId: string }) => itemId;
    const found = await idsOf(page, idOf, (cursor) => call('listEntries', { params, query: { cursor } }));
    return { title: list.title, href: `/l/${listId}`, ...found };
  },
  saves: async (name) => {
    const handle = name.replace(/^@/, '');
    const of = await Promise.all(
      placedKinds.map(async (kind) => {
        const load = (cursor?: string) => call('listSaves', { params: { handle }, query: { kind, cursor } });
        return idsOf(await load(), ({ item }) => item.id, load);
      }),
    );
    return {
      title: `Places saved by @${handle}`,
      href: `/@${encodeURIComponent(handle)}/saves`,
      ids: of.flatMap(({ ids }) => ids),
      complete: of.every(({ complete }) => complete),
    };
  },
  tag: async (tag) => {
    const of = await Promise.all(
      placedKinds.map(async (kind) => {
        const load = (cursor?: string) => call('listRanking', { query: { kind, tag, order: 'top', cursor } });
        return idsOf(await load(), ({ id }) => id, load);
      }),
    );
    return {
      title: `Places tagged ${tag}`,
      href: `/t/${encodeURIComponent(tag)}`,
      ids: of.flatMap(({ ids }) => ids),
      complete: of.every(({ complete }) => complete),
    };
  },
};

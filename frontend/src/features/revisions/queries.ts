import { type Answer, call } from '../../client/call.ts';
import { forgetLoaded, setLoaded, startLoad, useLoad, usePages } from '../../client/loads.ts';

const textKey = (itemId: string) => `text:${itemId}`;
const loadText = (itemId: string) => () => call('getText', { params: { itemId } });

/** Has the latest text asked for where pages are rendered, beside whatever else is. */
export function startText(itemId: string): void {
  startLoad(textKey(itemId), loadText(itemId));
}

/** The latest text of an item; asked for where there is one. */
export function useText(itemId: string, wanted: boolean) {
  return useLoad<Answer<'getText'>>(textKey(itemId), loadText(itemId), wanted);
}

export function useRevision(itemId: string, n: number | undefined) {
  return useLoad(
    `revision:${itemId}:${n}`,
    () => call('getRevision', { params: { itemId, n: String(n) } }),
    n !== undefined,
  );
}

export function useComparison(itemId: string, from: string, to: string) {
  return useLoad(`changes:${itemId}:${from}:${to}`, () =>
    call('compareRevisions', { params: { itemId, n: from, to } }),
  );
}

export function useAuthors(itemId: string) {
  return useLoad(`authors:${itemId}`, () => call('getAuthors', { params: { itemId } }));
}

/** The first page of a history, with what the item is called. */
export function useHistory(itemId: string) {
  return useLoad(`history:${itemId}`, () => call('listRevisions', { params: { itemId }, query: {} }));
}

/** A history page after page, from its first one. */
export function useHistoryFrom(itemId: string, first: Answer<'listRevisions'>) {
  return usePages(`revisions:${itemId}:${first.entries[0]?.n}`, async (cursor) =>
    cursor === undefined ? first : call('listRevisions', { params: { itemId }, query: { cursor } }),
  );
}

export function useBacklinks(what: 'items' | 'people' | 'tags', target: string) {
  return usePages(`backlinks:${what}:${target}`, (cursor) =>
    call('listBacklinks', { params: { what, target }, query: { cursor } }),
  );
}

/** Shows an item as it was just saved, ahead of pages that the edge keeps for a moment. */
export function learnRevision(itemId: string, item: Answer<'reviseItem'>['item'], text: string | undefined): void {
  setLoaded<Answer<'getItem'>>(`item:${itemId}`, (page) => page && { ...page, item });
  if (text !== undefined)
    setLoaded<Answer<'getText'>>(textKey(itemId), (before) => ({
      text,
      revision: item.revision,
      links: before?.links ?? {},
    }));
  else forgetLoaded(textKey(itemId));
  for (const list of ['history', 'revisions', 'authors']) forgetLoaded(`${list}:${itemId}`);
}

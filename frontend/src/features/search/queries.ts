import type { SearchPage, SearchParameters } from '#shared/search/schema.ts';
import { call } from '../../client/call.ts';
import { useLoad, usePages } from '../../client/loads.ts';
import { type Asked, searchAddress } from './address.ts';

/** What a search finds, page by page; of each page all that was said of it. */
export function useSearchResults(asked: Asked) {
  return usePages<SearchPage>(`search:${searchAddress(asked)}`, async (cursor) => {
    // As the address has it: the server checks it.
    const page = await call('search', { query: { ...asked, cursor } as SearchParameters });
    return { entries: [page], next: page.next };
  });
}

/** What a question in plain words is understood as. */
export function useReading(question: string, offset: number | undefined, wanted: boolean) {
  return useLoad(
    `ask:${offset ?? ''}:${question}`,
    () => call('ask', { query: { q: question, ...(offset === undefined ? {} : { offset: String(offset) }) } }),
    wanted,
  );
}

export const suggestionsFor = (q: string, signal: AbortSignal) => call('suggest', { query: { q } }, { signal });

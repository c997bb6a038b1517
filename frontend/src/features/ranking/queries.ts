import { call } from '../../client/call.ts';
import { useLoad, usePages } from '../../client/loads.ts';
import { type Listing, listingAddress } from './scope.ts';

/** A ranked listing, page by page. */
export function useRanking(listing: Listing, wanted = true) {
  return usePages(`ranking:${listingAddress(listing)}`, (cursor) => loadPage(listing, cursor), wanted);
}

/** A window that is cut from a longer list may leave nothing of a page: then the next is asked for, a few times. */
async function loadPage(listing: Listing, cursor: string | undefined, tries = 4) {
  const page = await call('listRanking', { query: { ...listing, cursor } });
  if (page.entries.length > 0 || !page.next || tries <= 1) return page;
  return loadPage(listing, page.next, tries - 1);
}

/** The parameters in force, with all versions there were. */
export const useParameters = () => useLoad('ranking-parameters', () => call('getRankingParameters', {}));

import { call } from '../../client/call.ts';
import { usePages } from '../../client/loads.ts';
import { type Listing, listingAddress } from './scope.ts';

/** A ranked listing, page by page. */
export function useRanking(listing: Listing) {
  return usePages(`ranking:${listingAddress(listing)}`, (cursor) =>
    call('listRanking', { query: { ...listing, cursor } }),
  );
}

import { orders, windows } from 'virtual:contract';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { Order, WindowName } from '#shared/ranking/schema.ts';

/** What a listing ranks, and how. */
export type Listing = { kind?: KindName | undefined; tag?: string | undefined; order: Order; window: WindowName };

/** The order and window an address asks for; what it does not name, or names wrongly, is as usual. */
export function readListing(search: string, scope: Pick<Listing, 'kind' | 'tag'>): Listing {
  const query = new URLSearchParams(search);
  return {
    ...scope,
    order: orders.find((name) => name === query.get('order')) ?? 'hot',
    window: windows.find((name) => name === query.get('window')) ?? 'all',
  };
}

/** The address of a listing, without what is as usual. */
export function listingAddress({ kind, tag, order = 'hot', window = 'all' }: Partial<Listing>): string {
  const path = `${kind ? `/k/${kind}` : ''}${tag ? `/t/${encodeURIComponent(tag)}` : ''}` || '/';
  const query = new URLSearchParams();
  if (order !== 'hot') query.set('order', order);
  if (window !== 'all') query.set('window', window);
  return query.size > 0 ? `${path}?${query}` : path;
}

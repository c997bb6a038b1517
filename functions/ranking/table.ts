import { queryRows, type Row } from '#functions/table/table.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { parameters } from '#shared/ranking/parameters.ts';
import type { Order, WindowName } from '#shared/ranking/schema.ts';
import { sortableNumber } from '#shared/ranking/sort-key.ts';
import { windowSeconds } from '#shared/ranking/time.ts';

/** One place in one ranking: a card ready to send. `t` is when the item was added, in seconds. */
export type RankingEntry = Row & { type: 'entry'; card: string; t: number; ttl?: number };

export type Scope = { kind?: KindName; tag?: string };

/** Orders that keep an own list for each window; the others cut one list by time. */
export const windowedOrders: readonly Order[] = ['top', 'rising', 'best', 'controversial', 'reviewed'];

/** The partition of a ranking: `R#<kind>#<order>#<window>#<tag>`; kind and tag may be empty. */
export function rankingPartition(
  { kind = undefined, tag = undefined }: Scope,
  order: Order,
  window: WindowName,
): string {
  return `R#${kind ?? ''}#${order}#${windowedOrders.includes(order) ? window : 'all'}#${tag ?? ''}`;
}

/** Where a list that is cut by time may begin: nothing in the window sorts below. */
const floors: Partial<Record<Order, (cutoff: number) => number>> = {
  new: (cutoff) => cutoff,
  // Net votes down to −10⁵ sort that much below an item without votes.
  hot: (cutoff) => (cutoff - parameters.hotEpoch) / parameters.hotSecondsPerDecade - 5,
};

/**
 * Ranking entries of a scope, order and window, best first. One request reads `limit`; where some of them
 * are outside the window it reads on, at most three times as much.
 */
export async function rankedItems(
  scope: Scope,
  order: Order,
  window: WindowName,
  page: { now: Date; after: string | undefined; limit: number },
): Promise<RankingEntry[]> {
  const pk = rankingPartition(scope, order, window);
  const length = windowSeconds(window);
  const now = Math.floor(page.now.getTime() / 1000);
  const stretch = length === undefined ? {} : floorOf(order, now - length);
  // The window closed behind the cursor: nothing follows, and the table takes no start outside the stretch.
  if (page.after !== undefined && page.after < (stretch.from ?? '')) return [];
  const found: RankingEntry[] = [];
  let after = page.after;
  for (let reads = 0; reads < 3 && found.length < page.limit; reads++) {
    const { rows, last } = await queryRows<RankingEntry>({
      pk,
      descending: true,
      limit: page.limit,
      after,
      ...stretch,
      ...(length === undefined ? {} : { filter: 't > :cutoff', values: { ':cutoff': now - length } }),
    });
    found.push(...rows);
    after = last;
    if (after === undefined) break;
  }
  return found.slice(0, page.limit);
}

function floorOf(order: Order, cutoff: number): { from?: string } {
  const floor = floors[order]?.(cutoff);
  return floor === undefined ? {} : { from: sortableNumber(floor) };
}

import { ttlAttribute } from '#functions/table/definition.ts';
import { type CardRow, queryCards, queryRows, type Row } from '#functions/table/table.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { adjustable, parameters as p } from '#shared/ranking/parameters.ts';
import type { Order, WindowName } from '#shared/ranking/schema.ts';
import { ageUnits } from '#shared/ranking/scores.ts';
import { sortableNumber } from '#shared/ranking/sort-key.ts';
import { minuteOf, windowSeconds } from '#shared/ranking/time.ts';
import { listedIn } from '#shared/ranking/windows.ts';

/** One place in one ranking: a card ready to send. `t` is when the item was added, in seconds. */
export type RankingEntry = Row & { type: 'entry'; card: string; t: number; ttl?: number };

export type Scope = { kind?: KindName; tag?: string };

/** The partition a ranking is read from: `R#<kind>#<order>#<window>#<tag>`; kind and tag may be empty. */
export function rankingPartition(
  { kind = undefined, tag = undefined }: Scope,
  order: Order,
  window: WindowName,
): string {
  return `R#${kind ?? ''}#${order}#${listedIn(order, tag !== undefined, window)}#${tag ?? ''}`;
}

/** Where a list may end that is sorted by time: what was added since `cutoff` sorts no lower. Seconds since 1970. */
const floors: Partial<Record<Order, (cutoff: number, now: number) => number>> = {
  new: (cutoff) => cutoff,
  // Where an item that nobody voted on stands at the window's end; what is voted down falls out before.
  hot: (cutoff) => (cutoff - p.hotEpoch) / ageUnits.hot,
  // Votes come after what they are for, and their mean is settled to the hour. How long an item rises is in its row.
  rising: (cutoff, now) =>
    minuteOf(1000 * (Math.max(cutoff, now - adjustable.risingDays.most * 86_400) - 3600)) / ageUnits.rising,
};

/**
 * One request for ranking entries of a scope, order and window, best first: `limit` at most, fewer where some that were
 * read lie outside the window (read from a longer one's list, or due and not deleted yet). `last` is the sort
 * key to continue after, where more may follow.
 */
export async function rankedItems(
  scope: Scope,
  order: Order,
  window: WindowName,
  page: { now: Date; after: string | undefined; limit: number },
): Promise<{ rows: CardRow[]; last: string | undefined }> {
  const { after, limit } = page;
  const list = { pk: rankingPartition(scope, order, window), descending: true, limit, after };
  const length = windowSeconds(window);
  if (length === undefined && order !== 'rising') return queryCards(list);
  const now = Math.floor(page.now.getTime() / 1000);
  const cutoff = length === undefined ? 0 : now - length;
  const floor = floors[order]?.(cutoff, now);
  const from = floor === undefined ? undefined : sortableNumber(floor);
  // The window closed behind the cursor: nothing follows, and the table takes no start outside the stretch.
  if (after !== undefined && from !== undefined && after < from) return { rows: [], last: undefined };
  return queryCards({
    ...list,
    from,
    filter: 't > :cutoff AND (attribute_not_exists(#ttl) OR #ttl > :now)',
    names: { '#ttl': ttlAttribute },
    values: { ':cutoff': cutoff, ':now': now },
  });
}

/**
 * The places of items added from `from` until before `to` (seconds since 1970), newest first, `limit` at most; `last` is
 * the sort key to continue after, where more may follow. One request.
 */
export function entriesByTime(
  { from, to }: { from: number; to: number },
  page: { after?: string | undefined; limit: number; strong?: boolean },
): Promise<{ rows: RankingEntry[]; last: string | undefined }> {
  const stretch = { from: sortableNumber(from), to: sortableNumber(to) };
  return queryRows<RankingEntry>({ pk: rankingPartition({}, 'new', 'all'), ...stretch, descending: true, ...page });
}

import { rankedId } from '#shared/ranking/sort-key.ts';
import { entriesByTime } from './table.ts';

export { rankingEntries } from './projection.ts';
export { rankedItems } from './table.ts';
export { rerank } from './versions/rerank.ts';
export { standNewlyListed, standUnder, versionAmong, versionOf } from './versions/standing.ts';
export {
  isVersionInForce,
  isVersionMade,
  type VersionRow,
  versionInForce,
  versionInForceKey,
  versionsMade,
  versionWrites,
} from './versions/table.ts';

/** When an item was added, in seconds, and its id. */
export type Added = { itemId: string; at: number };

/** Items added from `from` until before `to`, newest first; see `entriesByTime`. */
export async function itemsAdded(
  ...asked: Parameters<typeof entriesByTime>
): Promise<{ items: Added[]; last: string | undefined }> {
  const { rows, last } = await entriesByTime(...asked);
  return { items: rows.map(({ sk, t }) => ({ itemId: rankedId(sk), at: t })), last };
}

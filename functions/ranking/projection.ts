import { countsOf, type ItemStanding } from '#functions/items/reader.ts';
import type { Card } from '#shared/items/schema.ts';
import { parametersWith } from '#shared/ranking/parameters.ts';
import { orders } from '#shared/ranking/schema.ts';
import { scoreOf } from '#shared/ranking/scores.ts';
import { cardCountsOf, settleCounts } from '#shared/ranking/settle.ts';
import { rankKey } from '#shared/ranking/sort-key.ts';
import { secondsOf } from '#shared/ranking/time.ts';
import { endOfPlace, keptWindows } from '#shared/ranking/windows.ts';
import { crowdTags, rankedTagsPerItem } from '#shared/tags/rules.ts';
import { type RankingEntry, rankingPartition, type Scope } from './table.ts';

/**
 * Every place that an item has in any ranking, from its standing alone: scopes (all, kind, each of its
 * most used tags, kind and tag) × orders × windows that are kept and that its age still fits. Pure: the same standing gives the
 * same rows, so old and new standing say which rows go and come.
 */
export function rankingEntries(itemId: string, standing: ItemStanding, now: Date): RankingEntry[] {
  if (!standing.card) return [];
  const { kind, at } = standing.card;
  const counts = settleCounts(countsOf(standing));
  const parameters = parametersWith(standing.ranked?.values);
  const tags = crowdTags(standing.tags)
    .slice(0, rankedTagsPerItem)
    .map(({ tag }) => tag);
  const card = JSON.stringify(cardOf(itemId, standing.card, { ...counts, upMinutes: 0 }, tags));
  // Only rising reads when the votes came; elsewhere that would move an entry for nothing.
  const timedCard = JSON.stringify(cardOf(itemId, standing.card, counts, tags));
  const added = secondsOf(at);
  const seconds = Math.floor(now.getTime() / 1000);
  const scopes: Scope[] = [{}, { kind }, ...tags.flatMap((tag) => [{ tag }, { kind, tag }])];

  const entries: RankingEntry[] = [];
  for (const order of orders) {
    const score = scoreOf(order, { counts, at }, parameters);
    if (score === undefined) continue;
    const sk = rankKey(score, added, itemId);
    const shown = order === 'rising' ? timedCard : card;
    for (const scope of scopes) {
      for (const window of keptWindows(order, scope.tag !== undefined)) {
        const ttl = endOfPlace(order, window, counts, added, parameters);
        if (ttl !== undefined && (seconds >= ttl || !(order === 'saved' || judged(counts)))) continue;
        const pk = rankingPartition(scope, order, window);
        entries.push({ pk, sk, type: 'entry', card: shown, t: added, ...(ttl === undefined ? {} : { ttl }) });
      }
    }
  }
  return entries;
}

/** Whether anybody voted or reviewed: only such items stand in the judgement's lists of the day to the year. */
function judged({ up, down, reviews }: { up: number; down: number; reviews: number }): boolean {
  return up + down + reviews > 0;
}

function cardOf(
  id: string,
  { kind, title, byline, picture, at, by }: NonNullable<ItemStanding['card']>,
  counts: ReturnType<typeof settleCounts>,
  tags: string[],
): Card {
  return {
    id,
    kind,
    title,
    byline,
    ...(picture ? { picture } : {}),
    at,
    by: by ?? null,
    counts: cardCountsOf(counts),
    tags: tags.slice(0, 5),
  };
}

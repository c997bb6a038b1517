import { countsOf, type ItemStanding } from '#functions/items/reader.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { parametersWith } from '#shared/ranking/parameters.ts';
import { scoreOf } from '#shared/ranking/scores.ts';
import { settleCounts } from '#shared/ranking/settle.ts';
import { rankKey } from '#shared/ranking/sort-key.ts';
import { ratingCount, shownAverage } from '#shared/ranking/stars.ts';
import { secondsOf } from '#shared/ranking/time.ts';
import { cellAt, levels } from './cells.ts';
import { type CellEntry, cellPartition } from './table.ts';

/**
 * Every cell that a place is listed in: of each level, among all and in its category, the best first. Its score and what
 * is shown of it come from settled counts, so that of N votes O(log N) move it; one nobody judged comes last.
 */
export function cellEntries(itemId: string, { card, where, ...standing }: ItemStanding): CellEntry[] {
  if (!card || !where || kinds[card.kind].area) return [];
  const counts = settleCounts(countsOf(standing));
  const score = scoreOf('best', { counts, at: card.at }, parametersWith(standing.ranked?.values)) ?? 0;
  const sk = rankKey(score, secondsOf(card.at), itemId);
  const { latitude, longitude, category, price, amenities, hours } = where;
  const position = { latitude, longitude };
  const stars = shownAverage(counts.ratings);
  const shown = JSON.stringify({
    id: itemId,
    title: card.title,
    byline: card.byline,
    picture: card.picture,
    position,
    category,
    price,
    amenities,
    stars: stars && Math.round(stars * 100) / 100,
    ratings: ratingCount(counts.ratings),
    hours,
  });
  return levels.flatMap((level) => {
    const cell = cellAt(level, position);
    return [undefined, ...(category ? [category] : [])].map(
      (of): CellEntry => ({ pk: cellPartition(cell, of), sk, type: 'entry', card: shown }),
    );
  });
}

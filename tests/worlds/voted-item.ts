import type { ItemStanding } from '#functions/items/reader.ts';
import { listingWrites } from '#functions/projections/project.ts';
import { standings } from '#functions/projections/registry.ts';
import type { Row } from '#functions/table/table.ts';
import { isoSeconds, minuteOf } from '#shared/ranking/time.ts';

/**
 * A link with tags, so many days old at its first vote. Every tenth vote is down, or every `down`th; `apart` minutes lie
 * between one and the next.
 */
export type Voting = { tags: number; ageDays: number; down?: number; apart?: number };

const id = 'aaaaaaaaaaaaaaaa';
const start = Date.UTC(2026, 2, 1, 12);

/**
 * The rows that the projector puts and deletes in rankings until an item has so many votes, by its own code and
 * without a table. `batch` votes are folded at a time.
 */
export function rankingWrites(votes: number, batch: number, { tags, ageDays, down = 10, apart = 0 }: Voting): number {
  let standing = added(tags, ageDays);
  let writes = 0;
  for (let cast = 0; cast < votes; ) {
    const before = structuredClone(standing);
    let now = start;
    for (const until = Math.min(votes, cast + batch); cast < until; cast++) {
      now = start + cast * apart * 60_000;
      if (cast % down === down - 1) standing.down++;
      else {
        standing.up++;
        standing.upMinutes += minuteOf(now);
      }
    }
    writes += listingWrites([{ before, after: standing }], new Date(now)).length;
    standing = structuredClone(standing);
  }
  return writes;
}

function added(tags: number, ageDays: number): Row & ItemStanding {
  return {
    ...standings.item.key(id),
    type: standings.item.type,
    ...standings.item.empty(),
    card: {
      kind: 'link',
      title: 'A page',
      byline: 'example.org',
      at: isoSeconds(new Date(start - ageDays * 86_400_000)),
    },
    tags: Object.fromEntries(Array.from({ length: tags }, (_, n) => [`tag-${n}`, 1])),
  };
}

import type { ItemStanding } from '#functions/items/reader.ts';
import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import { areaScore } from '#shared/areas/rules.ts';
import type { AreaPlace } from '#shared/areas/schema.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { settle } from '#shared/ranking/settle.ts';
import { rankKey } from '#shared/ranking/sort-key.ts';
import { secondsOf } from '#shared/ranking/time.ts';
import {
  type AreaStanding,
  areaPartition,
  areaScopeId,
  areasWithin,
  everyPlace,
  pairKeys,
  togetherId,
} from './table.ts';

type Placed = { areas: readonly string[]; scopes: readonly string[]; score: number | undefined; category?: string };

/** In which areas an item is listed, as what, and by which score; undefined where in none. */
function placed({ card, where, gone, folded, ratings, ratedDays = 0 }: Partial<ItemStanding>): Placed | undefined {
  if (!card || !where?.areas?.length || gone || folded) return undefined;
  const { areas, category } = where;
  if (kinds[card.kind].area) return { areas, scopes: [areasWithin], score: undefined };
  const score = areaScore({ ratings: ratings ?? [], ratedDays });
  return { areas, scopes: [everyPlace, ...(category ? [category] : [])], score, ...(category ? { category } : {}) };
}

function add(numbers: Record<string, number>, name: string, change: number): void {
  const sum = (numbers[name] ?? 0) + change;
  if (sum === 0) delete numbers[name];
  else numbers[name] = sum;
}

type Move = { places: number; cells: Record<string, number>; categories: Record<string, number> };

/** What an item is counted under: its areas, and all of them together, since two of them may come to be one. */
const countedUnder = (areas: readonly string[]) => (areas.length > 1 ? [...areas, togetherId(areas)] : areas);

/** How the numbers of an item's areas move because its standing did; most changes move none. */
export function areaContributions({ before, after }: Change): Contribution[] {
  const moves = new Map<string, Move>();
  for (const [row, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    const at = placed((row ?? {}) as Partial<ItemStanding>);
    for (const area of countedUnder(at?.areas ?? [])) {
      for (const scope of at?.scopes ?? []) {
        const id = areaScopeId(area, scope);
        const move = moves.get(id) ?? { places: 0, cells: {}, categories: {} };
        moves.set(id, move);
        move.places += sign;
        if (at?.score !== undefined) add(move.cells, String(at.score), sign);
        if (scope === everyPlace && at?.category !== undefined) add(move.categories, at.category, sign);
      }
    }
  }
  return [...moves]
    .filter(([, { places, cells, categories }]) => places !== 0 || Object.keys({ ...cells, ...categories }).length > 0)
    .map(([id, move]) => ({
      standing: 'area',
      id,
      fold: (standing) => {
        standing.places += move.places;
        for (const [cell, change] of Object.entries(move.cells)) add(standing.cells, cell, change);
        const categories = standing.categories ?? {};
        for (const [category, change] of Object.entries(move.categories)) add(categories, category, change);
        if (Object.keys(categories).length > 0) standing.categories = categories;
        else delete standing.categories;
      },
    }));
}

/** Where an item is listed in its areas: by score, those nobody rated last. Votes are not on these cards: they move nothing here. */
export function areaEntries(itemId: string, standing: ItemStanding): Entry[] {
  const at = placed(standing);
  const { card, where } = standing;
  if (!at || !card || !where) return [];
  const { kind, title, byline, picture, by } = card;
  const shown: AreaPlace = {
    id: itemId,
    kind,
    title,
    byline,
    ...(picture ? { picture } : {}),
    ...(at.category ? { category: at.category } : {}),
    latitude: where.latitude,
    longitude: where.longitude,
    at: card.at,
    by: by ?? null,
    ...(at.score === undefined ? {} : { ratings: standing.ratings.map(settle), score: at.score / 100 }),
  };
  const text = JSON.stringify(shown);
  const sk = rankKey(at.score ?? -1, secondsOf(card.at), itemId);
  return at.areas.flatMap((area) =>
    at.scopes.map((scope): Entry => ({ pk: areaPartition(area, scope), sk, type: 'entry', card: text })),
  );
}

/** What leads from two areas to the places that name both, among others. */
export function togetherEntries(id: string, { places }: AreaStanding): Entry[] {
  return places > 0 ? pairKeys(id).map((key): Entry => ({ ...key, type: 'entry', card: '' })) : [];
}

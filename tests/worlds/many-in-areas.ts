import { areaContributions, areaEntries } from '#functions/areas/reader.ts';
import { type ItemStanding, itemKey, itemStandingKey } from '#functions/items/reader.ts';
import { emptyStanding, foldInto, standingKeyOf } from '#functions/projections/fold.ts';
import { entriesOf, standings } from '#functions/projections/registry.ts';
import { getRows, keyText, type Row, writeRows } from '#functions/table/table.ts';
import { idFromBytes } from '#shared/ids.ts';
import { centre, type MadePlace, standingOf } from './many-places.ts';
import { chanceFrom } from './unreliable-stream.ts';

/** The areas that all of these places lie in. */
export const areas = ['theCity00001', 'theQuarter02', 'theStreet003'] as const;

export type Known = ItemStanding & { id: string };

/** Places in three areas, one in ten of one category, as the projector would have listed and counted them. */
export async function manyInAreas(count: number): Promise<Known[]> {
  const chance = chanceFrom(7);
  const rows: Row[] = areas.flatMap((id) => {
    const card = { kind: 'area' as const, title: `Area ${id}`, byline: '', at: '2026-01-01T00:00:00Z' };
    const fact = { ...itemKey(id), type: 'item', id, ...card, fields: { name: card.title, position: centre } };
    return [fact, { ...itemStandingKey(id), type: standings.item.type, ...standings.item.empty(), card }];
  });
  const counted = new Map<string, Row>();
  const known = Array.from({ length: count }, (_, n): Known => {
    const id = idFromBytes(Uint8Array.from({ length: 12 }, () => chance(248)));
    const made: MadePlace = { id, position: centre, category: n % 10 ? 'cafe' : 'museum', price: 1, amenities: [] };
    const standing = standingOf(made, n, chance(40));
    const ratings = standing.ratings.map((some) => (some > 0 ? chance(some + 3) : 0));
    const total = ratings.reduce((sum, some) => sum + some, 0);
    const where = { ...centre, category: made.category, areas: [...areas] };
    return { ...standing, id, ratings, where, ...(total > 0 ? { ratedDays: total * (1500 + chance(800)) } : {}) };
  });
  for (const { id, ...standing } of known) {
    const row = { ...itemStandingKey(id), type: standings.item.type, ...standing };
    rows.push(row, { ...itemKey(id), type: 'item', id, ...standing.card, fields: {} }, ...areaEntries(id, standing));
    for (const contribution of areaContributions({ before: undefined, after: row })) {
      const key = standingKeyOf(contribution);
      const held = counted.get(keyText(key)) ?? { ...emptyStanding(contribution), ...key, type: 'areaStanding' };
      counted.set(keyText(key), held);
      foldInto(held, contribution);
    }
  }
  const standing = [...counted.values()];
  await writeRows(
    [...rows, ...standing, ...standing.flatMap((row) => entriesOf(row, new Date(0)))].map((put) => ({ put })),
  );
  return known;
}

/** Merges the second and third of these areas into the first, as the projector knows it. */
export async function mergeAreas(): Promise<void> {
  const [city, ...others] = areas;
  const stored = await getRows(areas.map(itemStandingKey));
  const puts = [...stored.values()].map((row) =>
    row.pk === itemStandingKey(city).pk
      ? { ...row, merged: Object.fromEntries(others.map((id) => [id, { kind: 'area', title: id, reviews: 0 }])) }
      : { ...row, gone: 'merged', into: city },
  );
  await writeRows(puts.map((put) => ({ put })));
}

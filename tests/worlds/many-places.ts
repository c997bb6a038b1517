import type { ItemStanding } from '#functions/items/reader.ts';
import { cellEntries } from '#functions/places/cells/reader.ts';
import { standings } from '#functions/projections/registry.ts';
import { writeRows } from '#functions/table/table.ts';
import { idFromBytes } from '#shared/ids.ts';
import { placeAmenityKeys, placeCategoryKeys } from '#shared/items/kinds/place-categories.ts';
import type { Position } from '#shared/places/schema.ts';
import { chanceFrom } from './unreliable-stream.ts';

export const centre: Position = { latitude: 48.2082, longitude: 16.3738 };
/** Where a few places lie on both sides of the date line. */
export const fiji: Position = { latitude: -16.8, longitude: 180 };

export type MadePlace = { id: string; position: Position; category: string; price: number; amenities: string[] };

/**
 * Places as the projector lists them, written straight into their cells: the most of them in one city, denser towards its
 * middle, the others all over the globe. What is shown of each is as long as of real ones.
 */
export async function manyPlaces(count: number, seed = 1): Promise<MadePlace[]> {
  const chance = chanceFrom(seed);
  const within = (degrees: number) => {
    const share = (chance(20_001) - 10_000) / 10_000;
    return share * Math.abs(share) * degrees;
  };
  const made = Array.from({ length: count }, (_, n): MadePlace => {
    const position =
      n % 20 === 1
        ? { latitude: (chance(1600) - 800) / 10, longitude: (chance(3600) - 1800) / 10 }
        : n % 20 === 2
          ? { latitude: fiji.latitude + within(1), longitude: wrapped(fiji.longitude + within(2)) }
          : { latitude: centre.latitude + within(0.1), longitude: centre.longitude + within(0.15) };
    return {
      id: idFromBytes(Uint8Array.from({ length: 12 }, () => chance(248))),
      position,
      category: placeCategoryKeys[chance(placeCategoryKeys.length)] ?? 'cafe',
      price: 1 + chance(4),
      amenities: placeAmenityKeys.filter(() => chance(10) === 0),
    };
  });
  const rows = made.flatMap((place, n) => cellEntries(place.id, standingOf(place, n, chance(40))));
  await writeRows(rows.map((put) => ({ put })));
  return made;
}

const wrapped = (longitude: number) =>
  longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;

/** What the projector would know of such a place. */
export function standingOf(
  { position, category, price, amenities }: MadePlace,
  n: number,
  ratings: number,
): ItemStanding {
  return {
    ...standings.item.empty(),
    ratings: [0, 0, 0, 0, 1, 0, 1, Math.floor(ratings / 2), 0, Math.ceil(ratings / 2)],
    card: {
      kind: 'place',
      title: `Kaffeehaus zum goldenen Löwen ${n}`,
      byline: `Lange Gasse ${n}, 1080 Wien, Österreich`,
      at: new Date(1_700_000_000_000 + n * 60_000).toISOString(),
      ...(n % 4 === 0 ? { picture: `https://images.example.org/places/1447303603m/${n}.jpg` } : {}),
    },
    where: {
      ...position,
      category,
      price,
      amenities,
      ...(n % 3 === 0 ? {} : { hours: 'Mo-Fr 08:00-19:00; Sa,Su 09:00-14:00; PH off' }),
    },
  };
}

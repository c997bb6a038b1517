import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxAround, isIn } from '#functions/places/cells/cells.ts';
import { metresBetween } from '#functions/places/cells/distance.ts';
import { cellEntries } from '#functions/places/cells/reader.ts';
import { listPlaces } from '#functions/places/list-places.ts';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { placesShown } from '#shared/places/rules.ts';
import type { PlacesFound, PlacesQuery } from '#shared/places/schema.ts';
import { Feed } from '#tests/bench/ranking/feed.ts';
import { rankingWritesOf } from '#tests/bench/ranking/writes.ts';
import { costOf } from '#tests/builders/cost.ts';
import { facts } from '#tests/builders/facts.ts';
import { fieldsOf } from '#tests/builders/fields.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { centre, fiji, type MadePlace, manyPlaces, standingOf } from '#tests/worlds/many-places.ts';

const none = { params: undefined, query: undefined, body: undefined };
const now = new Date('2026-05-02T10:00:00Z');
const ask = (query: PlacesQuery) => listPlaces({ ...none, query }, { ...as('reader'), now }) as Promise<PlacesFound>;

/** Views as people look at them, from the whole earth down to a street, upright and wide, and over the date line. */
const views = [
  ...[180, 60, 20, 5, 1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001].flatMap((degrees) => [
    boxAround(centre, degrees, degrees / 2),
    boxAround(
      { latitude: centre.latitude + degrees / 7, longitude: centre.longitude - degrees / 5 },
      degrees / 4,
      degrees / 3,
    ),
  ]),
  boxAround(fiji, 3, 2),
  boxAround(fiji, 0.2, 0.4),
];
const positions = [
  centre,
  { latitude: 48.25, longitude: 16.3 },
  { latitude: 48.6, longitude: 17.2 },
  { latitude: 10, longitude: -30 },
  fiji,
  { latitude: 89.9, longitude: 0 },
  { latitude: -90, longitude: -180 },
];

describe.each([200, 3000])('with %i places', (count) => {
  let table: TestTable;
  let made: MadePlace[];
  beforeAll(async () => {
    table = await createTestTable();
    made = await manyPlaces(count);
  });
  afterAll(() => table.drop());

  it('shows a view of 50 in two round trips and 10 read units at most, whatever is in it', async () => {
    const most = { roundTrips: 0, readUnits: 0 };
    for (const view of views)
      for (const more of [{}, { category: 'cafe' }, { open: 'now' }, { price: [1] }]) {
        const cost = await costOf(() => ask({ view, ...more }));
        most.roundTrips = Math.max(most.roundTrips, cost.roundTrips);
        most.readUnits = Math.max(most.readUnits, cost.readUnits);
      }
    expect(most.roundTrips).toBeLessThanOrEqual(2);
    expect(most.readUnits).toBeLessThanOrEqual(10);
  });

  it('finds what is near for the same', async () => {
    for (const near of positions)
      for (const more of [{}, { category: 'cafe' }, { within: 500 }]) {
        const cost = await costOf(() => ask({ near, ...more }));
        expect.soft(cost.roundTrips).toBeLessThanOrEqual(2);
        expect.soft(cost.readUnits).toBeLessThanOrEqual(10);
      }
  });

  it('shows of a view all there is, or fifty of it, and says which', async () => {
    let complete = 0;
    for (const view of views) {
      const there = made.filter(({ position }) => isIn(view, position));
      const found = await ask({ view });
      expect(found.places.every(({ position }) => isIn(view, position))).toBe(true);
      if (found.complete) {
        complete++;
        expect(found.places.map(({ id }) => id).sort()).toEqual(there.map(({ id }) => id).sort());
      } else
        expect
          .soft(found.places.length, JSON.stringify(view))
          .toBeGreaterThanOrEqual(Math.min(placesShown, there.length) * 0.6);
    }
    expect(complete).toBeGreaterThanOrEqual(5);
  });

  it('finds what is near by distance, and within its reach everything', async () => {
    for (const near of positions) {
      const { places, reach = 0 } = await ask({ near });
      const distances = places.map(({ distance = 0 }) => distance);
      expect(distances).toEqual([...distances].sort((a, b) => a - b));
      const furthest = places.length < placesShown ? reach : Math.min(reach, distances.at(-1) ?? 0);
      const there = made.filter(({ position }) => metresBetween(near, position) < furthest - 1);
      const ids = new Set(places.map(({ id }) => id));
      expect
        .soft(
          there.filter(({ id }) => !ids.has(id)),
          JSON.stringify(near),
        )
        .toEqual([]);
    }
    // In the middle of a town that is most of what is shown.
    const { reach = 0 } = await ask({ near: centre });
    expect(reach).toBeGreaterThan(50);
  });

  it('narrows down by what is asked for', async () => {
    const view = boxAround(centre, 0.15, 0.1);
    const { places } = await ask({ view, category: 'cafe', price: [1, 2] });
    expect(places.every(({ category, price = 9 }) => category === 'cafe' && price <= 2)).toBe(true);
    const wanted = made.filter(
      ({ category, price, position }) => category === 'cafe' && price <= 2 && isIn(view, position),
    );
    expect(places.length).toBe(Math.min(placesShown, wanted.length));
    for (const amenity of ['wifi'])
      expect(
        (await ask({ view, amenities: [amenity] })).places.every(({ amenities = [] }) => amenities.includes(amenity)),
      ).toBe(true);
    // Saturday morning in Vienna: open from nine to two; not at night.
    const open = (await ask({ view, open: 'now' })).places;
    expect(open.length).toBeGreaterThan(10);
    expect(open.every(({ opening }) => opening?.stretches[0]?.to === '2026-05-02T12:00:00.000Z')).toBe(true);
    expect((await ask({ view, open: '2026-05-02T23:00:00Z' })).places).toEqual([]);
  });
});

describe('a place', () => {
  let table: TestTable;
  beforeAll(async () => {
    table = await createTestTable();
    await join('writer', ...Array.from({ length: 40 }, (_, n) => `judge${n}`));
  });
  afterAll(() => table.drop());

  it('stands in eighteen cells, each by its own row, and moves only when what is settled does', () => {
    const place: MadePlace = { id: 'PlaceOfViewA', position: centre, category: 'cafe', price: 2, amenities: ['wifi'] };
    const at = (ratings: number) =>
      cellEntries(place.id, standingOf(place, 1, ratings)).map(({ pk, sk, card }) => `${pk} ${sk} ${card}`);
    expect(new Set(at(10)).size).toBe(18);
    let moves = 0;
    for (let ratings = 1; ratings < 2000; ratings++) moves += Number(at(ratings)[0] !== at(ratings - 1)[0]);
    expect(moves).toBeLessThan(70);
    // Nine of them are a page of the table, names of attributes and all.
    const [entry] = cellEntries(place.id, standingOf(place, 4, 30)).slice(-1);
    expect(
      Object.entries(entry ?? {})
        .flat()
        .join('').length,
    ).toBeLessThan(455);
  });

  it('comes and goes with what people do: added, judged, moved; as a rebuild would have it', async () => {
    const fields = { ...fieldsOf.place(), areas: undefined, position: centre };
    const item = await facts.add(as('writer'), 'place', fields);
    const feed = new Feed();
    await feed.drain(100);
    const [pin] = (await ask({ near: centre })).places;
    expect(pin).toMatchObject({ id: item.id, distance: 0, category: 'cafe', price: 2, ratings: 0 });
    for (let n = 0; n < 40; n++) await facts.review(as(`judge${n}`), item.id, { rating: 4 });
    const { writeUnits } = await rankingWritesOf(() => feed.drain(100));
    const [judged] = (await ask({ view: boxAround(centre, 0.01, 0.01) })).places;
    expect(judged).toMatchObject({ id: item.id, stars: 4, ratings: 40 });
    feed.stop();
    expect((await audit()).differences).toEqual([]);
    await rebuild();
    expect((await ask({ near: centre })).places).toHaveLength(1);
    expect(writeUnits).toBeGreaterThan(0);
  });
});

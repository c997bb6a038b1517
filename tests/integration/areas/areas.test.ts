import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getArea } from '#functions/areas/get-area.ts';
import { listAreaPlaces } from '#functions/areas/list-area-places.ts';
import { listAreaRanks } from '#functions/areas/list-area-ranks.ts';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { reviseItem } from '#functions/revisions/revise-item.ts';
import { Feed } from '#tests/bench/ranking/feed.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { askPage } from '#tests/integration/pages/page.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';

const none = { params: undefined, query: undefined, body: undefined };
const reader = as('reader');
type Output<F extends (...given: never[]) => unknown> = Exclude<Awaited<ReturnType<F>>, { text: string }>;
const ranksOf = async (itemId: string) =>
  (await listAreaRanks({ ...none, params: { itemId } }, reader)) as Output<typeof listAreaRanks>;
const placesOf = async (areaId: string, query: { category?: string; cursor?: string } = {}) =>
  (await listAreaPlaces({ ...none, params: { areaId }, query }, reader)) as Output<typeof listAreaPlaces>;

describe('an area', () => {
  let table: TestTable;
  let feed: Feed;
  let city = '';
  let quarter = '';
  let cafes: string[] = [];
  let museum = '';
  beforeAll(async () => {
    table = await createTestTable();
    await join('olivia', 'alice', 'bob', 'carol');
    feed = new Feed();
    const near = (n: number) => ({ latitude: 48.2 + n / 1000, longitude: 16.37 });
    const add = async (kind: 'area' | 'place', fields: Record<string, unknown>) =>
      (await facts.add(as('olivia'), kind, fields)).id;
    city = await add('area', { name: 'The City', position: near(0), radius: 10 });
    quarter = await add('area', { name: 'The Quarter', position: near(1), within: city });
    const areas = [city, quarter];
    cafes = [];
    for (const n of [1, 2, 3])
      cafes.push(await add('place', { name: `Café ${n}`, position: near(n), category: 'cafe', areas }));
    museum = await add('place', { name: 'Museum', position: near(9), category: 'museum', areas: [city] });
    const rate = (by: string, itemId: string, rating: number) => facts.review(as(by), itemId, { rating });
    const [first = '', second = '', third = ''] = cafes;
    for (const by of ['alice', 'bob', 'carol']) {
      await rate(by, first, 5);
      await rate(by, second, 4);
      await rate(by, museum, 4);
    }
    // Votes are no judgement of quality, and nobody rated this one.
    await facts.vote(as('alice'), third, 'up');
    await feed.drain(50);
  });
  afterAll(async () => {
    feed.stop();
    await table.drop();
  });

  it('ranks its places, all and by category, and says why; who is equal shares', async () => {
    const { ranks, why } = await ranksOf(cafes[1] ?? '');
    const short = ranks.map(({ area, category, rank, shared, rated, places }) => [
      area.title,
      category,
      rank,
      shared,
      rated,
      places,
    ]);
    expect(short).toEqual([
      ['The City', undefined, 2, 1, 3, 4],
      ['The City', 'cafe', 2, 0, 2, 3],
      ['The Quarter', undefined, 2, 0, 2, 3],
      ['The Quarter', 'cafe', 2, 0, 2, 3],
    ]);
    expect(why.inputs.find(({ name }) => name === '4 stars')?.value).toBe(3);
    expect(why.working).toMatch(/^\d.* − 1\.65 × √/);
    expect(why.score).toBeGreaterThan(2);
  });

  it('lists them in that order, those nobody rated last, and names its quarters and categories', async () => {
    const { entries, rated, places, next } = await placesOf(city);
    const [first, ...shown] = entries.map(({ title, rank, shared }) => [title, rank, shared]);
    expect(first).toEqual(['Café 1', 1, 0]);
    // Added within one second: in which order those that share a rank stand is chance.
    expect(shown.slice(0, 2).sort()).toEqual([
      ['Café 2', 2, 1],
      ['Museum', 2, 1],
    ]);
    expect(shown.slice(2)).toEqual([['Café 3', null, 0]]);
    expect([rated, places, next]).toEqual([3, 4, null]);
    expect((await placesOf(city, { category: 'museum' })).entries).toMatchObject([{ title: 'Museum', rank: 1 }]);
    const about = await getArea({ ...none, params: { areaId: city } }, reader);
    expect(about).toEqual({
      area: { id: city, title: 'The City' },
      places: 4,
      rated: 3,
      categories: [
        { category: 'cafe', places: 3 },
        { category: 'museum', places: 1 },
      ],
      areas: [{ id: quarter, title: 'The Quarter' }],
    });
  });

  it('is a feed, all of it or a category', async () => {
    const feed = await askPage(`/feeds/json/i/${city}/places?category=museum`);
    const { title, items } = JSON.parse(feed.body ?? '') as { title: string; items: { title: string; url: string }[] };
    expect(title).toBe('The City: places, Museum');
    expect(items).toMatchObject([{ title: 'Museum', url: expect.stringMatching(`/i/${museum}$`) }]);
    expect((await askPage(`/feeds/atom/i/${museum}/places`)).status).toBe(404);
  });

  it('is none where the item is something else, or is not there', async () => {
    const ask = (areaId: string) => getArea({ ...none, params: { areaId } }, reader);
    await expect(ask(museum)).rejects.toMatchObject({ code: 'not_an_area' });
    await expect(ask('nonexistent1')).rejects.toMatchObject({ code: 'item_not_found' });
    expect((await placesOf('nonexistent1')).entries).toEqual([]);
    expect((await ranksOf(city)).ranks).toEqual([]);
  });

  it('follows a rating withdrawn and a place that says it lies elsewhere', async () => {
    await facts.unreview(as('alice'), cafes[0] ?? '');
    await facts.unreview(as('bob'), cafes[0] ?? '');
    const fields = { name: 'Museum', position: { latitude: 48.209, longitude: 16.37 }, areas: [quarter] };
    await reviseItem(
      { ...none, params: { itemId: museum }, body: { fields, base: 1, summary: '', minor: false } },
      as('olivia'),
    );
    await feed.drain(1);
    const ranks = (await ranksOf(cafes[1] ?? '')).ranks.map(({ rank, rated }) => [rank, rated]);
    // In the city first alone; in the quarter with the museum, which names no category any more.
    expect(ranks).toEqual([
      [1, 2],
      [1, 2],
      [1, 3],
      [1, 2],
    ]);
    expect((await placesOf(city)).places).toBe(3);
  });

  it('stands as the facts say, after all of it and after a rebuild', async () => {
    expect((await audit()).differences).toEqual([]);
    const before = await placesOf(quarter);
    await rebuild();
    expect(await placesOf(quarter)).toEqual(before);
    expect((await audit()).differences).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { made } from '#tests/builders/decide.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
const alice = as('alice');
const position = { latitude: 48.2, longitude: 16.37 };
const add = async (kind: 'area' | 'place', fields: Record<string, unknown>) =>
  (await alice.done('createItem', { body: { kind, fields: { position, ...fields } } })).item.id;

const placesOf = async (areaId: string, query: { category?: string; cursor?: string } = {}) =>
  seen('listAreaPlaces', { params: { areaId }, query });
const everyPlaceOf = async (areaId: string) => {
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const { entries, next } = await placesOf(areaId, { cursor });
    titles.push(...entries.map(({ title }) => title));
    cursor = next ?? undefined;
  } while (cursor);
  return titles;
};
const ranksOf = async (itemId: string) =>
  (await seen('listAreaRanks', { params: { itemId } })).ranks.map(({ area, category, rank, shared, rated, places }) => [
    area.title,
    category,
    rank,
    shared,
    rated,
    places,
  ]);

let [vienna, wien, wean, quarter, cafe, museum, both] = ['', '', '', '', '', '', ''];
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob', 'carol']) await as(handle).done('chooseHandle', { body: { handle } });
  vienna = await add('area', { name: 'Vienna' });
  wien = await add('area', { name: 'Wien' });
  wean = await add('area', { name: 'Wean' });
  quarter = await add('area', { name: 'Leopoldstadt', within: wean });
  cafe = await add('place', { name: 'Café', category: 'cafe', areas: [vienna] });
  museum = await add('place', { name: 'Museum', category: 'museum', areas: [wien] });
  both = await add('place', { name: 'Both', category: 'cafe', areas: [vienna, wien] });
  // More than one page of them.
  for (let n = 0; n < 50; n++) await add('place', { name: `Stand ${n}`, areas: [n % 2 ? wean : wien] });
  const rate = (by: string, itemId: string, rating: number) =>
    as(by).done('postReview', { params: { itemId }, body: { rating, text: '' } });
  for (const by of ['bob', 'carol']) {
    await rate(by, cafe, 4);
    await rate(by, museum, 5);
    await rate(by, both, 3);
  }
  await system.settle();
});
afterAll(() => system.stop());

/** All that is answered of the three areas and of the places in them. */
const everything = async () => ({
  areas: await Promise.all([vienna, wien, wean].map((areaId) => seen('getArea', { params: { areaId } }))),
  places: await Promise.all([vienna, wien, wean].map(everyPlaceOf)),
  ranks: await Promise.all([cafe, museum, both].map(ranksOf)),
});

describe('an area that was merged into another', () => {
  it('hands its places over: counted, ranked, listed, found and given out as those of the other; taken apart, all is as before', async () => {
    const before = await everything();
    expect(before.ranks[1]).toEqual([
      ['Wien', undefined, 1, 0, 2, 27],
      ['Wien', 'museum', 1, 0, 1, 1],
    ]);
    await made({ what: 'merge', from: wean, into: wien });
    await system.settle();
    await made({ what: 'merge', from: wien, into: vienna });
    await system.settle();

    const shown = await everyPlaceOf(vienna);
    expect(shown.slice(0, 3)).toEqual(['Museum', 'Café', 'Both']);
    expect(new Set(shown).size).toBe(53);
    expect(shown).toHaveLength(53);
    expect((await placesOf(vienna)).entries.slice(0, 3).map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect((await placesOf(vienna, { category: 'museum' })).entries).toMatchObject([{ id: museum, rank: 1 }]);
    expect((await seen('getArea', { params: { areaId: vienna } })).areas).toEqual([
      { id: quarter, title: 'Leopoldstadt' },
    ]);
    expect(await ranksOf(museum)).toEqual([
      ['Vienna', undefined, 1, 0, 3, 53],
      ['Vienna', 'museum', 1, 0, 1, 1],
    ]);
    expect(await ranksOf(both)).toEqual([
      ['Vienna', undefined, 3, 0, 3, 53],
      ['Vienna', 'cafe', 2, 0, 2, 2],
    ]);
    const found = await seen('search', { query: { q: 'museum', area: vienna } });
    expect(found.hits).toMatchObject([{ id: museum }]);
    const given = await seen('listFeatures', { query: { area: vienna, category: 'museum' } });
    expect(given.features.map(({ id }) => id)).toEqual([museum]);
    expect((await audit()).differences).toEqual([]);

    await made({ what: 'unmerge', from: wien, into: vienna });
    await made({ what: 'unmerge', from: wean, into: wien });
    await system.settle();
    expect(await everything()).toEqual(before);
    expect((await audit()).differences).toEqual([]);
  });
});

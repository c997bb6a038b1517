import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getArea } from '#functions/areas/get-area.ts';
import { listAreaPlaces } from '#functions/areas/list-area-places.ts';
import { listAreaRanks } from '#functions/areas/list-area-ranks.ts';
import { listPins } from '#functions/areas/list-pins.ts';
import { audit } from '#functions/projections/audit.ts';
import { areaScore } from '#shared/areas/rules.ts';
import { Feed } from '#tests/bench/ranking/feed.ts';
import { rankingWritesOf } from '#tests/bench/ranking/writes.ts';
import { costOf } from '#tests/builders/cost.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { areas, type Known, manyInAreas, mergeAreas } from '#tests/worlds/many-in-areas.ts';
import { centre } from '#tests/worlds/many-places.ts';

const none = { params: undefined, query: undefined, body: undefined };

describe.each([40, 3000])('an area with %i places', (count) => {
  let table: TestTable;
  let known: Known[];
  beforeAll(async () => {
    table = await createTestTable();
    known = await manyInAreas(count);
  });
  afterAll(() => table.drop());

  it('tells the exact rank of a place in three areas, twice each, in two round trips and 8 read units', async () => {
    const scores = known.flatMap((one) => areaScore({ ratings: one.ratings, ratedDays: one.ratedDays }) ?? []);
    for (const one of known.slice(0, 20)) {
      const score = areaScore({ ratings: one.ratings, ratedDays: one.ratedDays });
      let answer: Awaited<ReturnType<typeof listAreaRanks>> | undefined;
      const cost = await costOf(async () => {
        answer = await listAreaRanks({ ...none, params: { itemId: one.id } }, as('reader'));
      });
      expect(cost.roundTrips).toBe(2);
      expect(cost.readUnits).toBeLessThanOrEqual(8);
      const { ranks } = answer as Exclude<typeof answer, undefined | { text: string }>;
      expect(ranks).toHaveLength(6);
      const rank = score === undefined ? null : 1 + scores.filter((other) => other > score).length;
      expect(ranks[0]).toMatchObject({ rank, rated: scores.length, places: count });
    }
  });

  it('lists fifty of its places with their ranks in one round trip and 4 read units, on any page', async () => {
    const page = async (cursor?: string) => {
      const request = { ...none, params: { areaId: areas[0] }, query: { cursor } };
      return (await listAreaPlaces(request, as('reader'))) as {
        entries: { rank: number | null }[];
        next: string | null;
      };
    };
    const first = await page();
    for (const cursor of [undefined, ...(first.next ? [first.next] : [])]) {
      const cost = await costOf(() => page(cursor));
      expect(cost).toMatchObject({ requests: 2, roundTrips: 1, writeUnits: 0 });
      expect(cost.readUnits).toBeLessThanOrEqual(4);
    }
    const ranks = first.entries.map(({ rank }) => rank ?? Number.POSITIVE_INFINITY);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(ranks[0]).toBe(1);
    const about = await costOf(() => getArea({ ...none, params: { areaId: areas[0] } }, as('reader')));
    expect(about.roundTrips).toBe(1);
    expect(about.readUnits).toBeLessThanOrEqual(3);
  });

  it('counts each once where three areas became one, for two round trips and three read units more', async () => {
    await mergeAreas();
    const [one] = known;
    if (!one) throw new Error('There are some');
    let answer: unknown;
    const cost = await costOf(async () => {
      answer = await listAreaRanks({ ...none, params: { itemId: one.id } }, as('reader'));
    });
    expect(answer).toMatchObject({ ranks: [{ places: count }, { category: one.where?.category }] });
    expect(cost.roundTrips).toBe(4);
    expect(cost.readUnits).toBeLessThanOrEqual(9);
  });

  it('finds where fifty things of a collection are in one request and 26 read units', async () => {
    const items = known.slice(0, 50).map(({ id }) => id);
    const cost = await costOf(() => listPins({ ...none, query: { items: items.join() } }, as('reader')));
    expect(cost).toMatchObject({ requests: 1, roundTrips: 1 });
    expect(cost.readUnits).toBeLessThanOrEqual(26);
  });
});

describe('a place in two areas', () => {
  let table: TestTable;
  beforeAll(async () => {
    table = await createTestTable();
  });
  afterAll(() => table.drop());

  it('moves there when it is rated, for 24 write units at most, and not when it is voted for', async () => {
    await join('olivia', 'alice', 'bob');
    const feed = new Feed();
    const area = async (name: string) => (await facts.add(as('olivia'), 'area', { name, position: centre })).id;
    const inAreas = [await area('City'), await area('Quarter')];
    const add = (name: string, more: object) =>
      facts.add(as('olivia'), 'place', { name, position: centre, category: 'cafe', ...more });
    const [inside, outside] = [await add('Inside', { areas: inAreas }), await add('Outside', {})];
    await feed.drain(100);
    const unitsOf = async (act: (itemId: string) => Promise<unknown>, itemId: string) => {
      await act(itemId);
      return (await rankingWritesOf(() => feed.drain(1))).writeUnits;
    };
    const rate = (itemId: string) => facts.review(as('alice'), itemId, { rating: 4 });
    const vote = (itemId: string) => facts.vote(as('bob'), itemId, 'up');
    const rated = (await unitsOf(rate, inside.id)) - (await unitsOf(rate, outside.id));
    const voted = (await unitsOf(vote, inside.id)) - (await unitsOf(vote, outside.id));
    feed.stop();
    expect(rated).toBeGreaterThan(0);
    expect(rated).toBeLessThanOrEqual(24);
    expect(voted).toBe(0);
    expect((await audit()).differences).toEqual([]);
  });
});

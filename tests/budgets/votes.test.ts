import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personIdOf } from '#functions/people/identity.ts';
import { audit } from '#functions/projections/audit.ts';
import { storeVote } from '#functions/votes/table.ts';
import { minuteOf } from '#shared/ranking/time.ts';
import { Feed } from '#tests/bench/ranking/feed.ts';
import { rankingWritesOf } from '#tests/bench/ranking/writes.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { rankingWrites, type Voting } from '#tests/worlds/voted-item.ts';

const young = { tags: 0, ageDays: 0 };
const old = { tags: 0, ageDays: 500 };

/** The table of decision 002: writes in rankings a vote, over an item's first 10, 100, 1,000 and 10,000. */
const budgets: [string, Voting, batch: number, aVote: [number, number, number, number]][] = [
  ['an old item, one by one', old, 1, [13.8, 4.5, 0.81, 0.12]],
  ['an old item with five tags, one by one', { ...old, tags: 5 }, 1, [83, 26.7, 4.9, 0.71]],
  ['an old item, a vote a day', { ...old, apart: 1440 }, 1, [14.6, 4, 0.7, 0.1]],
  ['an item of today, one by one', young, 1, [41, 13.3, 2.5, 0.36]],
  ['an item of today with five tags, one by one', { ...young, tags: 5 }, 1, [155, 50.2, 9.1, 1.35]],
  ['an old item in a rush', old, 100, [1.4, 0.15, 0.2, 0.06]],
  ['an item of today in a rush', young, 100, [3.2, 0.33, 0.53, 0.16]],
  ['an item of today with five tags in a rush', { ...young, tags: 5 }, 100, [13.2, 1.4, 2, 0.6]],
];

describe('what a vote moves in rankings', () => {
  it.each(budgets)('stays within its budget: %s', (_name, voting, batch, aVote) => {
    for (const [at, budget] of aVote.entries()) {
      const votes = 10 ** (at + 1);
      expect.soft(rankingWrites(votes, batch, voting) / votes, `${votes} votes`).toBeLessThanOrEqual(budget);
    }
  });

  it.each([
    ['nine of ten up', young],
    ['every other one down', { ...young, down: 2 }],
    ['one an hour', { ...old, apart: 60 }],
    ['one a day, on an item with tags', { ...old, tags: 5, apart: 1440 }],
  ])('grows by as much with every tenfold number of votes: %s', (_name, voting) => {
    const writes = [10, 100, 1000, 10_000].map((votes) => rankingWrites(votes, 1, voting));
    const growth = writes.slice(1).map((more, at) => more - (writes[at] ?? 0));
    // Half as much again is left to rising, whose times settle by the hour.
    expect(growth[2]).toBeLessThanOrEqual(1.5 * (growth[1] ?? 0));
  });
});

describe('an item that many vote for', () => {
  let table: TestTable;
  beforeAll(async () => {
    table = await createTestTable();
  });
  beforeEach(async () => {
    await table.reset();
    await join('olivia', 'tagger');
  });
  afterAll(() => table.drop());

  const vote = (itemId: string, from: number, to: number) =>
    Promise.all(
      Array.from({ length: to - from }, (_, n) =>
        storeVote(personIdOf(`voter-${from + n}`), itemId, 'up', minuteOf(Date.now())),
      ),
    );

  it('costs, one vote a batch, what its places move and 5 write units at most, and 4 where it moves none', async () => {
    const item = await facts.link(as('olivia'), 'https://example.org/popular');
    const feed = new Feed();
    await feed.drain(100);
    await vote(item.id, 0, 60);
    const first = await rankingWritesOf(() => feed.drain(1));
    await vote(item.id, 60, 79);
    const unmoved = await rankingWritesOf(() => feed.drain(1));
    feed.stop();

    expect(first.ranking).toBe(rankingWrites(60, 1, { ...young, down: Number.POSITIVE_INFINITY }));
    expect(first.writeUnits).toBeLessThanOrEqual(first.ranking + 5 * 60);
    expect(unmoved).toMatchObject({ ranking: 0, writeUnits: 4 * 19 });
    expect((await audit()).differences).toEqual([]);
  });

  it('costs at most 3 write units a vote after the request, from the first on, where votes come by the hundred', async () => {
    const item = await facts.link(as('olivia'), 'https://example.org/rush');
    for (const tag of ['a', 'b', 'c', 'd', 'e']) await facts.tag(as('tagger'), item.id, tag);
    const feed = new Feed();
    await feed.drain(100);
    let units = 0;
    for (let votes = 0; votes < 1000; votes += 100) {
      await vote(item.id, votes, votes + 100);
      units += (await rankingWritesOf(() => feed.drain(100))).writeUnits;
      expect(units / (votes + 100)).toBeLessThanOrEqual(3);
    }
    feed.stop();
    expect((await audit()).differences).toEqual([]);
  });
});

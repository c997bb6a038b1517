import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getItem } from '#functions/items/get-item.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { listRanking } from '#functions/ranking/list-ranking.ts';
import { listMyMarks } from '#functions/votes/list-my-marks.ts';
import { storeVote } from '#functions/votes/table.ts';
import { feedAddress, feedFormats } from '#shared/feeds/rules.ts';
import { newId } from '#shared/ids.ts';
import { type Order, orders, type WindowName, windows } from '#shared/ranking/schema.ts';
import { minuteOf } from '#shared/ranking/time.ts';
import { costOf } from '#tests/builders/cost.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { askPage } from '#tests/integration/pages/page.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { manyItems } from '#tests/worlds/many-items.ts';

const none = { params: undefined, query: undefined, body: undefined };
const list = (order: Order, window: WindowName = 'all', scope: { kind?: 'book'; tag?: string } = {}) =>
  listRanking({ ...none, query: { ...scope, order, window } }, as('reader'));

describe.each([100, 10_000])('with %i items', (count) => {
  let table: TestTable;
  let ids: string[];

  beforeAll(async () => {
    table = await createTestTable();
    await join('reader', 'writer', 'judge', ...Array.from({ length: 10 }, (_, n) => `reviewer${n}`));
    ids = await manyItems(count);
    for (let n = 0; n < 10; n++) {
      await facts.review(as(`reviewer${n}`), ids[0] ?? '', {
        rating: 4,
        text: 'A review of the usual length. '.repeat(12),
      });
    }
    await rebuild();
  }, 240_000);
  afterAll(() => table.drop());

  it('lists a ranked page of 50 of any order in one round trip and 3 read units', async () => {
    for (const order of orders) {
      const cost = await costOf(() => list(order));
      expect.soft(cost, order).toMatchObject({ requests: 1, roundTrips: 1, writeUnits: 0 });
      expect.soft(cost.readUnits, order).toBeLessThanOrEqual(3);
    }
  });

  it('stays within that in every window and scope', async () => {
    for (const window of windows) {
      for (const scope of [
        {},
        { kind: 'book' as const },
        { tag: 'classic' },
        { kind: 'book' as const, tag: 'classic' },
      ]) {
        for (const order of orders) {
          const cost = await costOf(() => list(order, window, scope));
          const asked = `${order} ${window} ${JSON.stringify(scope)}`;
          expect.soft(cost.readUnits, asked).toBeLessThanOrEqual(3);
          expect.soft(cost.requests, asked).toBe(1);
        }
      }
    }
  });

  it('gives the pages after the first for the same', async () => {
    const page = async (cursor?: string) => {
      const answer = await listRanking({ ...none, query: { order: 'hot', window: 'all', cursor } }, as('reader'));
      return JSON.parse('text' in answer ? answer.text : '') as { entries: { id: string }[]; next: string | null };
    };
    const first = await page();
    const second = await page(first.next ?? '');
    expect(first.entries).toHaveLength(50);
    expect(second.entries).toHaveLength(50);
    expect(new Set([...first.entries, ...second.entries].map(({ id }) => id)).size).toBe(100);
    expect((await costOf(() => page(first.next ?? ''))).readUnits).toBeLessThanOrEqual(3);
  });

  it('gives the feed of a ranking for the same, to whoever has it too', async () => {
    for (const format of feedFormats)
      for (const page of ['/', '/k/book?order=new', '/t/classic?order=top&window=week']) {
        const address = feedAddress(format, page);
        const { headers } = await askPage(address);
        const cost = await costOf(async () =>
          expect((await askPage(address, { 'if-none-match': String(headers.etag) })).status).toBe(304),
        );
        expect.soft(cost, address).toMatchObject({ requests: 1, roundTrips: 1, writeUnits: 0 });
        expect.soft(cost.readUnits, address).toBeLessThanOrEqual(3);
      }
  });

  it('shows an item with ten reviews in one round trip and 3 read units', async () => {
    const cost = await costOf(() => getItem({ ...none, params: { itemId: ids[0] ?? '' } }, as('reader')));
    expect(cost.roundTrips).toBe(1);
    expect(cost.readUnits).toBeLessThanOrEqual(3);
  });

  it('tells my marks on a page of 50 in one round trip and 4 read units, up to 500 votes', async () => {
    const voted = [...ids.slice(0, 60), ...Array.from({ length: 440 }, newId)];
    for (const id of voted) await storeVote(personIdOf('reader'), id, 'up', minuteOf(Date.now()));
    const cost = await costOf(() =>
      listMyMarks({ ...none, query: { items: ids.slice(0, 50), reviews: [] } }, as('reader')),
    );
    expect(cost.roundTrips).toBe(1);
    expect(cost.readUnits).toBeLessThanOrEqual(4);
  });

  it('costs as many requests for ten rows as for fifty', async () => {
    const cost = (rows: number) =>
      costOf(() => listMyMarks({ ...none, query: { items: ids.slice(0, rows), reviews: [] } }, as('reader')));
    expect((await cost(10)).requests).toBe((await cost(50)).requests);
  });

  it('casts, changes and withdraws a vote with 1 write unit, in one request once the instance is warm', async () => {
    const first = await costOf(() => facts.vote(as('judge'), ids[1] ?? '', 'up'));
    expect(first.roundTrips).toBeLessThanOrEqual(2);
    expect(first.writeUnits).toBe(1);
    for (const act of [
      () => facts.vote(as('judge'), ids[1] ?? '', 'down'),
      () => facts.unvote(as('judge'), ids[1] ?? ''),
      () => facts.vote(as('judge'), ids[1] ?? '', 'up'),
    ]) {
      expect(await costOf(act)).toEqual({ requests: 1, roundTrips: 1, readUnits: 0, writeUnits: 1 });
    }
  });

  it('posts a review with 5 write units', async () => {
    const cost = await costOf(() =>
      facts.review(as('writer'), ids[2] ?? '', { rating: 4.5, text: 'Worth every page. '.repeat(20) }),
    );
    expect(cost.roundTrips).toBeLessThanOrEqual(2);
    expect(cost.writeUnits).toBeLessThanOrEqual(5);
  });
});

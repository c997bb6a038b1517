import { afterAll, beforeAll, expect, it } from 'vitest';
import { getMyOdds } from '#functions/odds/get-my-odds.ts';
import { runOdds } from '#functions/odds/run-odds.ts';
import { chooseHandle } from '#functions/people/choose-handle.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { audit } from '#functions/projections/audit.ts';
import { getItemWork } from '#functions/work/get-item-work.ts';
import { getPersonWork } from '#functions/work/get-person-work.ts';
import { getWork } from '#functions/work/get-work.ts';
import { Feed } from '#tests/bench/ranking/feed.ts';
import { costOf } from '#tests/builders/cost.ts';
import { subOf } from '#tests/builders/event.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { revisionRow, written } from '#tests/builders/work.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';

const none = { params: undefined, query: undefined, body: undefined };
const editors = 400;
const nameOf = (n: number) => `editor-${n}`;
const names = Array.from({ length: editors }, (_, n) => nameOf(n));
let table: TestTable;
let itemId: string;
let feed: Feed;

/** Ten years of edits by four hundred people, as crowds are: few made most. */
beforeAll(async () => {
  table = await createTestTable();
  feed = new Feed();
  const people = names.map(subOf);
  await join('reader');
  await chooseHandle({ ...none, body: { handle: nameOf(0) } }, as(people[0] ?? ''));
  for (const [n, sub] of people.entries()) {
    if (n === 0) continue;
    await written({ pk: `P#${personIdOf(sub)}`, sk: 'PROFILE', type: 'profile', handle: nameOf(n), at: day(n * 9) });
  }
  itemId = (await facts.link(as('reader'), 'https://example.org/page')).id;
  let n = 1;
  const rows = names.flatMap((by, at) =>
    Array.from({ length: Math.ceil(300 / (at + 1)) }, (_, edit) => {
      const on = (at * 9 + edit * 11) % 3600;
      const edited = revisionRow({ itemId, n: ++n, by, at: day(on) });
      if (edit % 5 !== 4) return [edited];
      const reverted = { from: n, to: n, of: { [by]: 1 } };
      return [edited, revisionRow({ itemId, n: ++n, by: 'reader', at: day(on + 1), did: 'reverted', reverted })];
    }).flat(),
  );
  await written(...rows);
  await feed.drain(500);
}, 240_000);
afterAll(async () => {
  feed.stop();
  await table.drop();
});

function day(after: number): string {
  return `${new Date(Date.UTC(2016, 0, 1) + after * 86_400_000).toISOString().slice(0, 19)}Z`;
}

it('reading who does the work takes one round trip and at most 5 read units, for the site and for an item', async () => {
  const site = await costOf(() => getWork(none, as('reader')));
  expect(site).toMatchObject({ roundTrips: 1, writeUnits: 0 });
  expect(site.readUnits).toBeLessThanOrEqual(5);
  const item = await costOf(() => getItemWork({ ...none, params: { itemId } }, as('reader')));
  expect(item).toMatchObject({ roundTrips: 1, writeUnits: 0 });
  expect(item.readUnits).toBeLessThanOrEqual(5);
});

it('a person’s year takes 2 read units more than finding them, in two round trips', async () => {
  const cost = await costOf(() =>
    getPersonWork({ ...none, params: { handle: nameOf(0) }, query: { year: '2020' } }, as('reader')),
  );
  expect(cost.roundTrips).toBe(2);
  expect(cost.readUnits).toBeLessThanOrEqual(2.5);
});

it('an edit costs at most 50 write units after it, with all that anybody makes of it, one edit a batch', async () => {
  await written(revisionRow({ itemId, n: 90_000, by: nameOf(3), at: day(3650) }));
  const cost = await costOf(() => feed.drain(1));
  expect((await audit()).differences).toEqual([]);
  expect(cost.writeUnits).toBeLessThanOrEqual(50);
});

it('odds take one round trip; learning, one write for each person and item it knows', async () => {
  const context = { getRemainingTimeInMillis: () => 900_000 };
  const learning = await costOf(() => runOdds(context));
  // Thirty people have ten edits.
  expect(learning.writeUnits).toBeGreaterThan(20);
  expect(learning.writeUnits).toBeLessThanOrEqual(50);
  const odds = await costOf(() => getMyOdds({ ...none, params: { itemId } }, as('reader')));
  expect(odds).toMatchObject({ roundTrips: 1, writeUnits: 0 });
  expect(odds.readUnits).toBeLessThanOrEqual(6);
});

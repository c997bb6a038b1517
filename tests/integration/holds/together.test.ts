import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { arrivalEntry } from '#functions/holds/reader.ts';
import { releaseDue } from '#functions/holds/release-due.ts';
import { runRelease } from '#functions/holds/run-release.ts';
import { getItem } from '#functions/items/get-item.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { profileKey } from '#functions/people/reader.ts';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { scanRows, writeRows } from '#functions/table/table.ts';
import { votesOf } from '#functions/votes/reader.ts';
import type { Operations } from '#shared/capabilities.ts';
import { termsOf, togetherDays } from '#shared/holds/rules.ts';
import type { OutputOf } from '#shared/operation.ts';
import { isoSeconds, minuteOf } from '#shared/ranking/time.ts';
import { writeVote } from '#shared/votes/rules.ts';
import { costOf } from '#tests/builders/cost.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { crowd } from '#tests/worlds/crowd.ts';
import { chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

const none = { params: undefined, query: undefined, body: undefined };
const hour = 3_600_000;
const day = 24 * hour;
const plenty = { getRemainingTimeInMillis: () => 900_000 };
const terms = termsOf(60).together;
const gang = Array.from({ length: 6 }, (_, n) => `gang-${n}`);
const honest = Array.from({ length: 6 }, (_, n) => `honest-${n}`);

let table: TestTable;
let stream: UnreliableStream;
let items: string[];

beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent';
  table = await createTestTable();
});
/** A growing site with twelve items; the gang and six others are a week old: old enough to count, new enough to be looked at. */
beforeEach(async () => {
  await table.reset();
  await crowd(60);
  stream = new UnreliableStream({ shards: 2, named: true, chance: chanceFrom(5) });
  await stream.run(0);
  await join('olivia');
  const at = isoSeconds(new Date(Date.now() - 7 * day));
  await writeRows(
    [...gang, ...honest].map((handle) => ({
      put: { ...profileKey(personIdOf(handle)), type: 'profile', handle, at },
    })),
  );
  const links = Array.from({ length: 12 }, (_, n) => facts.link(as('olivia'), `https://example.org/${n}`));
  items = (await Promise.all(links)).map(({ id }) => id);
});
afterAll(() => table.drop());

async function page(itemId = items[0] ?? ''): Promise<OutputOf<Operations['getItem']>> {
  await stream.run(0);
  const answer = await getItem({ ...none, params: { itemId } }, as('reader'));
  return JSON.parse('text' in answer ? answer.text : '') as OutputOf<Operations['getItem']>;
}
const job = async (now = new Date()) => {
  await stream.run(0);
  await runRelease(plenty, now);
};
/** Everybody of the gang votes the same, on the first so many items. */
async function gangVotes(on: number): Promise<void> {
  for (const itemId of items.slice(0, on)) await Promise.all(gang.map((name) => facts.vote(as(name), itemId, 'up')));
}
const differences = async () => {
  await stream.run(0);
  return (await audit()).differences;
};

it('holds what accounts did that act together only, and counts what others did at the same time', async () => {
  await gangVotes(8);
  for (const [n, name] of honest.entries()) {
    await facts.vote(as(name), items[0] ?? '', n % 2 === 0 ? 'up' : 'down');
    for (const item of items.slice(2 + (n % 3), 5 + (n % 3))) await facts.vote(as(name), item, n % 2 ? 'up' : 'down');
  }
  expect((await page()).counts).toMatchObject({ up: 9, down: 3 });

  await job();
  const { counts, held } = await page();
  expect(counts).toMatchObject({ up: 3, down: 3, net: 0 });
  expect(held?.rules).toMatchObject([{ rule: 'together', up: 6, down: 0, reviews: 0 }]);
  const waits = Date.parse(held?.rules[0]?.next ?? '') - Date.now();
  expect(waits / day).toBeGreaterThan(togetherDays - 1 / 24);
  expect(waits / day).toBeLessThanOrEqual(togetherDays + 1);
  expect(held?.rules[0]?.next).toMatch(/T00:00:00Z$/);
  expect(held?.scores.best.with).toBeGreaterThan(held?.scores.best.without ?? 1);
  expect(await differences()).toEqual([]);

  // The same again, and after a rebuild, is the same.
  await job();
  await rebuild();
  await job();
  expect((await page()).held).toEqual(held);
  expect(await differences()).toEqual([]);
});

it('lets it count after its thirty days and the rest of the last', async () => {
  await gangVotes(8);
  await job();
  expect((await page()).counts.up).toBe(0);
  await job(new Date(Date.now() + (togetherDays + 2) * day));
  expect(await page()).toMatchObject({ counts: { up: 6 }, held: null });
  expect(await differences()).toEqual([]);
});

it('lets alone who has too few votes in common, and too few who have', async () => {
  await gangVotes((terms?.shared ?? 0) - 1);
  await job();
  expect(await page()).toMatchObject({ counts: { up: 6 }, held: null });
  for (const name of gang.slice(0, (terms?.accounts ?? 0) - 1))
    for (const item of items.slice(2)) await facts.vote(as(name), item, 'down');
  await job();
  for (const item of items) expect((await page(item)).held).toBeNull();
});

it('looks at newcomers only, and at what came within the last hours', async () => {
  const old = isoSeconds(new Date(Date.now() - 60 * day));
  const [first = '', ...rest] = gang;
  await writeRows([{ put: { ...profileKey(personIdOf(first)), type: 'profile', handle: first, at: old } }]);
  await gangVotes(8);
  await job();
  expect(await page()).toMatchObject({ counts: { up: 1 } });
  expect((await page()).held?.rules).toMatchObject([{ up: rest.length }]);

  const hoursAgo = new Date(Date.now() - 5 * 3_600_000);
  const late = items[11] ?? '';
  for (const name of rest) await facts.vote(as(name, hoursAgo), late, 'down');
  await job();
  expect(await page(late)).toMatchObject({ counts: { down: rest.length }, held: null });
});

it('leaves a vote alone that was changed or withdrawn meanwhile, and keeps the hold of one changed later', async () => {
  await gangVotes(8);
  const [first = '', second = ''] = gang;
  await stream.run(0);
  await facts.unvote(as(first), items[0] ?? '');
  await runRelease(plenty);
  expect((await page()).held?.rules).toMatchObject([{ up: 5 }]);
  const { held } = await facts.vote(as(second), items[0] ?? '', 'down').then((answer) => answer as { held: unknown });
  expect(held).toMatchObject({ rule: 'together' });
  expect((await page()).held?.rules).toMatchObject([{ up: 4, down: 1 }]);
  expect(await differences()).toEqual([]);
});

it('finds a group that voted in the last hour in which its accounts were new, also once that was released', async () => {
  const at = isoSeconds(new Date(Date.now() - 23.5 * hour));
  await writeRows(gang.map((handle) => ({ put: { ...profileKey(personIdOf(handle)), type: 'profile', handle, at } })));
  await gangVotes(8);
  expect((await page()).held?.rules).toMatchObject([{ rule: 'young', up: 6 }]);

  const later = new Date(Date.now() + 1.6 * hour);
  await releaseDue(later, termsOf(60), () => false);
  // The projector comes before groups are looked for, or between two runs.
  expect(await page()).toMatchObject({ held: null, counts: { up: 6 } });
  await job(later);
  expect((await page()).held?.rules).toMatchObject([{ rule: 'together', up: 6 }]);
  expect(await differences()).toEqual([]);
});

it('does not mistake people for a group who vote for what many vote for', async () => {
  for (const itemId of items.slice(1))
    await Promise.all(Array.from({ length: 7 }, (_, n) => facts.vote(as(`resident-${n}`), itemId, 'up')));
  await gangVotes(12);
  await job();
  for (const item of items) expect((await page(item)).held).toBeNull();
});

it('looks at some of the voters only where there is a rush, and at nobody who voted more than it can look at', async () => {
  const itemId = items[0] ?? '';
  const minute = minuteOf(Date.now());
  const card = writeVote('up', minute, { newcomer: true });
  const voters = Array.from({ length: 560 }, (_, n) => personIdOf(`rush-${n}`));
  await writeRows(
    voters.flatMap((personId) => arrivalEntry(minute, { personId, itemId, card }, new Date()).map((put) => ({ put }))),
  );
  const { requests } = await costOf(() => runRelease(plenty));
  // Each voter looked at is one, and there are 8 lines with 4 hours each to be read besides.
  expect(requests).toBeGreaterThanOrEqual(500);
  expect(requests).toBeLessThan(500 + 50);

  const one = personIdOf(gang[0] ?? '');
  await gangVotes(8);
  expect((await votesOf(one, 8))?.size).toBe(8);
  expect(await votesOf(one, 7)).toBeUndefined();
});

it('keeps arrivals no longer than they are looked at', async () => {
  await gangVotes(1);
  await stream.run(0);
  const ttls: number[] = [];
  for await (const rows of scanRows())
    ttls.push(...rows.filter(({ pk }) => pk.startsWith('ARRIVALS')).map(({ ttl }) => Number(ttl) * 1000));
  expect(ttls).toHaveLength(gang.length);
  for (const ttl of ttls) {
    expect(ttl).toBeGreaterThan(Date.now() + 3 * 3_600_000 - 60_000);
    expect(ttl).toBeLessThanOrEqual(Date.now() + 4 * 3_600_000);
  }
});

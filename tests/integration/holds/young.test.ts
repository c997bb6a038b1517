import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runRelease } from '#functions/holds/run-release.ts';
import { getItem } from '#functions/items/get-item.ts';
import { getMyView } from '#functions/items/get-my-view.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { profileKey } from '#functions/people/reader.ts';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { listRanking } from '#functions/ranking/list-ranking.ts';
import { listReviews } from '#functions/reviews/list-reviews.ts';
import { documentClient } from '#functions/runtime/document-client.ts';
import { scanRows, updateRow, writeRows } from '#functions/table/table.ts';
import { closeMarks } from '#functions/votes/reader.ts';
import type { Operations } from '#shared/capabilities.ts';
import { isoOfHour, termsOf } from '#shared/holds/rules.ts';
import type { OutputOf } from '#shared/operation.ts';
import { costOf } from '#tests/builders/cost.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { crowd } from '#tests/worlds/crowd.ts';
import { chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

const none = { params: undefined, query: undefined, body: undefined };
const hour = 3_600_000;
const plenty = { getRemainingTimeInMillis: () => 900_000 };
const dayLater = () => new Date(Date.now() + 26 * hour);

let table: TestTable;
let stream: UnreliableStream;
let itemId: string;

beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent';
  table = await createTestTable();
});
/** A growing site with an item of olivia's; bea and ben took their handles just now. */
beforeEach(async () => {
  await table.reset();
  await crowd(60);
  stream = new UnreliableStream({ shards: 2, named: true, chance: chanceFrom(5) });
  await stream.run(0);
  await join('olivia', 'bea', 'ben');
  itemId = (await facts.link(as('olivia'), 'https://example.org/held')).id;
});
afterAll(() => table.drop());

async function page(): Promise<OutputOf<Operations['getItem']>> {
  await stream.run(0);
  const answer = await getItem({ ...none, params: { itemId } }, as('reader'));
  return JSON.parse('text' in answer ? answer.text : '') as OutputOf<Operations['getItem']>;
}
/** The reviews that do not count. */
async function apart() {
  const answer = await listReviews(
    { ...none, params: { itemId }, query: { order: 'helpful', which: 'held' } },
    as('reader'),
  );
  return (JSON.parse('text' in answer ? answer.text : '') as OutputOf<Operations['listReviews']>).entries;
}
const release = (now = dayLater(), context = plenty) => runRelease(context, now);
const differences = async () => {
  await stream.run(0);
  return (await audit()).differences;
};
/** What the ranking says of the item. */
async function ranked(): Promise<Record<string, unknown> | undefined> {
  const answer = await listRanking({ ...none, query: { order: 'top', window: 'all' } }, as('reader'));
  const { entries } = JSON.parse('text' in answer ? answer.text : '') as { entries: { counts: object }[] };
  return { ...entries[0]?.counts };
}
/** Makes an account older than it is, so that what it does counts. */
const age = (name: string) =>
  updateRow(profileKey(personIdOf(name)), {
    UpdateExpression: 'SET #at = :at',
    ExpressionAttributeNames: { '#at': 'at' },
    ExpressionAttributeValues: { ':at': '2024-01-01T00:00:00Z' },
  });
/** The first full hour at which an account of now is a day old. */
const untilOf = (joined: number) => isoOfHour(Math.ceil((joined + termsOf(60).youngHours * hour) / hour));

describe('what a new account gives on a growing site', () => {
  it('is kept, shown and marked, and counts nowhere', async () => {
    await age('ben');
    await facts.vote(as('ben'), itemId, 'down');
    const about = Date.now();
    const cast = await facts.vote(as('bea'), itemId, 'up');
    const posted = await facts.review(as('bea'), itemId, { rating: 4.5, text: 'Fine.' });
    const held = { rule: 'young', until: untilOf(about) };
    expect(cast).toEqual({ vote: 'up', held });
    expect(posted.held).toEqual(held);

    const { counts, held: waiting, reviews } = await page();
    expect(counts).toMatchObject({ up: 0, down: 1, net: -1, reviews: 0, ratings: Array(10).fill(0) });
    expect(waiting?.rules).toEqual([
      { rule: 'young', up: 1, down: 0, reviews: 1, ratings: [0, 0, 0, 0, 0, 0, 0, 0, 1, 0], next: held.until },
    ]);
    expect(waiting?.scores.best.without).toBe(0);
    expect(waiting?.scores.best.with).toBeGreaterThan(0.2);
    expect(reviews.entries).toEqual([]);
    expect(await apart()).toMatchObject([{ text: 'Fine.', by: 'bea', held }]);
    expect(await ranked()).toEqual({ down: 1, net: -1 });
    const mine = await getMyView({ ...none, params: { itemId } }, as('bea'));
    expect(mine).toMatchObject({ vote: 'up', voteHeld: held, review: { held } });
    expect(await differences()).toEqual([]);
  });

  it('costs one write unit, and two requests only where it takes the place of a vote', async () => {
    const other = (await facts.link(as('olivia'), 'https://example.org/other')).id;
    await facts.vote(as('bea'), other, 'up');
    await facts.vote(as('ben'), itemId, 'up');
    const one = { requests: 1, roundTrips: 1, readUnits: 0, writeUnits: 1 };
    expect(await costOf(() => facts.vote(as('bea'), itemId, 'up'))).toEqual(one);
    expect(await costOf(() => facts.vote(as('bea'), itemId, 'down'))).toMatchObject({ requests: 2, roundTrips: 2 });
  });

  it('counts once it is due, not before, and once however often the job runs', async () => {
    await facts.vote(as('bea'), itemId, 'up');
    await facts.review(as('ben'), itemId, { rating: 5, aspects: { accuracy: 4 } });
    await page();
    await release(new Date());
    expect((await page()).held).not.toBeNull();

    await release();
    // The projector has not seen it yet when the job comes again.
    await release();
    const { counts, held, aspects, reviews } = await page();
    expect(held).toBeNull();
    expect(counts).toMatchObject({ up: 1, net: 1, reviews: 1 });
    expect(counts.ratings[9]).toBe(1);
    expect(aspects).toEqual({ accuracy: { ratings: 1, sum: 4, squares: 16 } });
    expect(reviews.entries[0]).not.toHaveProperty('held');
    expect(await ranked()).toMatchObject({ up: 1, reviews: 1 });
    await release();
    expect(await differences()).toEqual([]);
  });

  it('is gone where it was withdrawn meanwhile, before or after the projector knew', async () => {
    await facts.vote(as('bea'), itemId, 'up');
    await facts.vote(as('ben'), itemId, 'down');
    await facts.review(as('ben'), itemId, { rating: 2 });
    await page();
    await facts.unvote(as('bea'), itemId);
    await facts.unreview(as('ben'), itemId);
    await release();
    const { counts, held } = await page();
    expect(counts).toMatchObject({ up: 0, down: 1, reviews: 0 });
    expect(held).toBeNull();
    expect(await differences()).toEqual([]);
  });

  it('keeps its hold when it is changed, and counts as changed', async () => {
    const first = await facts.vote(as('bea'), itemId, 'up');
    const review = await facts.review(as('bea'), itemId, { rating: 1 });
    await page();
    // An account does not grow older by being edited; but nothing it changes may be held longer or shorter for it.
    await age('bea');
    expect(await facts.vote(as('bea'), itemId, 'up')).toEqual(first);
    expect(await facts.vote(as('bea'), itemId, 'down')).toEqual({ ...first, vote: 'down' });
    const edited = await facts.review(as('bea'), itemId, { rating: 5, revision: 1 });
    expect(edited.held).toEqual(review.held);
    // The job knows only the vote as it was: it leaves the new one alone.
    await release();
    await release();
    const { counts, held } = await page();
    expect(counts).toMatchObject({ up: 0, down: 0 });
    expect(held?.rules).toMatchObject([{ up: 0, down: 1 }]);
    await release();
    expect((await page()).counts).toMatchObject({ up: 0, down: 1, reviews: 1 });
    expect((await page()).held).toBeNull();
    expect(await differences()).toEqual([]);
  });

  it('is not held for being changed, where it counted before', async () => {
    await age('bea');
    await facts.vote(as('bea'), itemId, 'up');
    await facts.review(as('bea'), itemId, { rating: 1 });
    await writeRows([{ put: { ...profileKey(personIdOf('bea')), type: 'profile', handle: 'bea', at: isoNow() } }]);
    expect(await facts.vote(as('bea'), itemId, 'down')).toEqual({ vote: 'down', held: null });
    expect((await facts.review(as('bea'), itemId, { rating: 5, revision: 1 })).held).toBeUndefined();
    expect((await page()).held).toBeNull();
  });

  it('counts in the end though its account was deleted', async () => {
    await facts.vote(as('bea'), itemId, 'up');
    await page();
    await closeMarks(personIdOf('bea'));
    await release();
    expect((await page()).counts.up).toBe(1);
    expect(await differences()).toEqual([]);
  });

  it('is the same after a rebuild', async () => {
    await facts.vote(as('bea'), itemId, 'up');
    await facts.review(as('ben'), itemId, { rating: 3 });
    const before = await page();
    await rebuild();
    expect(await differences()).toEqual([]);
    expect((await page()).held).toEqual(before.held);
    await release();
    expect((await page()).counts).toMatchObject({ up: 1, reviews: 1 });
    expect(await differences()).toEqual([]);
  });
});

const isoNow = () => `${new Date().toISOString().slice(0, 19)}Z`;

describe('the job', () => {
  const people = Array.from({ length: 12 }, (_, n) => `novice-${n}`);
  const cast = async () => {
    await join(...people);
    for (const [n, name] of people.entries()) {
      await facts.vote(as(name), itemId, n % 3 === 0 ? 'down' : 'up');
      await facts.review(as(name), itemId, { rating: (n % 10) / 2 + 0.5 });
    }
    return page();
  };

  it('goes on where it was broken off, however often', async () => {
    const { held } = await cast();
    expect(held?.rules[0]).toMatchObject({ up: 8, down: 4, reviews: 12 });
    const chance = chanceFrom(9);
    let left = 0;
    documentClient().middlewareStack.add(
      (next) => async (args) => {
        if (left-- > 0) return next(args);
        if (chance(2) === 0) await next(args);
        throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
      },
      { step: 'initialize', name: 'break-off' },
    );
    let broken = 0;
    for (let done = false; !done; ) {
      left = 3 + broken * 2;
      done = await release().then(
        () => true,
        () => false,
      );
      if (!done) broken++;
    }
    documentClient().middlewareStack.remove('break-off');
    expect(broken).toBeGreaterThan(3);
    await stream.run(5);
    const after = await page();
    expect(after.held).toBeNull();
    expect(after.counts).toMatchObject({ up: 8, down: 4, net: 4, reviews: 12 });
    expect(await differences()).toEqual([]);
  });

  it('does in its time what it can, and the rest the next time', async () => {
    await cast();
    let asked = 0;
    // Enough for some of the lines that it looks through.
    await release(dayLater(), { getRemainingTimeInMillis: () => (asked++ < 4 ? 900_000 : 20_000) });
    const some = await page();
    expect(some.held?.rules[0]?.up).toBeLessThan(8);
    expect(some.counts.up).toBeGreaterThan(0);
    await release();
    expect((await page()).counts).toMatchObject({ up: 8, down: 4, reviews: 12 });
  });

  it('leaves nothing in line', async () => {
    await cast();
    await release();
    await stream.run(0);
    const lines: string[] = [];
    for await (const rows of scanRows()) lines.push(...rows.map(({ pk }) => pk).filter((pk) => pk.startsWith('HELD')));
    expect(lines).toEqual([]);
  });
});

it('on a young site everything counts', async () => {
  await table.reset();
  stream = new UnreliableStream({ shards: 1, named: true, chance: chanceFrom(6) });
  await join('olivia', 'bea');
  itemId = (await facts.link(as('olivia'), 'https://example.org/first')).id;
  expect(await facts.vote(as('bea'), itemId, 'up')).toEqual({ vote: 'up', held: null });
  expect((await page()).held).toBeNull();
  expect((await page()).counts.up).toBe(1);
});

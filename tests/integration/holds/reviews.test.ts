import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ownersOf } from '#functions/claims/owners/reader.ts';
import { endedWrites } from '#functions/claims/table.ts';
import { runRelease } from '#functions/holds/run-release.ts';
import { getItem } from '#functions/items/get-item.ts';
import { listNotices } from '#functions/notifications/list-notices.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { profileKey } from '#functions/people/reader.ts';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { postReply } from '#functions/replies/post-reply.ts';
import { listReviews } from '#functions/reviews/list-reviews.ts';
import { storeReview } from '#functions/reviews/post-review.ts';
import { putRow, transact, writeRows } from '#functions/table/table.ts';
import type { Operations } from '#shared/capabilities.ts';
import type { OutputOf } from '#shared/operation.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import type { Review } from '#shared/reviews/schema.ts';
import { owns } from '#tests/builders/claim.ts';
import { subOf } from '#tests/builders/event.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { crowd } from '#tests/worlds/crowd.ts';
import { chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

const none = { params: undefined, query: undefined, body: undefined };
const day = 24 * 3_600_000;
const text =
  'The harbour at low water smelled of tar, rope and weed, while two boats waited for a wind that had left them in ' +
  'June; every gull on the wall knew which of the crew would throw bread before he knew it himself.';
const copied = text.replace('two boats', 'three boats').replace('every gull', 'each gull');
const inOwnWords = 'I went on a Sunday, found the museum shut and the pier open, and did not regret it for a minute.';

let table: TestTable;
let stream: UnreliableStream;
let itemId: string;

beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent';
  table = await createTestTable();
});
/** A growing site; its residents are no newcomers. */
beforeEach(async () => {
  await table.reset();
  await crowd(60);
  stream = new UnreliableStream({ shards: 2, named: true, chance: chanceFrom(5) });
  await stream.run(0);
  itemId = (await facts.link(as('resident-0'), 'https://example.org/one')).id;
});
afterAll(() => table.drop());

async function page(of = itemId): Promise<OutputOf<Operations['getItem']>> {
  await stream.run(0);
  const answer = await getItem({ ...none, params: { itemId: of } }, as('reader'));
  return JSON.parse('text' in answer ? answer.text : '') as OutputOf<Operations['getItem']>;
}
async function apart(of = itemId): Promise<Review[]> {
  await stream.run(0);
  const query = { order: 'helpful', which: 'held' } as const;
  const answer = await listReviews({ ...none, params: { itemId: of }, query }, as('reader'));
  return (JSON.parse('text' in answer ? answer.text : '') as OutputOf<Operations['listReviews']>).entries;
}
/** Somebody a minute ago: what is said in one second has no order that people could know. */
const earlier = (name: string) => as(name, new Date(Date.now() - 60_000));
/** The hourly job, and the projector after it. */
async function job(now = new Date()): Promise<void> {
  await stream.run(0);
  await runRelease({ getRemainingTimeInMillis: () => 900_000 }, now);
  await stream.run(0);
}
const different = async () => (await audit()).differences;
const another = async (name: string) => (await facts.link(as('resident-0'), `https://example.org/${name}`)).id;

describe('what another review said before', () => {
  it('is listed apart with the review it is like, counts nowhere, and says how the rating would read with it', async () => {
    const other = await another('two');
    const first = await facts.review(earlier('resident-1'), other, { rating: 5, text });
    for (let n = 2; n < 7; n++) await facts.review(as(`resident-${n}`), itemId, { rating: 4, text: `Number ${n}.` });
    const copy = await facts.review(as('resident-7'), itemId, { rating: 1, text: copied, aspects: { depth: 1 } });
    expect(copy.held).toBeUndefined();
    await job();
    const { counts, held, reviews, aspects } = await page();
    expect(counts.reviews).toBe(5);
    expect(aspects).toEqual({});
    expect(reviews.entries.map(({ id }) => id)).not.toContain(copy.id);
    expect(held?.rules).toMatchObject([{ rule: 'duplicate', reviews: 1, ratings: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0] }]);
    expect(held?.scores.average).toEqual({ without: 4, with: 3.5 });
    expect(await apart()).toMatchObject([{ id: copy.id, held: { rule: 'duplicate', like: first.id } }]);
    expect((await page(other)).held).toBeNull();
    const told = await listNotices({ ...none, query: {} }, as('resident-7'));
    expect('entries' in told ? told.entries : JSON.parse(told.text).entries).toMatchObject([
      { kind: 'held', did: 'duplicate', href: `/r/${copy.id}` },
    ]);
    await job();
    expect(await different()).toEqual([]);
    await rebuild();
    expect(await apart()).toHaveLength(1);
    expect(await different()).toEqual([]);
  });

  it('counts once it is said in words of one’s own, whoever edits otherwise', async () => {
    const other = await another('two');
    const first = await facts.review(earlier('resident-1'), other, { rating: 5, text });
    await job();
    await facts.review(as('resident-2'), itemId, { rating: 1, text: copied });
    // Who said it first may mend it within the hour, and is no copy of the copy.
    await facts.review(as('resident-1'), other, { rating: 5, text: `${text} Go.`, revision: first.revision });
    await job();
    expect(await apart(other)).toEqual([]);
    expect(await apart()).toHaveLength(1);
    const mended = await facts.review(as('resident-2'), itemId, { rating: 1, text: 'Not for me.', revision: 1 });
    expect(mended.held?.rule).toBe('duplicate');
    await job();
    expect(await apart()).toEqual([]);
    expect((await page()).counts.reviews).toBe(1);
    // However little it says then; and no place is kept by an empty review for words to come.
    await facts.review(as('resident-2'), itemId, { rating: 1, text, revision: 2 });
    await job();
    expect(await apart()).toMatchObject([{ held: { like: first.id } }]);
    expect(await different()).toEqual([]);
  });

  it('is looked at again when its hold is due: held on while the other stands, free when it is gone', async () => {
    const other = await another('two');
    await facts.review(earlier('resident-1'), other, { rating: 5, text });
    await facts.review(as('resident-2'), itemId, { rating: 1, text });
    await job();
    const [first] = await apart();
    const later = new Date(Date.now() + 32 * day);
    await job(later);
    const [after] = await apart();
    expect(Date.parse(after?.held?.until ?? '')).toBeGreaterThan(Date.parse(first?.held?.until ?? ''));
    await facts.unreview(as('resident-1'), other);
    await job(new Date(later.getTime() + 32 * day));
    expect(await apart()).toEqual([]);
    expect(await different()).toEqual([]);
  });

  it('does not come first by a date in a file', async () => {
    const other = await another('two');
    await facts.review(earlier('resident-1'), other, { rating: 5, text });
    await storeReview(itemId, { rating: 1, text, aspects: {} }, as('resident-2'), new Date('2011-01-01T12:00:00Z'));
    await job();
    expect(await apart(other)).toEqual([]);
    expect(await apart()).toMatchObject([{ at: '2011-01-01T12:00:00Z', held: { rule: 'duplicate' } }]);
  });

  it('may be one’s own of another edition, or in passing; not the same long text about many things', async () => {
    const edition = (year: number) => facts.book(as('resident-0'), { title: 'Low Water', authors: ['Ann'], year });
    const passing = 'Read it on the train, liked most of it, would not read it twice.';
    const [one, two] = [await edition(1990), await edition(2020)];
    for (const { id } of [one, two]) await facts.review(as('resident-1'), id, { rating: 4, text });
    const [three, four] = [await another('three'), await another('four')];
    for (const id of [three, four]) await facts.review(as('resident-2'), id, { rating: 4, text: passing });
    const spam = inOwnWords.repeat(2);
    for (const id of [three, four]) await facts.review(as('resident-3'), id, { rating: 5, text: spam });
    await job();
    for (const { id } of [one, two]) expect(await apart(id)).toEqual([]);
    const held = [...(await apart(three)), ...(await apart(four))];
    expect(held).toMatchObject([{ by: 'resident-3', held: { rule: 'duplicate' } }]);
  });
});

describe('many reviews by newcomers at once', () => {
  const names = Array.from({ length: 8 }, (_, n) => `fresh${n}`);
  /** They came ten days ago, so that nothing of theirs is held for being young. */
  beforeEach(async () => {
    await join(...names);
    const at = isoSeconds(new Date(Date.now() - 10 * day));
    await writeRows(
      names.map((handle) => ({ put: { ...profileKey(personIdOf(handle)), type: 'profile', handle, at } })),
    );
    await stream.run(0);
  });

  it('wait for thirty days where they are most of what an item has', async () => {
    await facts.review(as('resident-1'), itemId, { rating: 2 });
    for (const name of names) await facts.review(as(name), itemId, { rating: 5 });
    await job();
    const { counts, held } = await page();
    expect(counts.reviews).toBe(1);
    expect(held?.rules).toMatchObject([{ rule: 'burst', reviews: 8 }]);
    await job(new Date(Date.now() + 32 * day));
    expect((await page()).counts.reviews).toBe(9);
    expect(await different()).toEqual([]);
  });

  it('count where they are few, or their authors brought whole libraries', async () => {
    for (const name of names.slice(1)) await facts.review(as(name), itemId, { rating: 5 });
    const other = await another('two');
    const more = await Promise.all(['three', 'four', 'five'].map(another));
    for (const name of names) {
      for (const id of [other, ...more]) {
        const context = as(name);
        await storeReview(id, { rating: 4, text: '', aspects: {} }, context, new Date('2019-01-01T12:00:00Z'));
      }
    }
    await job();
    for (const id of [itemId, other]) expect((await page(id)).held).toBeNull();
  });
});

describe('a review of one’s own', () => {
  it('does not count from the first, where one made the item or owns it by proof', async () => {
    const article = await facts.add(as('resident-1'), 'article', { title: 'Tides' });
    expect((await facts.review(as('resident-1'), article.id, { rating: 5 })).held?.rule).toBe('own');
    expect((await facts.review(as('resident-2'), article.id, { rating: 4 })).held).toBeUndefined();
    // Who adds a link has not made what it leads to.
    expect((await facts.review(as('resident-0'), itemId, { rating: 5 })).held).toBeUndefined();
    const owner = subOf('olga');
    await writeRows([
      { put: { ...profileKey(personIdOf(owner)), type: 'profile', handle: 'olga', at: '2024-01-01T00:00:00Z' } },
    ]);
    await owns('olga', itemId);
    expect((await facts.review(as(owner), itemId, { rating: 5, text: inOwnWords })).held?.rule).toBe('own');
    await job();
    expect((await page()).held?.rules).toMatchObject([{ rule: 'own', reviews: 1 }]);
    expect((await page(article.id)).counts.reviews).toBe(1);
    expect(await different()).toEqual([]);
  });

  it('is looked at when its item comes to be one’s own, and when that ends', async () => {
    const owner = subOf('olga');
    await writeRows([
      { put: { ...profileKey(personIdOf(owner)), type: 'profile', handle: 'olga', at: '2024-01-01T00:00:00Z' } },
    ]);
    const { id: reviewId } = await facts.review(earlier('resident-1'), itemId, { rating: 3 });
    const mine = await facts.review(as(owner), itemId, { rating: 5 });
    await job();
    expect((await page()).held).toBeNull();
    await owns('olga', itemId);
    for (const row of await ownersOf(itemId, { strong: true })) await putRow({ ...row, at: isoSeconds(new Date()) });
    // Her name in another's review, under her answer, makes that no review of hers.
    await postReply({ ...none, params: { reviewId }, body: { text: 'Thank you.' } }, as(owner));
    await job();
    expect(await apart()).toMatchObject([{ id: mine.id, held: { rule: 'own' } }]);
    const claim = (await ownersOf(itemId))[0];
    if (claim) await transact(endedWrites(claim, { at: isoSeconds(new Date()), why: 'gone' }));
    await job();
    expect(await apart()).toEqual([]);
    expect((await page()).counts.reviews).toBe(2);
    expect(await different()).toEqual([]);
  });
});

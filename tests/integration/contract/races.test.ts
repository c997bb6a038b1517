import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentClient } from '#functions/runtime/document-client.ts';
import { isbn } from '#tests/builders/isbn.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { chanceFrom } from '#tests/worlds/unreliable-stream.ts';
import { type Answer, as, seen } from './call.ts';
import { facts, type System, startSystem } from './system.ts';

let system: System;
let world: World;
const crowd = Array.from({ length: 50 }, (_, n) => `person${n}`);
beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
  await Promise.all(crowd.map((handle) => as(handle).done('chooseHandle', { body: { handle } })));
});
afterAll(() => system.stop());

const codes = (answers: Answer[]) => answers.map(({ code, status }) => code ?? String(status)).sort();
const times = <T>(count: number, value: T): T[] => Array<T>(count).fill(value);

describe('one item', () => {
  const submit = (bodies: ((n: number) => object)[]) =>
    Promise.all(
      crowd.slice(0, 20).map((name, n) => as(name).done('createItem', { body: bodies[n % bodies.length]?.(n) })),
    );
  const oneOf = async (bodies: ((n: number) => object)[]) => {
    const before = [...(await facts()).values()].filter((row) => row.includes('"type":"item"')).length;
    const answers = await submit(bodies);
    expect(new Set(answers.map(({ item }) => item.id)).size).toBe(1);
    expect(answers.filter(({ existing }) => !existing)).toHaveLength(1);
    expect([...(await facts()).values()].filter((row) => row.includes('"type":"item"'))).toHaveLength(before + 1);
  };

  it('comes of one link that 20 people submit at the same moment, each in an own writing', async () => {
    const urls = [
      'https://example.com/race?b=2&a=1',
      'http://www.example.com/race/?a=1&b=2',
      'HTTPS://EXAMPLE.COM/race?a=1&b=2&utm_source=x#top',
    ];
    await oneOf(urls.map((url) => (n: number) => ({ kind: 'link', fields: { url, title: `By ${n}` } })));
  });

  it('comes of one book, of which each knows another number', async () => {
    const [ten, thirteen] = ['0-306-40615-2', '978-0-306-40615-7'];
    await oneOf(
      [ten, thirteen].map((number) => (n: number) => ({ kind: 'book', fields: { title: `Book ${n}`, isbn: number } })),
    );
  });

  it('comes of an address too long to be a key', async () => {
    const url = `https://example.com/${'ü'.repeat(600)}`;
    await oneOf([(n: number) => ({ kind: 'link', fields: { url, title: `Long ${n}` } })]);
    expect((await seen('findItem', { query: { value: url } })).item?.title).toMatch(/^Long/);
  });

  it('keeps an identifier that two items claim at once', async () => {
    const { item: one } = await as('alice').done('createItem', { body: { kind: 'book', fields: { title: 'One' } } });
    const { item: two } = await as('alice').done('createItem', { body: { kind: 'book', fields: { title: 'Two' } } });
    const claim = (itemId: string, title: string) =>
      as('alice').call('reviseItem', {
        params: { itemId },
        body: { fields: { title, isbn: isbn(424242) }, base: 1 },
      });
    expect(codes(await Promise.all([claim(one.id, 'One'), claim(two.id, 'Two')]))).toEqual(['200', 'identifier_taken']);
  });

  it('takes one of two edits from the same revision', async () => {
    const { item } = await as('alice').done('createItem', { body: { kind: 'book', fields: { title: 'Edited' } } });
    const edit = (title: string) =>
      as('alice').call('reviseItem', { params: { itemId: item.id }, body: { fields: { title }, base: 1 } });
    const answers = await Promise.all(['A', 'B', 'C', 'D'].map(edit));
    expect(codes(answers)).toEqual(['200', ...times(3, 'edit_conflict')]);
    const { item: now } = await seen('getItem', { params: { itemId: item.id } });
    expect(now).toEqual(answers.find(({ status }) => status === 200)?.body.item);
  });
});

it('one of two gets a handle, or one that looks like it', async () => {
  for (const [one, other] of [
    ['Wanted', 'Wanted'],
    ['wanted-0ne', 'Wanted_One'],
    ['corner', 'comer'],
    ['vvide', 'wide'],
  ]) {
    const choose = (name: string, handle = '') => as(`${name}-${handle}`).call('chooseHandle', { body: { handle } });
    const answers = await Promise.all([choose('first', one), choose('second', other), choose('third', one)]);
    expect(codes(answers)).toEqual(['200', 'handle_taken', 'handle_taken']);
  }
  const mine = await Promise.all(
    ['Aaa', 'Bbb', 'Ccc'].map((handle) => as('undecided').call('chooseHandle', { body: { handle } })),
  );
  expect(codes(mine)).toEqual(['200', 'handle_chosen', 'handle_chosen']);
  const again = await Promise.all(
    times(5, 0).map(() => as('steady').call('chooseHandle', { body: { handle: 'Steady' } })),
  );
  expect(codes(again)).toEqual(times(5, '200'));
});

it('one review comes of several first ones by one person at once', async () => {
  const { itemId } = world;
  const post = (rating: number) =>
    as('carol').call('postReview', { params: { itemId }, body: { rating, text: 'At once' } });
  const different = await Promise.all([1, 2, 3, 4, 5].map(post));
  expect(codes(different)).toEqual(['200', ...times(4, 'review_conflict')]);
  const same = await Promise.all(
    times(5, 0).map(() => as('dave').call('postReview', { params: { itemId }, body: { rating: 4, text: 'Same' } })),
  );
  for (const { code } of same) expect([undefined, 'review_conflict']).toContain(code);
  await system.settle();
  const { reviews, counts } = await seen('getItem', { params: { itemId } });
  expect(counts.reviews).toBe(3);
  expect(reviews.entries.map(({ by }) => by).sort()).toEqual(['bob', 'carol', 'dave']);
});

describe('votes', () => {
  it('of 50 at once are 50', async () => {
    const { item } = await as('alice').done('createItem', { body: { kind: 'book', fields: { title: 'Voted' } } });
    const params = { itemId: item.id };
    await Promise.all(crowd.map((name) => as(name).done('castVote', { params, body: { value: 'up' } })));
    await system.settle();
    expect((await seen('getItem', { params })).counts).toMatchObject({ up: 50, down: 0, net: 50 });
  });

  it('cast, changed and withdrawn in any order end as the last', async () => {
    const { item } = await as('alice').done('createItem', { body: { kind: 'book', fields: { title: 'Changed' } } });
    const params = { itemId: item.id };
    const chance = chanceFrom(7);
    const last = await Promise.all(
      crowd.slice(0, 20).map(async (name) => {
        let vote: 'up' | 'down' | null = null;
        for (let step = 0; step < 8; step++) {
          const next = (['up', 'down', null] as const)[chance(3)] ?? null;
          if (next) await as(name).done('castVote', { params, body: { value: next } });
          else await as(name).done('withdrawVote', { params });
          vote = next;
        }
        expect((await as(name).done('getMyView', { params })).vote).toBe(vote);
        return vote;
      }),
    );
    await system.settle();
    const { counts } = await seen('getItem', { params });
    const up = last.filter((vote) => vote === 'up').length;
    const down = last.filter((vote) => vote === 'down').length;
    expect(counts).toMatchObject({ up, down, net: up - down });
  });

  it('by one person at once are one', async () => {
    const { item } = await as('alice').done('createItem', { body: { kind: 'book', fields: { title: 'Contested' } } });
    const params = { itemId: item.id };
    await Promise.all(
      times(20, 0).map((_, n) => as('bob').done('castVote', { params, body: { value: n % 2 ? 'up' : 'down' } })),
    );
    const { vote } = await as('bob').done('getMyView', { params });
    await system.settle();
    expect((await seen('getItem', { params })).counts).toMatchObject({
      up: vote === 'up' ? 1 : 0,
      down: vote === 'down' ? 1 : 0,
    });
  });

  it('on a review of all three marks at once are all three', async () => {
    const { reviewId } = world;
    const marks = ['useful', 'funny', 'cool'] as const;
    await Promise.all(
      crowd
        .slice(0, 20)
        .flatMap((name) => marks.map((mark) => as(name).done('markReview', { params: { reviewId, mark } }))),
    );
    await system.settle();
    expect((await seen('getReview', { params: { reviewId } })).review.marks).toEqual({
      useful: 21,
      funny: 20,
      cool: 21,
    });
  });
});

it('exactly thirty tags come of more that one person puts on an item at once', async () => {
  const { itemId } = world;
  const put = (n: number) => as('dave').call('applyTag', { params: { itemId, tag: `race-${n}` } });
  // dave has one already.
  const answers = await Promise.all(times(40, 0).map((_, n) => put(n)));
  expect(codes(answers)).toEqual([...times(29, '200'), ...times(11, 'tag_limit')]);
  expect((await as('dave').done('getMyView', { params: { itemId } })).tags).toHaveLength(30);
  await system.settle();
});

it('a write that meets another of the same rows is tried again, not refused', async () => {
  const { itemId } = world;
  const conflict = () =>
    Object.assign(new Error('meets another'), {
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'TransactionConflict' }],
    });
  let left = 0;
  documentClient().middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== 'TransactWriteItemsCommand' && commandName !== 'TransactWriteCommand') return next(args);
        if (left-- > 0) throw conflict();
        return next(args);
      },
    { step: 'initialize', name: 'conflict' },
  );
  for (const act of [
    () => as('person1').call('createItem', { body: { kind: 'book', fields: { title: 'Busy', isbn: isbn(77) } } }),
    () => as('person1').call('postReview', { params: { itemId }, body: { rating: 5 } }),
    () => as('person1').call('withdrawReview', { params: { itemId } }),
    () => as('late').call('chooseHandle', { body: { handle: 'late-comer' } }),
    () => as('late').call('deleteAccount'),
  ]) {
    left = 2;
    expect(await act()).toMatchObject({ status: 200 });
  }
  documentClient().middlewareStack.remove('conflict');
  await system.settle();
});

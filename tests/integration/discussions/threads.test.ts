import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commentTextRemoval } from '#functions/discussions/reader.ts';
import { commentById, removeComment } from '#functions/discussions/table.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { documentClient } from '#functions/runtime/document-client.ts';
import { transact } from '#functions/table/table.ts';
import { operations } from '#shared/capabilities.ts';
import type { CommentNode } from '#shared/discussions/schema.ts';
import { as, call, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
let itemId: string;
let number = 0;
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob', 'carol', 'dave']) await as(handle).done('chooseHandle', { body: { handle } });
});
beforeEach(async () => {
  const fields = { url: `https://example.org/talk/${number++}`, title: 'Talked about' };
  itemId = (await as('alice').done('createItem', { body: { kind: 'link', fields } })).item.id;
});
afterAll(() => system.stop());

const on = (what = 'items', target = itemId) => ({ what, target });
const say = async (name: string, text: string, parent?: string, params = on()) =>
  (await as(name).done('postComment', { params, body: { text, parent } })).comment;
const thread = async (query = {}, params = on()) => {
  await system.settle();
  return seen('getThread', { params, query });
};
const vote = (name: string, commentId: string, value: 'up' | 'down') =>
  as(name).done('voteComment', { params: { commentId }, body: { value } });
const texts = (entries: readonly Pick<CommentNode, 'text'>[]) => entries.map(({ text }) => text);

describe('a thread', () => {
  it('stands in three orders at every level, with the first replies and exact numbers', async () => {
    const [one, two, three] = [await say('bob', 'One'), await say('carol', 'Two'), await say('dave', 'Three')];
    for (let n = 1; n <= 5; n++) await say('alice', `Reply ${n}`, two?.id);
    await vote('alice', three?.id ?? '', 'up');
    await vote('carol', three?.id ?? '', 'up');
    await vote('alice', one?.id ?? '', 'down');
    const best = await thread();
    expect(best).toMatchObject({ about: { title: 'Talked about', href: `/i/${itemId}` }, comments: 8 });
    expect(texts(best.page.entries)).toEqual(['Three', 'Two', 'One']);
    expect(best.page.entries[1]).toMatchObject({ replies: 5, first: [{ text: 'Reply 1' }, {}, { text: 'Reply 3' }] });
    expect(best.page.entries[0]).toMatchObject({ up: 2, down: 0, by: 'dave' });
    const { entries } = await seen('listReplies', { params: { commentId: two?.id }, query: { order: 'old' } });
    expect(texts(entries).sort()).toEqual([1, 2, 3, 4, 5].map((n) => `Reply ${n}`));
    const [early] = best.page.entries[1]?.first ?? [];
    await vote('bob', early?.id ?? '', 'up');
    expect((await thread()).page.entries[1]?.first.find(({ id }) => id === early?.id)?.up).toBe(1);
    expect((await seen('getItem', { params: { itemId } })).comments).toBe(8);
    await rebuild();
    await system.settle();
  });

  it('is paged at every level, and deep ones are found by a comment’s own address', async () => {
    let parent: string | undefined;
    for (let depth = 0; depth < 12; depth++)
      parent = (await say(depth % 2 ? 'bob' : 'carol', `Depth ${depth}`, parent)).id;
    for (let n = 0; n < 24; n++) await say('dave', `Wide ${n}`);
    const first = await thread({ order: 'old' });
    expect(first.page.entries).toHaveLength(20);
    const rest = await thread({ order: 'old', cursor: first.page.next });
    expect(rest.page.entries).toHaveLength(5);
    expect(rest.page.next).toBeNull();
    const deep = await seen('getComment', { params: { commentId: parent }, query: {} });
    expect(deep).toMatchObject({ comment: { text: 'Depth 11' }, depth: 11, thread: { what: 'items', target: itemId } });
    expect(deep.above.map(({ text }) => text)).toEqual([3, 4, 5, 6, 7, 8, 9, 10].map((n) => `Depth ${n}`));
  });

  it('is of a review, a list and a person too, and the review says how many there are', async () => {
    const written = { params: { itemId }, body: { rating: 4, text: 'Good.' } };
    const { review } = await as('bob').done('postReview', written);
    const { list } = await as('carol').done('createList', { body: { title: 'Mine', mode: 'open' } });
    await say('alice', 'Why only four?', undefined, on('reviews', review.id));
    await say('alice', 'A fine list.', undefined, on('lists', list.id));
    await say('alice', 'Hello, @dave.', undefined, on('people', 'Bob'));
    expect((await thread({}, on('people', 'bob'))).about).toEqual({ title: '@bob', href: '/@bob' });
    expect((await thread({}, on('lists', list.id))).comments).toBe(1);
    expect((await seen('getItem', { params: { itemId } })).reviews.entries[0]).toMatchObject({ comments: 1 });
    expect((await seen('getReview', { params: { reviewId: review.id } })).review.comments).toBe(1);
    const { entries } = await seen('listCommentsByPerson', { params: { handle: 'alice' }, query: {} });
    expect(texts(entries)).toEqual(expect.arrayContaining(['A fine list.', 'Hello, @dave.', 'Why only four?']));
    expect(entries.find(({ text }) => text.startsWith('Hello'))?.mentions).toEqual(['dave']);
    // What it was about goes; what was said stays, and nothing comes to it.
    await as('bob').done('withdrawReview', { params: { itemId } });
    expect(await thread({}, on('reviews', review.id))).toMatchObject({ about: null, comments: 1 });
    const late = { params: on('reviews', review.id), body: { text: 'Too late' } };
    expect(await as('dave').call('postComment', late)).toMatchObject({ code: 'thread_not_found' });
    await system.settle();
  });

  it('lists what was said last, replies too, and is nothing where there is nothing', async () => {
    const { id } = await say('bob', 'First');
    await say('carol', 'Answer', id);
    await system.settle();
    const { entries } = await seen('listThreadComments', { params: on(), query: {} });
    expect(texts(entries).sort()).toEqual(['Answer', 'First']);
    for (const params of [on('items', '000000000000'), on('people', 'nobody-here'), on('proposals', '000000000000')]) {
      expect(await call(operations.getThread, { params, query: {} })).toMatchObject({ code: 'thread_not_found' });
    }
  });
});

describe('a comment', () => {
  it('is reworded with its earlier wordings kept, once for each revision', async () => {
    const { id } = await say('bob', 'First words');
    const edit = (name: string, text: string, revision: number) =>
      as(name).call('editComment', { params: { commentId: id }, body: { text, revision } });
    const storm = await Promise.all(Array.from({ length: 8 }, (_, n) => edit('bob', `Words ${n}`, 1)));
    expect(storm.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(storm.filter(({ code }) => code === 'comment_conflict')).toHaveLength(7);
    expect(await edit('carol', 'Not mine', 2)).toMatchObject({ code: 'not_your_comment' });
    const { comment } = await seen('getComment', { params: { commentId: id }, query: {} });
    expect(await edit('bob', comment.text, 1)).toMatchObject({ status: 200 });
    const { wordings } = await seen('listWordings', { params: { commentId: id } });
    expect(wordings).toMatchObject([{ revision: 1, text: 'First words' }]);
    expect((await thread()).page.entries[0]).toMatchObject({ text: comment.text, revision: 2 });
    // A removal by law that was cut off before the earlier wordings were gone.
    const removal = await commentTextRemoval(id, 'a1b2c3d4e5f6');
    await transact(removal?.writes ?? []);
    expect(await seen('listWordings', { params: { commentId: id } })).toEqual({ wordings: [] });
  });

  it('withdrawn goes whole, or leaves an empty place where somebody answered', async () => {
    const [lone, answered] = [await say('bob', 'Lone'), await say('bob', 'Answered, @dave')];
    const answer = await say('carol', 'Answer', answered?.id);
    const withdraw = (name: string, commentId = '') => as(name).call('withdrawComment', { params: { commentId } });
    expect(await withdraw('carol', answered?.id)).toMatchObject({ code: 'not_your_comment' });
    for (const id of [lone?.id, answered?.id, lone?.id]) expect((await withdraw('bob', id)).status).toBe(200);
    const { comments, page } = await thread();
    expect(comments).toBe(1);
    expect(page.entries).toMatchObject([{ text: '', by: null, withdrawn: true, first: [{ text: 'Answer' }] }]);
    const on1 = { params: on(), body: { text: 'More', parent: answered?.id } };
    expect(await as('dave').call('postComment', on1)).toMatchObject({ code: 'comment_withdrawn' });
    const on2 = { params: on(), body: { text: 'More', parent: lone?.id } };
    expect(await as('dave').call('postComment', on2)).toMatchObject({ code: 'comment_not_found' });
    const cast = { params: { commentId: answered?.id }, body: { value: 'up' } };
    expect(await as('dave').call('voteComment', cast)).toMatchObject({ code: 'comment_withdrawn' });
    // An answer elsewhere is none.
    const elsewhere = { params: on('people', 'alice'), body: { text: 'Elsewhere', parent: answer.id } };
    expect(await as('dave').call('postComment', elsewhere)).toMatchObject({ code: 'comment_not_found' });
    await system.settle();
  });

  it('is never lost or left alone when twenty answer while it is withdrawn', async () => {
    const { id } = await say('bob', 'Ask me');
    const answers = await Promise.all([
      ...Array.from({ length: 20 }, (_, n) =>
        as(['carol', 'dave', 'alice'][n % 3] ?? '').call('postComment', {
          params: on(),
          body: { text: `Answer ${n}`, parent: id },
        }),
      ),
      as('bob').call('withdrawComment', { params: { commentId: id } }),
    ]);
    const stored = answers.slice(0, 20).filter(({ status }) => status === 200).length;
    expect(answers.every(({ status }) => status === 200 || status === 404 || status === 409)).toBe(true);
    const { page, comments } = await thread();
    expect(comments).toBe(stored);
    expect(page.entries.map(({ replies }) => replies)).toEqual(stored > 0 ? [expect.any(Number)] : []);
    await system.settle();
  });

  it('comes once under one key, and not with other words', async () => {
    const send = (text: string) =>
      as('bob').call('postComment', { params: on(), body: { text }, headers: { 'idempotency-key': 'k1' } });
    const [first, again, other] = [await send('Once'), await send('Once'), await send('Twice')];
    expect(again?.body).toEqual(first?.body);
    expect(other).toMatchObject({ code: 'idempotency_key_reused' });
    expect((await thread()).comments).toBe(1);
  });

  it('keeps its earlier wordings where it could not be withdrawn', async () => {
    const { id } = await say('bob', 'First');
    await as('bob').done('editComment', { params: { commentId: id }, body: { text: 'Second', revision: 1 } });
    documentClient().middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const isIt = commandName?.startsWith('TransactWrite') && JSON.stringify(args.input).includes(`COMMENT#${id}`);
          if (isIt) throw Object.assign(new Error('Not now'), { name: 'ProvisionedThroughputExceededException' });
          return next(args);
        },
      { step: 'initialize', name: 'gone' },
    );
    const before = await commentById(id, { strong: true });
    if (!before) return expect.fail('no comment');
    const removed = removeComment(before, '2026-01-01T00:00:00Z').finally(() =>
      documentClient().middlewareStack.remove('gone'),
    );
    await expect(removed).rejects.toThrow('Not now');
    const wordings = async () =>
      (await as('carol').call('listWordings', { params: { commentId: id } })) as { body: { wordings?: object[] } };
    expect((await wordings()).body).toMatchObject({ wordings: [{ text: 'First' }] });
    await as('bob').done('withdrawComment', { params: { commentId: id } });
    expect((await wordings()).body).toMatchObject({ code: 'comment_not_found' });
  });

  it('is reworded though it is folded at that moment', async () => {
    const { id } = await say('bob', 'Buy this');
    let isFirst = true;
    documentClient().middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (!commandName?.startsWith('TransactWrite') || !isFirst) return next(args);
          isFirst = false;
          const params = { what: 'comments', target: id };
          for (const name of ['alice', 'carol'])
            await as(name).done('flagTarget', { params, body: { reason: 'spam' } });
          return next(args);
        },
      { step: 'initialize', name: 'meanwhile' },
    );
    try {
      await as('bob').done('editComment', { params: { commentId: id }, body: { text: 'Read this', revision: 1 } });
    } finally {
      documentClient().middlewareStack.remove('meanwhile');
    }
    await system.settle();
    const { comment } = await seen('getComment', { params: { commentId: id }, query: {} });
    expect(comment).toMatchObject({ text: 'Read this', revision: 2, folded: { flags: 2 } });
  });

  it('an answer that was written is answered again under its key, what it answers withdrawn or not', async () => {
    const { id } = await say('bob', 'Is it?');
    const send = (key: string) =>
      as('carol').call('postComment', {
        params: on(),
        body: { text: 'It is.', parent: id },
        headers: { 'idempotency-key': key },
      });
    const first = await send('k2');
    await as('bob').done('withdrawComment', { params: { commentId: id } });
    expect(await send('k2')).toMatchObject({ status: 200, body: first.body });
    expect(await send('k3')).toMatchObject({ code: 'comment_withdrawn' });
    expect((await thread()).comments).toBe(1);
  });

  it('mentions who has the handle, at most ten, and nobody who left', async () => {
    const many = Array.from({ length: 11 }, (_, n) => `person${n}`);
    for (const handle of many) await as(handle).done('chooseHandle', { body: { handle } });
    const text = many.map((handle) => `@${handle}`).join(' ');
    expect(await as('bob').call('postComment', { params: on(), body: { text } })).toMatchObject({
      code: 'invalid_input',
    });
    const { id, mentions } = await say('bob', '@Person0 @nobody-at-all @bob `@person1`');
    expect(mentions).toEqual(['Person0']);
    await as('person0').done('deleteAccount');
    const { comment } = await seen('getComment', { params: { commentId: id }, query: {} });
    expect(comment.mentions).toBeUndefined();
    expect(comment.text).toContain('@Person0');
  });

  it('counts each vote once, none of one’s own, and changed as it stands', async () => {
    const { id } = await say('bob', 'Judge me');
    expect(await as('bob').call('voteComment', { params: { commentId: id }, body: { value: 'up' } })).toMatchObject({
      code: 'own_contribution',
    });
    for (const value of ['up', 'up', 'down'] as const) await vote('carol', id, value);
    await vote('dave', id, 'up');
    await as('dave').done('unvoteComment', { params: { commentId: id } });
    expect((await as('carol').done('listMyMarks', { query: { comments: id } })).comments).toEqual({ [id]: 'down' });
    expect((await thread()).page.entries[0]).toMatchObject({ up: 0, down: 1 });
    expect((await as('carol').done('exportMine', { params: { format: 'commonplace' }, query: {} })).text).toContain(id);
    await system.settle();
  });

  it('of who leaves stays with its votes and replies, and names nobody', async () => {
    await as('erin').done('chooseHandle', { body: { handle: 'erin' } });
    const { id } = await say('erin', 'Stays');
    await say('carol', 'Answer', id);
    await vote('carol', id, 'up');
    await as('erin').done('deleteAccount');
    const { page } = await thread();
    expect(page.entries).toMatchObject([{ text: 'Stays', by: null, up: 1, first: [{ text: 'Answer' }] }]);
    await system.settle();
  });
});

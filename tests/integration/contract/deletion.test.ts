import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commentKey } from '#functions/discussions/reader.ts';
import { deleteAccount } from '#functions/people/delete-account.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { removeReview, storeEditedReview, storeFirstReview } from '#functions/reviews/posting/table.ts';
import { type ReviewRow, reviewById, reviewKey } from '#functions/reviews/table.ts';
import { type TextRow, textOfParts } from '#functions/revisions/table.ts';
import { documentClient } from '#functions/runtime/document-client.ts';
import { type Row, scanRows, writeRows } from '#functions/table/table.ts';
import { owns } from '#tests/builders/claim.ts';
import { subOf, tokenOf } from '#tests/builders/event.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { chanceFrom } from '#tests/worlds/unreliable-stream.ts';
import { as, seen } from './call.ts';
import { type System, startSystem } from './system.ts';

let system: System;
let world: World;
beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
  await system.settle();
});
afterAll(() => system.stop());

/**
 * A text without its words, which are whose who wrote them, and with what is known of it. Compressed they would be searched
 * as bytes, in which any short name turns up by chance.
 */
function known(row: Row): unknown {
  if (row.type !== 'revisionText') return row;
  const { text: _words, ...rest } = textOfParts([row as TextRow]);
  return { ...row, data: rest };
}

/** Every row as text in which a word of a person occurs, by itself: within a random id any short name turns up by chance. */
async function rowsWith(...words: string[]): Promise<Row[]> {
  const found: Row[] = [];
  const said = words.map((word) => new RegExp(`(?<![a-z0-9])${word.toLowerCase()}(?![a-z0-9])`));
  for await (const page of scanRows()) {
    for (const row of page) {
      const text = JSON.stringify(known(row), (_name, value: unknown) =>
        value instanceof Set ? [...value] : value,
      ).toLowerCase();
      if (said.some((word) => word.test(text))) found.push(row);
    }
  }
  return found;
}

const library = (title: string) =>
  `Book Id,Title,Author,My Rating,My Review\n1,${title},Ann,4,Mine\n2,${title} 2,Ann,5,Mine too`;

describe('a deleted account', () => {
  it('leaves its contributions, unlinked, and every count as it was', async () => {
    const bob = as('bob');
    const { itemId, reviewId } = world;
    const { item } = await bob.done('createItem', {
      body: { kind: 'book', fields: { title: 'From a former member' } },
    });
    await bob.done('postReview', {
      params: { itemId: world.editedId },
      body: { rating: 5, text: 'Also by the same.' },
    });
    await bob.done('applyTag', { params: { itemId, tag: 'kept' } });
    const { import: job } = await bob.done('startImport', { body: { format: 'goodreads', text: library('Imported') } });
    await bob.done('advanceImport', { params: { importId: job.id } });
    await bob.done('startImport', { body: { format: 'goodreads', text: library('Waiting in line') } });
    await as('alice').done('castVote', { params: { itemId: item.id }, body: { value: 'up' } });
    await system.settle();
    const before = await seen('getItem', { params: { itemId } });
    expect((await rowsWith('bob', subOf('bob'))).length).toBeGreaterThan(10);

    expect(await bob.done('deleteAccount')).toEqual({ deleted: true });
    expect(system.deletedTokens).toEqual([tokenOf('bob')]);
    // At once, before anything is projected:
    expect((await as('alice').call('getMe')).status).toBe(200);
    expect(await as('guest').call('getMe')).toMatchObject({ status: 200 });
    for (const operation of ['getPerson', 'listContributions'] as const) {
      await expect(seen(operation, { params: { handle: 'bob' }, query: {} })).rejects.toThrow('person_not_found');
    }
    expect((await seen('getReview', { params: { reviewId } })).review).toMatchObject({
      by: null,
      text: 'A fine page.',
      rating: 4,
    });
    expect((await seen('getItem', { params: { itemId: item.id } })).item).toMatchObject({
      by: null,
      title: 'From a former member',
    });
    expect(await bob.call('getMe')).toMatchObject({ status: 410, code: 'account_deleted' });

    await system.settle();
    expect(await rowsWith('bob', subOf('bob'), 'Waiting in line')).toEqual([]);
    const after = await seen('getItem', { params: { itemId } });
    expect(after.counts).toEqual(before.counts);
    expect(after.tags).toEqual(before.tags);
    expect(after.reviews.entries).toEqual(
      before.reviews.entries.map((review) => ({ ...review, by: review.by === 'bob' ? null : review.by })),
    );
  });

  it('can be asked for again, and only that', async () => {
    expect(await as('bob').done('deleteAccount')).toEqual({ deleted: true });
    const again = await as('bob').call('chooseHandle', { body: { handle: 'bob2' } });
    expect(again).toMatchObject({ status: 410, code: 'account_deleted' });
  });

  it('frees its handle for somebody else, who is somebody else', async () => {
    await as('robert').done('chooseHandle', { body: { handle: 'Bob' } });
    const { person } = await seen('getPerson', { params: { handle: 'bob' } });
    expect(person).toMatchObject({ handle: 'Bob', counts: { items: 0, reviews: 0, tags: 0, usefulReceived: 0 } });
    expect((await seen('listContributions', { params: { handle: 'bob' }, query: {} })).entries).toEqual([]);
  });

  it('leaves what it added to be voted on, and edited by nobody else', async () => {
    const { entries } = await seen('listRanking', { query: { kind: 'book', order: 'new', window: 'all' } });
    const item = entries.find(({ title }) => title === 'From a former member');
    const params = { itemId: item?.id };
    expect(item?.by).toBeNull();
    expect(await as('carol').call('castVote', { params, body: { value: 'up' } })).toMatchObject({ status: 200 });
    const edit = await as('robert').call('reviseItem', { params, body: { fields: { title: 'Everybody’s' }, base: 1 } });
    expect(edit).toMatchObject({ status: 200, body: { item: { by: null, revision: 2 } } });
  });
});

describe('an owner who leaves', () => {
  const leaver = personIdOf(subOf('olga'));
  /** What of the reviews tells of the owner: the reviews themselves, and the rows by which they are found. */
  const reviewsTelling = async () =>
    (await rowsWith(leaver)).filter(({ type }) => ['review', 'reviewTold'].includes(String(type)));

  it('is named by no review of what they owned: not by one that is edited, nor by one on its way', async () => {
    await as('olga').done('chooseHandle', { body: { handle: 'olga' } });
    const book = { kind: 'book', fields: { title: 'Owned by two' } };
    const { item } = await as('olga').done('createItem', { body: book });
    await owns('olga', item.id);
    await owns('carol', item.id);
    const params = { itemId: item.id };
    const { review } = await as('alice').done('postReview', { params, body: { rating: 4 } });
    await as('robert').done('postReview', { params, body: { rating: 2 } });
    await as('robert').done('withdrawReview', { params });
    expect((await reviewsTelling()).map(({ type }) => type).sort()).toEqual(['review', 'reviewTold']);

    const read = (await reviewById(review.id, { strong: true })) as ReviewRow;
    const robert = personIdOf(subOf('robert'));
    const late: ReviewRow = { ...read, ...reviewKey('late'), id: 'late', by: 'Bob', byId: robert };
    await as('olga').done('deleteAccount');
    expect(await reviewsTelling()).toEqual([]);
    expect(await reviewById(review.id)).toMatchObject({ ownerIds: [personIdOf(subOf('carol'))] });
    // As they were read before the account went:
    expect(await storeFirstReview(late, robert)).toBe(true);
    expect(await storeEditedReview({ ...read, revision: 2 }, read, read.byId ?? '')).toBe(true);
    expect(await reviewsTelling()).toEqual([]);
    await removeReview('late', item.id, robert);
  });
});

describe('deleting while writing', () => {
  /** Everything a person may be doing, in flight when the account goes. */
  const busy = (name: string, n: number) => {
    const person = as(name);
    const params = { itemId: world.itemId };
    const book = (title: string) => ({ body: { kind: 'book', fields: { title } } });
    return [
      () => person.call('createItem', book(`An item ${n}`)),
      () => person.call('createItem', { ...book(`Another ${n}`), headers: { 'idempotency-key': `key-${n}` } }),
      () => person.call('postReview', { params, body: { rating: 4, text: `A review ${n}` } }),
      () => person.call('castVote', { params, body: { value: 'up' } }),
      () => person.call('applyTag', { params: { ...params, tag: `tag-${n}` } }),
      () => person.call('startImport', { body: { format: 'goodreads', text: library(`Bookcase ${n}`) } }),
      () => person.call('saveItem', { params, body: { note: `A note ${n}`, private: n % 2 === 0 } }),
      () => person.call('saveAddress', { body: { url: `https://example.org/busy/${n}`, private: n % 3 === 0 } }),
      () => person.call('startClaim', { params: { itemId: world.editedId } }),
      () =>
        person.call('postComment', { params: { what: 'questions', target: world.itemId }, body: { text: 'Open?' } }),
      () => person.call('checkIn', { params: { itemId: world.placeId, day: '2024-03-02' }, body: { private: false } }),
      () => person.call('chooseHandle', { body: { handle: name } }),
      () => person.call('withdrawReview', { params }),
    ];
  };

  it('goes on where it was cut off, however often others mentioned the person', async () => {
    const ruth = personIdOf(subOf('ruth'));
    await as('ruth').done('chooseHandle', { body: { handle: 'ruth' } });
    const mentions = Array.from({ length: 700 }, (_, n) => `MENTION${String(n).padStart(5, '0')}`);
    // Of no type that anything is made of: only who is mentioned counts here.
    const comments = mentions.map((id) => ({
      ...commentKey(id),
      type: 'test',
      mentions: [{ personId: ruth, handle: 'ruth' }],
    }));
    const credits = mentions.map((id) => ({ pk: `P#${ruth}`, sk: `MENTIONED#${id}`, type: 'commentMention' }));
    await writeRows([...comments, ...credits].map((put) => ({ put })));
    let left = 0;
    documentClient().middlewareStack.add(
      (next) => async (args) => {
        if (left-- <= 0) throw Object.assign(new Error('Cut off'), { code: 'ECONNRESET' });
        return next(args);
      },
      { step: 'initialize', name: 'cut' },
    );
    const caller = { personId: ruth, sub: subOf('ruth'), accessToken: tokenOf('ruth') };
    const none = { params: undefined, query: undefined, body: undefined };
    let tries = 0;
    for (let isDone = false; !isDone && tries < 8; tries++) {
      left = 600;
      const asked = deleteAccount(none, { caller, now: new Date(), requestId: 'test' });
      isDone = await asked.then(
        () => true,
        () => false,
      );
    }
    documentClient().middlewareStack.remove('cut');
    expect(tries).toBeGreaterThan(1);
    expect(tries).toBeLessThan(8);
    const naming = await rowsWith(ruth);
    expect(naming.filter(({ type }) => type === 'test' || type === 'commentMention')).toEqual([]);
    await writeRows(comments.map((row) => ({ delete: row })));
  });

  it('leaves nothing that names the person, whatever was on its way', async () => {
    const chance = chanceFrom(11);
    // Requests are held back for a moment each, so that steps of different operations fall between each other.
    documentClient().middlewareStack.add(
      (next) => async (args) => {
        await new Promise((resolve) => setTimeout(resolve, chance(12)));
        return next(args);
      },
      { step: 'initialize', name: 'slow' },
    );
    // So much at once may be told to ask again.
    const insist = async (name: string, operation: 'chooseHandle' | 'deleteAccount', request = {}) => {
      for (;;) {
        const { status, code, text } = await as(name).call(operation, request);
        if (status === 200) return;
        if (code !== 'try_again') throw new Error(`${operation} by ${name}: ${text}`);
      }
    };
    const names = Array.from({ length: 24 }, (_, n) => `busybody${n}x`);
    await Promise.all(
      names.map(async (name, n) => {
        if (n % 4 !== 0) await insist(name, 'chooseHandle', { body: { handle: name } });
        const [first, ...more] = busy(name, n);
        await Promise.all([
          first?.(),
          ...more.map((act) => act()),
          ...busy(name, n + 100).map((act) => act()),
          insist(name, 'deleteAccount'),
        ]);
      }),
    );
    documentClient().middlewareStack.remove('slow');
    for (const name of names) expect(await as(name).call('getMe')).toMatchObject({ code: 'account_deleted' });
    await system.settle();
    expect(await rowsWith('busybody', 'Bookcase')).toEqual([]);
    expect((await rowsWith('An item')).length).toBeGreaterThan(0);
  });
});

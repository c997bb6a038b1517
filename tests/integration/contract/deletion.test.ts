import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentClient } from '#functions/runtime/document-client.ts';
import { type Row, scanRows } from '#functions/table/table.ts';
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

/** Every row as text in which a word of a person occurs. */
async function rowsWith(...words: string[]): Promise<Row[]> {
  const found: Row[] = [];
  for await (const page of scanRows()) {
    for (const row of page) {
      const text = JSON.stringify(row, (_name, value: unknown) =>
        value instanceof Set ? [...value] : value,
      ).toLowerCase();
      if (words.some((word) => text.includes(word.toLowerCase()))) found.push(row);
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
    const edit = await as('robert').call('editItem', { params, body: { fields: { title: 'Mine now' }, revision: 1 } });
    expect(edit).toMatchObject({ status: 403, code: 'not_your_item' });
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
      () => person.call('chooseHandle', { body: { handle: name } }),
      () => person.call('withdrawReview', { params }),
    ];
  };

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
    const names = Array.from({ length: 24 }, (_, n) => `busybody${n}x`);
    await Promise.all(
      names.map(async (name, n) => {
        if (n % 4 !== 0) await as(name).done('chooseHandle', { body: { handle: name } });
        const [first, ...more] = busy(name, n);
        await Promise.all([
          first?.(),
          ...more.map((act) => act()),
          ...busy(name, n + 100).map((act) => act()),
          as(name).done('deleteAccount'),
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

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personIdOf } from '#functions/people/identity.ts';
import { shelfNumbersPartition } from '#functions/saves/listings/table.ts';
import { readCursor, writeCursor } from '#functions/table/cursor.ts';
import { writeRows } from '#functions/table/table.ts';
import { operations } from '#shared/capabilities.ts';
import { subOf } from '#tests/builders/event.ts';
import { wholeImport } from '#tests/builders/whole-import.ts';
import { as, call, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { goodreadsFile } from '#tests/unit/imports/goodreads-file.ts';

let system: System;
const [alice, bob] = [as('alice'), as('bob')];
const many = (of: string, count: number) => Array.from({ length: count }, (_, n) => `${of}${n}`);

beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

describe('a date', () => {
  const url = 'https://example.org/from-the-future';
  it.each([
    ['9999-12-31T23:59:59Z', 'day_to_come'],
    ['2024-02-30T12:00:00Z', 'invalid_input'],
    ['2024-02-01T24:00:00Z', 'invalid_input'],
  ])('%s is none that something was saved at: it would stand before everything, or nowhere', async (at, code) => {
    expect((await alice.call('saveAddress', { body: { private: false, url, at } })).code).toBe(code);
    const { item } = (await alice.done('saveAddress', { body: { private: true, url } })).save;
    expect((await alice.call('saveItem', { params: { itemId: item.id }, body: { private: true, at } })).code).toBe(
      code,
    );
  });
});

describe('what was private and becomes public', () => {
  it('has as many tags as any save at most, so that whatever follows can be counted', async () => {
    const url = 'https://example.org/moving';
    await alice.done('saveAddress', { body: { private: true, url, title: 'Moving', tags: many('own', 30) } });
    const fields = { url, title: 'Moving' };
    const { item } = await bob.done('createItem', { body: { kind: 'link', fields } });
    for (const tag of many('public', 30)) await alice.done('applyTag', { params: { itemId: item.id, tag } });

    const { save } = await alice.done('saveAddress', { body: { private: false, url, shelves: many('shelf', 12) } });
    expect(save.tags).toEqual(many('public', 30).sort());
    await system.settle();
    const other = {
      tags: many('other', 30),
      shelves: many('elsewhere', 12),
      shelf: 'read',
      at: '2020-01-01T00:00:00Z',
    };
    await alice.done('saveItem', { params: { itemId: item.id }, body: { private: false, ...other } });
    await system.settle();
  });

  it('brings no tags where its item has as many as it takes', async () => {
    const url = 'https://example.org/full';
    await alice.done('saveAddress', { body: { private: true, url, title: 'Full', tags: ['one-more'] } });
    const { item } = await bob.done('createItem', { body: { kind: 'link', fields: { url, title: 'Full' } } });
    const names = ['bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi'];
    for (const [n, name] of names.entries()) {
      if (name !== 'bob') await as(name).done('chooseHandle', { body: { handle: name } });
      const tags = many(`of-${name}`, n === 6 ? 20 : 30);
      await as(name).done('saveItem', { params: { itemId: item.id }, body: { private: false, tags } });
    }
    await system.settle();
    expect((await alice.call('saveAddress', { body: { private: false, url } })).code).toBe('tag_limit');
    expect((await alice.done('saveAddress', { body: { private: true, url } })).save.tags).toEqual(['one-more']);
  });

  it('may be a book that nobody added', async () => {
    const file = goodreadsFile([{ Title: 'A book of its own', ISBN13: '="9780140449136"' }]);
    const { rows } = await wholeImport('alice', file, 'private');
    expect(rows).toMatchObject([{ outcome: 'saved' }]);
    await system.settle();
    const { entries } = await alice.done('listMySaves', { query: { kind: 'book' } });
    const [{ item } = { item: { id: '' } }] = entries;
    const { save } = await alice.done('saveItem', { params: { itemId: item.id }, body: { private: false } });
    expect(save).toMatchObject({ private: false, item: { kind: 'book', title: 'A book of its own' } });
    expect((await seen('getItem', { params: { itemId: save.item.id } })).item.kind).toBe('book');
    await system.settle();
    expect((await alice.done('listMySaves', { query: { kind: 'book' } })).entries).toHaveLength(1);
  });
});

describe('the tags of a person', () => {
  const person = personIdOf(subOf('dora'));
  const pk = shelfNumbersPartition(person);

  it('are read on after one that is seen, and end where private ones follow', async () => {
    await as('dora').done('chooseHandle', { body: { handle: 'dora' } });
    // Written by the projector: two of three, and all after the 1800th, are private.
    const rows = Array.from({ length: 2000 }, (_, n) => {
      const isPublic = n < 1800 && n % 3 === 0;
      const numbers = { public: Number(isPublic), private: 1 };
      return { pk, sk: `t/${1000 + n}-${isPublic ? 'seen' : 'secret'}`, type: 'shelfStanding', ...numbers };
    });
    await writeRows(rows.map((put) => ({ put })));
    const params = { handle: 'dora' };
    const first = await seen('listPersonTags', { params, query: {} });
    expect(first.entries).toHaveLength(500);
    expect(readCursor(`${pk} t/`, first.next ?? '')).toMatch(/^t\/\d+-seen$/);
    const rest = await seen('listPersonTags', { params, query: { cursor: first.next ?? '' } });
    expect([rest.entries.length, rest.next]).toEqual([100, null]);
    expect([...first.entries, ...rest.entries].filter(({ tag }) => !tag.endsWith('-seen'))).toEqual([]);
  });

  it('are asked for by no forged cursor', async () => {
    const list = `${pk} t/`;
    for (const after of ['zzz', 'a', 'o/shelf', 'y/2026-01']) {
      const query = { cursor: writeCursor(list, after) };
      expect((await call(operations.listPersonTags, { params: { handle: 'dora' }, query })).code).toBe(
        'invalid_cursor',
      );
    }
    expect(() => readCursor(list, writeCursor(list, 't/a'))).not.toThrow();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runForget } from '#functions/people/run-forget.ts';
import { scanRows } from '#functions/table/table.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { members } from '#tests/worlds/members.ts';

let system: System;
const [alice, bob] = [as('alice'), as('bob')];
let number = 0;
const link = async (by = alice) => {
  const fields = { url: `https://example.org/${++number}`, title: `Page ${number}` };
  return (await by.done('createItem', { body: { kind: 'link', fields } })).item;
};
const savesOf = async (handle: string, query = {}) => (await seen('listSaves', { params: { handle }, query })).entries;
const mine = async (by: typeof alice, query = {}) => (await by.done('listMySaves', { query })).entries;

beforeAll(async () => {
  system = await startSystem();
  for (const handle of members) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

describe('a save', () => {
  it('stands on its shelves, under its tags, with the item, among the recent, and is counted', async () => {
    const { id, title } = await link(bob);
    const body = { private: false, shelf: 'to-read', shelves: ['winter'], note: 'Later', tags: ['web', 'slow'] };
    const { save } = await alice.done('saveItem', { params: { itemId: id }, body });
    await system.settle();

    expect(save).toMatchObject({
      item: { id, title, kind: 'link' },
      by: 'alice',
      ...body,
      tags: ['slow', 'web'],
    });
    const titles = (entries: { item: { title: string } }[]) => entries.map(({ item }) => item.title);
    for (const query of [
      {},
      { kind: 'link' },
      { kind: 'link', shelf: 'to-read' },
      { own: 'winter' },
      { tag: 'slow' },
    ]) {
      expect(titles(await savesOf('alice', query)), JSON.stringify(query)).toEqual([title]);
      expect(titles(await mine(alice, query)), JSON.stringify(query)).toEqual([title]);
    }
    const savers = await seen('listSavers', { params: { itemId: id }, query: {} });
    expect(savers.entries).toMatchObject([{ by: 'alice', note: 'Later', tags: ['slow', 'web'], shelf: 'to-read' }]);
    expect(savers.months).toEqual({ [save.at.slice(0, 7)]: 1 });
    expect(titles((await seen('listRecentSaves', { query: {} })).entries)).toContain(title);
    expect(titles((await seen('listTaggedSaves', { query: { tags: 'web,slow' } })).entries)).toEqual([title]);
    expect((await seen('getItem', { params: { itemId: id } })).counts.saves).toBe(1);
    expect((await seen('getPerson', { params: { handle: 'alice' } })).person.counts).toMatchObject({
      saves: 1,
      tags: 2,
    });
    expect(await seen('getShelves', { params: { handle: 'alice' } })).toEqual({
      all: 1,
      kinds: { link: 1 },
      shelves: { 'link/to-read': 1 },
      own: { winter: 1 },
    });
    const ranking = await seen('listRanking', { query: { order: 'saved', window: 'week' } });
    expect(ranking.entries).toMatchObject([{ id, counts: { saves: 1 } }]);
  });

  it('repeated says the same and changes nothing, not even its date', async () => {
    const { id } = await link();
    const request = {
      params: { itemId: id },
      body: { private: false, shelf: 'read', tags: ['b', 'a'], readings: [{ finished: '2024-02-29' }] },
    };
    const first = await bob.done('saveItem', request);
    const again = await bob.done('saveItem', request);

    expect(again).toEqual(first);
    expect(again.save.editedAt).toBeUndefined();
  });

  it('leaves tags alone that it does not name, and takes away what it leaves out', async () => {
    const { id } = await link();
    await bob.done('applyTag', { params: { itemId: id, tag: 'before' } });
    await bob.done('saveItem', { params: { itemId: id }, body: { private: false, note: 'One', shelf: 'read' } });
    const { save } = await bob.done('saveItem', {
      params: { itemId: id },
      body: { private: false, privateNote: 'Two' },
    });

    expect(save).toMatchObject({ tags: ['before'], note: '', shelf: null, privateNote: 'Two' });
    await system.settle();
    expect(await seen('getItem', { params: { itemId: id } })).toMatchObject({ tags: [{ tag: 'before', count: 1 }] });
  });

  it('taken back is nowhere any more; its public tags stay', async () => {
    const { id } = await link();
    await bob.done('saveItem', { params: { itemId: id }, body: { private: false, tags: ['stays'], note: 'Goes' } });
    await system.settle();
    await bob.done('unsaveItem', { params: { itemId: id } });
    await bob.done('unsaveItem', { params: { itemId: id } });
    await system.settle();

    expect((await seen('listSavers', { params: { itemId: id }, query: {} })).entries).toEqual([]);
    expect(await seen('getItem', { params: { itemId: id } })).toMatchObject({
      tags: [{ tag: 'stays' }],
      counts: { saves: 0 },
    });
    expect(await bob.done('getMyView', { params: { itemId: id } })).toMatchObject({ save: null, tags: ['stays'] });
  });

  it('goes on a shelf that its kind has', async () => {
    const { id } = await link();
    const answer = await bob.call('saveItem', { params: { itemId: id }, body: { private: false, shelf: 'been' } });

    expect(answer).toMatchObject({ status: 422, code: 'no_such_shelf' });
  });
});

describe('an address', () => {
  it('saved in public is an item from then on, the same for everybody who saves it', async () => {
    const url = 'https://www.example.org/both/?utm_source=x';
    const first = await alice.done('saveAddress', { body: { private: false, url, title: 'Both', tags: ['shared'] } });
    const second = await bob.done('saveAddress', {
      body: { private: false, url: 'http://example.org/both', note: 'Mine too' },
    });
    await system.settle();

    expect([first.added, second.added]).toEqual([true, false]);
    expect(second.save.item).toMatchObject({ id: first.save.item.id, title: 'Both' });
    expect((await seen('getItem', { params: { itemId: first.save.item.id } })).counts.saves).toBe(2);
  });

  it('that another kind knows is that item', async () => {
    const book = { title: 'A Room', gutenberg: 31_337 };
    const { item } = await bob.done('createItem', { body: { kind: 'book', fields: book } });
    const { save } = await alice.done('saveAddress', {
      body: { private: false, url: 'https://www.gutenberg.org/ebooks/31337' },
    });

    expect(save.item).toMatchObject({ id: item.id, kind: 'book' });
  });

  it('saved in private becomes no item, until its owner makes it public', async () => {
    const url = 'https://example.org/secret-plan';
    const body = { url, title: 'A secret plan', private: true, tags: ['hush'], at: '2020-01-02T03:04:05Z' };
    const { save, added } = await alice.done('saveAddress', { body });
    await system.settle();
    expect(added).toBe(false);
    expect(save).toMatchObject({ address: url, private: true, item: { title: 'A secret plan' } });
    expect((await seen('findItem', { query: { value: url } })).item).toBeNull();
    expect((await mine(alice, { tag: 'hush' })).map(({ address }) => address)).toEqual([url]);

    const again = await alice.done('saveItem', {
      params: { itemId: save.item.id },
      body: { private: true, note: 'Soon' },
    });
    expect(again.save).toMatchObject({ address: url, note: 'Soon', tags: ['hush'] });

    const { save: open } = await alice.done('saveItem', {
      params: { itemId: save.item.id },
      body: { private: false, note: 'Now' },
    });
    await system.settle();
    expect(open).toMatchObject({ private: false, note: 'Now', tags: ['hush'], at: body.at, by: 'alice' });
    expect(open.address).toBeUndefined();
    expect(await mine(alice, { tag: 'hush' })).toHaveLength(1);
    expect((await savesOf('alice', { tag: 'hush' })).map(({ item }) => item.id)).toEqual([open.item.id]);
  });

  it('kept in private that somebody else adds is found under both, once', async () => {
    const url = 'https://example.org/later-an-item';
    await alice.done('saveAddress', { body: { url, private: true, note: 'First' } });
    const { save } = await bob.done('saveAddress', { body: { private: false, url, title: 'An item' } });
    expect(await alice.done('lookUpSave', { query: { url } })).toMatchObject({
      item: { id: save.item.id },
      save: { note: 'First' },
    });
    await alice.done('saveAddress', { body: { url, private: true, note: 'Second' } });
    await system.settle();

    const found = (await mine(alice)).filter(({ item }) =>
      ['An item', 'example.org/later-an-item'].includes(item.title),
    );
    expect(found).toMatchObject([{ note: 'Second', item: { id: save.item.id }, private: true }]);
  });
});

it('reads tag suggestions off the crowd and off what I used', async () => {
  const { item } = (
    await bob.done('saveAddress', {
      body: { private: false, url: 'https://example.org/bread', title: 'Bread', tags: ['baking'] },
    })
  ).save;
  await as('carol').done('saveAddress', {
    body: { private: false, url: 'https://example.org/1', tags: ['rare', 'baking'] },
  });
  await system.settle();
  const { tags } = await as('carol').done('lookUpSave', { query: { url: 'https://example.org/bread' } });

  expect(item.title).toBe('Bread');
  expect(tags.popular).toEqual(['baking']);
  expect(tags.mine).toEqual(['baking', 'rare']);
  expect(tags.network).toEqual([]);
  await as('carol').done('followTarget', { params: { what: 'people', target: 'bob' } });
  const followed = await as('carol').done('lookUpSave', { query: { url: 'https://example.org/bread' } });
  expect(followed.tags.network).toEqual(['baking']);
});

it('leaves with its owner, and a day later not even the names of shelves are left', async () => {
  const leaver = as('leaver');
  await leaver.done('chooseHandle', { body: { handle: 'leaver' } });
  const { id } = await link(bob);
  await leaver.done('saveItem', {
    params: { itemId: id },
    body: { private: false, tags: ['leaverstag'], note: 'leaversnote' },
  });
  const own = { url: 'https://example.org/leavers', private: true, shelves: ['leaversshelf'], tags: ['leavershush'] };
  await leaver.done('saveAddress', { body: own });
  await system.settle();
  await leaver.done('deleteAccount');
  await system.settle();
  const left = async () => {
    const found: string[] = [];
    for await (const page of scanRows()) {
      for (const row of page) found.push(...(JSON.stringify([...Object.values(row)]).match(/leavers?[a-z]+/g) ?? []));
    }
    return [...new Set(found)].sort();
  };
  expect(await left()).not.toContain('leaversnote');

  await runForget(new Date(Date.now() + 25 * 3_600_000));
  await system.settle();
  expect(await left()).toEqual(['leaverstag']);
  expect(await seen('getItem', { params: { itemId: id } })).toMatchObject({ tags: [{ tag: 'leaverstag' }] });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanRows } from '#functions/table/table.ts';
import { newId } from '#shared/ids.ts';
import { subOf } from '#tests/builders/event.ts';
import { type Answer, as, seen } from '#tests/integration/contract/call.ts';
import { hostileStrings } from '#tests/integration/contract/hostile-strings.ts';
import { facts, type System, startSystem } from '#tests/integration/contract/system.ts';
import { openList, shown } from '#tests/worlds/open-list.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob', 'carol', 'dave']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

const add = (name: string, listId: string, itemId: string, note: string | null = null): Promise<Answer> =>
  as(name).call('addToList', { params: { listId, itemId }, body: { note } });
const remove = (name: string, listId: string, itemId: string) =>
  as(name).call('removeFromList', { params: { listId, itemId } });
const bookOf = async (name: string, title: string) =>
  (await as(name).done('createItem', { body: { kind: 'book', fields: { title } } })).item.id;

describe('an open list', () => {
  it('is added to by anyone, who is named, and note it themselves alone', async () => {
    const { listId, items } = await openList('alice', 1);
    const itemId = await bookOf('bob', 'Bob’s');
    expect(await add('bob', listId, itemId, 'Because.')).toMatchObject({ body: { added: true, entry: { by: 'bob' } } });
    expect(await add('carol', listId, itemId, 'No.')).toMatchObject({
      body: { added: false, entry: { by: 'bob', note: 'Because.' } },
    });
    expect(await add('bob', listId, itemId, 'Because of it.')).toMatchObject({
      body: { added: false, entry: { note: 'Because of it.' } },
    });
    expect(await add('bob', listId, itemId)).toMatchObject({ body: { entry: { note: 'Because of it.' } } });
    await system.settle();
    const told = new Map((await shown(listId)).map(({ itemId: id, by, note }) => [id, [by, note]]));
    expect(told).toEqual(
      new Map([
        [items[0], ['alice', undefined]],
        [itemId, ['bob', 'Because of it.']],
      ]),
    );
    await as('bob').done('addToList', { params: { listId, itemId }, body: { note: '' } });
    await system.settle();
    expect((await shown(listId)).map(({ note }) => note)).toEqual([undefined, undefined]);
  });

  it('loses what its adder takes back, not once others voted for it; its owner keeps it clean', async () => {
    const { listId } = await openList('alice', 1);
    const itemId = await bookOf('bob', 'Wanted');
    await add('bob', listId, itemId);
    expect(await remove('carol', listId, itemId)).toMatchObject({ status: 403, code: 'not_your_entry' });
    const ballot = { params: { listId }, body: { items: [itemId] } };
    await as('bob').done('castBallot', ballot);
    await system.settle();
    // One’s own vote keeps nobody.
    expect(await remove('bob', listId, itemId)).toMatchObject({ body: { removed: true } });
    expect(await remove('bob', listId, itemId)).toMatchObject({ body: { removed: false } });
    await add('bob', listId, itemId);
    await as('carol').done('castBallot', ballot);
    await system.settle();
    expect(await remove('bob', listId, itemId)).toMatchObject({ status: 409, code: 'entry_in_use' });
    expect(await remove('alice', listId, itemId)).toMatchObject({ body: { removed: true } });
    expect(await remove('alice', newId(), itemId)).toMatchObject({ status: 404, code: 'list_not_found' });
    await system.settle();
  });

  it('that 20 people add the same to at once has it once, and all else they add', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `adder${n}`);
    for (const handle of names) await as(handle).done('chooseHandle', { body: { handle } });
    const { listId } = await openList('alice', 0);
    const same = await bookOf('alice', 'The same');
    const own = await Promise.all(names.map((name) => bookOf(name, `Of ${name}`)));
    const answers = await Promise.all(
      names.flatMap((name, n) => [add(name, listId, same), add(name, listId, own[n] ?? '')]),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers.filter(({ body }) => body.added)).toHaveLength(21);
    await system.settle();
    expect((await shown(listId)).map(({ itemId }) => itemId).sort()).toEqual([same, ...own].sort());
    expect((await seen('getList', { params: { listId } })).counts.entries).toBe(21);
  });

  it('is moved by nobody’s hand', async () => {
    const { listId, items } = await openList('alice', 2);
    const move = { params: { listId, itemId: items[1] }, body: { after: null } };
    expect(await as('alice').call('moveInList', move)).toMatchObject({ status: 409, code: 'ordered_by_votes' });
  });

  it('takes a thousand items, and says when it is full', async () => {
    const { listId, items } = await openList('alice', 1);
    const { updateRow } = await import('#functions/table/table.ts');
    const { gateKey } = await import('#functions/lists/table.ts');
    const full = async (entries: number) =>
      updateRow(gateKey(listId), {
        UpdateExpression: 'SET entries = :entries',
        ExpressionAttributeValues: { ':entries': entries },
      });
    await full(999);
    const more = await Promise.all([0, 1, 2].map(async (n) => add('bob', listId, await bookOf('bob', `More ${n}`))));
    expect(more.map(({ code, status }) => code ?? status).sort()).toEqual([200, 'list_full', 'list_full']);
    expect(await add('bob', listId, items[0] ?? '')).toMatchObject({ status: 200, body: { added: false } });
    await full(2);
  });
});

describe('a list', () => {
  it('is edited by who made it, from the revision it was opened at', async () => {
    const { listId } = await openList('alice', 1);
    const edit = (name: string, title: string, revision: number) =>
      as(name).call('editList', { params: { listId }, body: { title, revision } });
    expect(await edit('bob', 'Mine', 1)).toMatchObject({ status: 403, code: 'not_your_list' });
    const answers = await Promise.all(['A', 'B', 'C'].map((title) => edit('alice', title, 1)));
    expect(answers.map(({ code, status }) => code ?? status).sort()).toEqual([200, 'list_conflict', 'list_conflict']);
    const { list } = await seen('getList', { params: { listId } });
    expect(list).toEqual(answers.find(({ status }) => status === 200)?.body.list);
    // Sent again, it is answered as it was.
    expect(await edit('alice', list.title, 1)).toMatchObject({ status: 200, body: { list: { revision: 2 } } });
    await system.settle();
    const { entries } = await seen('listLists', { query: {} });
    expect(entries.find(({ id }) => id === listId)?.title).toBe(list.title);
  });

  it('is found among all lists once something is on it, on its owner’s page, and with what is on it', async () => {
    const [empty, one] = [await openList('dave', 0), await openList('dave', 1)];
    await as('bob').done('castBallot', { params: { listId: one.listId }, body: { items: one.items } });
    await system.settle();
    for (const order of ['newest', 'voted']) {
      const listed = (await seen('listLists', { query: { order } })).entries.map(({ id }) => id);
      expect(listed).toContain(one.listId);
      expect(listed).not.toContain(empty.listId);
    }
    expect((await seen('listLists', { query: { order: 'voted' } })).entries[0]?.counts.voters).toBeGreaterThan(0);
    const mine = await seen('listListsByPerson', { params: { handle: 'dave' }, query: {} });
    expect(mine.entries.map(({ id }) => id).sort()).toEqual([empty.listId, one.listId].sort());
    const params = { itemId: one.items[0] };
    expect((await seen('listListsOfItem', { params, query: {} })).entries).toMatchObject([
      { id: one.listId, by: 'dave', counts: { entries: 1, voters: 1 } },
    ]);
    await expect(seen('listListsOfItem', { params: { itemId: newId() }, query: {} })).rejects.toThrow('item_not_found');
    await expect(seen('listListsByPerson', { params: { handle: 'nobody' }, query: {} })).rejects.toThrow();
  });

  it('is deleted with what is on it, while others neither added nor voted', async () => {
    const { listId, items } = await openList('alice', 3);
    await as('alice').done('castBallot', { params: { listId }, body: { items } });
    await system.settle();
    const gone = (name: string) => as(name).call('deleteList', { params: { listId } });
    expect(await gone('bob')).toMatchObject({ status: 403, code: 'not_your_list' });
    await as('bob').done('castBallot', { params: { listId }, body: { items } });
    await system.settle();
    expect(await gone('alice')).toMatchObject({ status: 409, code: 'list_in_use' });
    await as('bob').done('withdrawBallot', { params: { listId } });
    const bobs = await bookOf('bob', 'Of bob');
    await add('bob', listId, bobs);
    await system.settle();
    expect(await gone('alice')).toMatchObject({ status: 409, code: 'list_in_use' });
    await remove('bob', listId, bobs);
    expect(await gone('alice')).toMatchObject({ status: 200, body: { deleted: true } });
    expect(await gone('alice')).toMatchObject({ status: 200, body: { deleted: true } });
    await expect(seen('getList', { params: { listId } })).rejects.toThrow('list_not_found');
    await expect(seen('listEntries', { params: { listId }, query: {} })).rejects.toThrow('list_not_found');
    expect(await add('bob', listId, bobs)).toMatchObject({ status: 404, code: 'list_not_found' });
    await system.settle();
    const params = { itemId: items[0] };
    expect((await seen('listListsOfItem', { params, query: {} })).entries).toEqual([]);
    const left = [...(await facts()).keys()].filter((key) => key.includes(listId));
    // The gate stays shut; alice’s own ballot leads nowhere.
    expect(left.map((key) => key.split('\n')[1]?.replace(listId, '…')).sort()).toEqual(['GATE', 'LB#…#0']);
  });

  it('that is added to while it is deleted is either kept with that or gone with it', async () => {
    for (let round = 0; round < 6; round++) {
      const { listId } = await openList('alice', 1);
      const itemId = await bookOf('bob', `Late ${round}`);
      const [added, deleted] = await Promise.all([
        add('bob', listId, itemId),
        as('alice').call('deleteList', { params: { listId } }),
      ]);
      expect([200, 404]).toContain(added.status);
      expect([200, 409]).toContain(deleted.status);
      expect(added.status === 200 ? deleted.code : added.code).toBe(
        added.status === 200 ? 'list_in_use' : 'list_not_found',
      );
    }
    await system.settle();
  });

  it('stays under “former member” where its owner leaves, with all that was voted', async () => {
    for (const handle of ['parting', 'stayer']) await as(handle).done('chooseHandle', { body: { handle } });
    const { listId, items } = await openList('parting', 2);
    const closed = await openList('parting', 2, 'closed');
    const theirs = await openList('alice', 0);
    const added = await bookOf('parting', 'Of who left');
    await add('parting', theirs.listId, added, 'Mine.');
    for (const name of ['parting', 'stayer'])
      await as(name).done('castBallot', { params: { listId }, body: { items: [items[1]] } });
    await system.settle();
    await as('parting').done('deleteAccount');
    expect((await seen('getList', { params: { listId } })).list.by).toBeNull();
    await system.settle();
    expect((await shown(listId)).map(({ by, points }) => [by, points])).toEqual([
      [null, 200],
      [null, 0],
    ]);
    expect(await shown(closed.listId)).toHaveLength(2);
    expect(await shown(theirs.listId)).toMatchObject([{ itemId: added, by: null, note: 'Mine.' }]);
    expect(await add('stayer', listId, added)).toMatchObject({ status: 200 });
    expect(await add('stayer', closed.listId, added)).toMatchObject({ status: 403, code: 'not_your_list' });
    for await (const page of scanRows()) {
      for (const row of page) {
        expect(JSON.stringify({ ...row, pk: '' })).not.toMatch(new RegExp(`parting"|${subOf('parting')}`));
      }
    }
  });

  it('keeps whatever people write in it as they wrote it', async () => {
    const { listId, items } = await openList('bob', 1);
    const itemId = items[0] ?? '';
    let revision = 1;
    for (const text of hostileStrings.slice(0, 60)) {
      const edit = { params: { listId }, body: { title: text, description: text, revision } };
      const { status, body } = await as('bob').call('editList', edit);
      expect([200, 400]).toContain(status);
      if (status === 200) revision = (body.list as { revision: number }).revision;
      expect([200, 400]).toContain((await add('bob', listId, itemId, text)).status);
    }
    await system.settle();
    const { list } = await seen('getList', { params: { listId } });
    expect(list.revision).toBe(revision);
    expect((await seen('getListEntry', { params: { listId, itemId } })).entry.itemId).toBe(itemId);
  });
});

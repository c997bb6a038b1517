import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListEntryRow } from '#functions/lists/reader.ts';
import { entriesOfList } from '#functions/lists/table.ts';
import { longestPosition } from '#shared/lists/rules.ts';
import { as } from '#tests/integration/contract/call.ts';
import { facts, type System, startSystem } from '#tests/integration/contract/system.ts';
import { openList, shown } from '#tests/worlds/open-list.ts';
import { chanceFrom } from '#tests/worlds/unreliable-stream.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

const move = (name: string, listId: string, itemId: string, after: string | null) =>
  as(name).call('moveInList', { params: { listId, itemId }, body: { after } });
const order = async (listId: string) => (await shown(listId)).map(({ itemId }) => itemId);

/** The order by the entries' own positions, each told by the row that is read for it. */
async function stored(listId: string): Promise<string[]> {
  const entries: ListEntryRow[] = await entriesOfList(listId);
  const rows = [...(await facts()).keys()].filter((key) => key.startsWith(`L#${listId}\nO#`));
  expect(rows.sort()).toEqual(entries.map((e) => `L#${listId}\nO#${e.position}#${e.itemId}`).sort());
  expect(new Set(entries.map(({ position }) => position)).size).toBe(entries.length);
  return entries.sort((a, b) => ((a.position ?? '') < (b.position ?? '') ? -1 : 1)).map(({ itemId }) => itemId);
}

/** The same by hand. */
function moved(items: readonly string[], itemId: string, after: string | null): string[] {
  if (itemId === after) return [...items];
  const rest = items.filter((id) => id !== itemId);
  rest.splice(after === null ? 0 : rest.indexOf(after) + 1, 0, itemId);
  return rest;
}

describe('a closed list', () => {
  it('stands in the order its owner gives it, without votes or names of adders', async () => {
    const { listId, items } = await openList('alice', 5, 'closed');
    const [a = '', b = '', c = '', d = '', e = ''] = items;
    await system.settle();
    expect(await order(listId)).toEqual([a, b, c, d, e]);
    expect(Object.keys((await shown(listId))[0] ?? {})).not.toEqual(expect.arrayContaining(['points', 'voters', 'by']));
    expect((await move('alice', listId, e, null)).body).toEqual({ moved: true });
    expect((await move('alice', listId, a, c)).body).toEqual({ moved: true });
    expect((await move('alice', listId, a, c)).body).toEqual({ moved: false });
    await system.settle();
    expect(await order(listId)).toEqual([e, b, c, a, d]);
  });

  it('is filled, cleared and moved by its owner alone', async () => {
    const { listId, items } = await openList('alice', 2, 'closed');
    const [a = '', b = ''] = items;
    const { item } = await as('bob').done('createItem', { body: { kind: 'book', fields: { title: 'Of bob' } } });
    const before = await facts();
    const refused = { status: 403, code: 'not_your_list' };
    expect(
      await as('bob').call('addToList', { params: { listId, itemId: item.id }, body: { note: null } }),
    ).toMatchObject(refused);
    expect(await as('bob').call('removeFromList', { params: { listId, itemId: a } })).toMatchObject(refused);
    expect(await move('bob', listId, a, b)).toMatchObject(refused);
    expect(await move('alice', listId, item.id, a)).toMatchObject({ status: 404, code: 'not_on_list' });
    expect(await move('alice', listId, a, item.id)).toMatchObject({ status: 404, code: 'not_on_list' });
    expect(await facts()).toEqual(before);
  });

  it('is moved as by hand, step by step', async () => {
    const { listId, items } = await openList('alice', 8, 'closed');
    const chance = chanceFrom(3);
    let expected = [...items];
    for (let step = 0; step < 60; step++) {
      const itemId = items[chance(8)] ?? '';
      const after = chance(5) === 0 ? null : (items[chance(8)] ?? '');
      await move('alice', listId, itemId, after);
      expected = moved(expected, itemId, after);
    }
    expect(await stored(listId)).toEqual(expected);
    await system.settle();
    expect(await order(listId)).toEqual(expected);
  });

  it('loses nothing and has no place twice where it is changed from many sides at once', async () => {
    const { listId, items } = await openList('alice', 12, 'closed');
    const first = items[0] ?? '';
    const extra = await Promise.all(
      [0, 1, 2].map(
        async (n) =>
          (await as('alice').done('createItem', { body: { kind: 'book', fields: { title: `Extra ${n}` } } })).item.id,
      ),
    );
    const answers = await Promise.all([
      // All into the same gap.
      ...items.slice(2).map((itemId) => move('alice', listId, itemId, first)),
      ...extra.map((itemId) => as('alice').call('addToList', { params: { listId, itemId }, body: { note: null } })),
    ]);
    for (const { status, text } of answers) expect([200, 503], text).toContain(status);
    const missing = extra.filter((_, n) => answers.at(n - extra.length)?.status !== 200);
    const all = [...items, ...extra].filter((itemId) => !missing.includes(itemId));
    expect((await stored(listId)).sort()).toEqual(all.sort());
    await system.settle();
    expect(await order(listId)).toEqual(await stored(listId));
  });

  it('keeps its positions short, however often the same gap is used', async () => {
    const { listId, items } = await openList('alice', 4, 'closed');
    const [a = '', b = '', c = '', d = ''] = items;
    let expected = [...items];
    let longest = 0;
    // b and c take turns right behind a: each time between a and the other.
    for (let step = 0; step < 400; step++) {
      const itemId = step % 2 ? b : c;
      expect((await move('alice', listId, itemId, a)).status).toBe(200);
      expected = moved(expected, itemId, a);
      if (step % 40 === 0) {
        const lengths = (await entriesOfList(listId)).map(({ position }) => position?.length ?? 0);
        longest = Math.max(longest, ...lengths);
      }
    }
    expect(longest).toBeLessThanOrEqual(longestPosition);
    expect(await stored(listId)).toEqual(expected);
    expect(expected.at(-1)).toBe(d);
    await system.settle();
    expect(await order(listId)).toEqual(expected);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireItem } from '#functions/items/reader.ts';
import { draftOf, revisionsOf, revisionWrites } from '#functions/revisions/making/reader.ts';
import { removeContent, revisionRow, textAt } from '#functions/revisions/reader.ts';
import { transact } from '#functions/table/table.ts';
import { wholeFile } from '#tests/builders/whole-file.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { facts, type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
const people = ['alice', 'bob', 'carol'];
beforeAll(async () => {
  system = await startSystem();
  for (const handle of people) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

let number = 0;
const article = async (text: string, by = 'alice') => {
  const fields = { title: `Article ${++number}` };
  const { item } = await as(by).done('composeItem', { body: { kind: 'article', fields, text } });
  return { itemId: item.id, params: { itemId: item.id }, fields };
};
const save = (by: string, itemId: string, body: Record<string, unknown>) =>
  as(by).call('reviseItem', { params: { itemId }, body });
const history = async (itemId: string) => (await seen('listRevisions', { params: { itemId }, query: {} })).entries;
const textOf = async (itemId: string) => (await seen('getText', { params: { itemId } })).text;
const lines = (...all: string[]) => all.join('\n');

describe('a chain of revisions', () => {
  it('begins with the item and tells who changed what, when and why', async () => {
    const { itemId, params, fields } = await article('One\n');
    expect(await history(itemId)).toMatchObject([{ n: 1, by: 'alice', did: 'created', base: 0, size: 4, delta: 4 }]);
    const saved = await save('bob', itemId, { fields, text: 'One\nTwo\n', base: 1, summary: 'Two', minor: true });
    expect(saved).toMatchObject({ status: 200, body: { item: { revision: 2, textBytes: 8 }, merged: false } });
    await save('carol', itemId, { fields: { title: `${fields.title} renamed` }, base: 2 });
    expect(await history(itemId)).toMatchObject([
      { n: 3, by: 'carol', did: 'edited', summary: '', minor: false, changed: ['fields'], size: 8, delta: 0 },
      { n: 2, by: 'bob', did: 'edited', summary: 'Two', minor: true, changed: ['text'], delta: 4, newcomer: true },
      { n: 1, by: 'alice', did: 'created', licence: 'CC-BY-SA-4.0', changed: ['fields', 'text'] },
    ]);
    const second = await seen('getRevision', { params: { ...params, n: '2' } });
    expect(second).toMatchObject({ fields, text: 'One\nTwo\n', latest: 3 });
    expect(await seen('getRevision', { params: { ...params, n: '1' } })).toMatchObject({ fields, text: 'One\n' });
    const changes = await seen('compareRevisions', { params: { ...params, n: '1', to: '3' } });
    expect(changes.fields).toMatchObject([{ name: 'title', before: fields.title, after: `${fields.title} renamed` }]);
    expect(changes.text.hunks).toHaveLength(1);
    expect(await seen('getAuthors', { params })).toMatchObject({
      runs: [
        { n: 1, lines: 1 },
        { n: 2, lines: 1 },
        // What stands after the last line end.
        { n: 1, lines: 1 },
      ],
      revisions: { 1: { by: 'alice' }, 2: { by: 'bob' } },
    });
  });

  it('of an item that nobody changed is read from the item, and of none is refused', async () => {
    const { item } = await as('bob').done('createItem', { body: { kind: 'book', fields: { title: 'Alone' } } });
    const params = { itemId: item.id };
    expect(await history(item.id)).toMatchObject([{ n: 1, by: 'bob', changed: ['fields'], size: 0 }]);
    expect(await seen('getRevision', { params: { ...params, n: '1' } })).toMatchObject({ fields: { title: 'Alone' } });
    expect(await as('bob').call('getRevision', { params: { ...params, n: '2' } })).toMatchObject({
      code: 'revision_not_found',
    });
    expect(await as('bob').call('listRevisions', { params: { itemId: 'nonexistent1' }, query: {} })).toMatchObject({
      code: 'item_not_found',
    });
  });

  it('takes nothing that changes nothing, and answers a repeat as it was', async () => {
    const { itemId, fields } = await article('Same\n');
    expect(await save('bob', itemId, { fields, text: 'Same\n', base: 1 })).toMatchObject({
      body: { item: { revision: 1 } },
    });
    const edit = { fields, text: 'Other\n', base: 1 };
    for (let n = 0; n < 2; n++)
      expect(await save('bob', itemId, edit)).toMatchObject({ status: 200, body: { item: { revision: 2 } } });
    expect(await history(itemId)).toHaveLength(2);
  });
});

describe('saving on an older revision', () => {
  it('merges what does not touch, fields and text, and tells so', async () => {
    const { itemId, fields } = await article(lines('a', 'b', 'c', 'd', 'e'));
    await save('bob', itemId, { fields, text: lines('a', 'B', 'c', 'd', 'e'), base: 1 });
    const renamed = { title: `${fields.title}, renamed` };
    const merged = await save('carol', itemId, { fields: renamed, text: lines('a', 'b', 'c', 'd', 'E'), base: 1 });
    expect(merged).toMatchObject({ status: 200, body: { merged: true, item: { revision: 3, fields: renamed } } });
    expect(await textOf(itemId)).toBe(lines('a', 'B', 'c', 'd', 'E'));
    expect((await history(itemId))[0]).toMatchObject({ n: 3, base: 1, by: 'carol' });
  });

  it('is refused where both changed the same, naming it, and loses neither', async () => {
    const { itemId, fields } = await article(lines('a', 'b', 'c'));
    await save('bob', itemId, { fields: { title: 'By bob' }, text: lines('a', 'by bob', 'c'), base: 1 });
    const refused = await save('carol', itemId, {
      fields: { title: 'By carol' },
      text: lines('a', 'mine', 'c'),
      base: 1,
    });
    expect(refused).toMatchObject({ status: 409, code: 'edit_conflict' });
    expect(refused.body.errors).toMatchObject([
      { path: 'body.fields.title' },
      { path: 'body.text' },
      { path: 'latest', message: '2' },
    ]);
    expect(await textOf(itemId)).toBe(lines('a', 'by bob', 'c'));
    expect(await save('carol', itemId, { fields, base: 99 })).toMatchObject({ code: 'edit_conflict' });
  });
});

describe('taking back', () => {
  it('undoes one revision and keeps what came after', async () => {
    const { itemId, params, fields } = await article(lines('a', 'b', 'c', 'd'));
    await save('bob', itemId, { fields, text: lines('a', 'bad', 'c', 'd'), base: 1 });
    await save('carol', itemId, { fields, text: lines('a', 'bad', 'c', 'D'), base: 2 });
    const undo = () => as('alice').done('undoRevision', { params: { ...params, n: '2' }, body: {} });
    expect(await undo()).toMatchObject({ item: { revision: 4 } });
    expect(await undo()).toMatchObject({ item: { revision: 4 } });
    expect(await textOf(itemId)).toBe(lines('a', 'b', 'c', 'D'));
    const [last] = await history(itemId);
    expect(last).toMatchObject({ did: 'undone', by: 'alice', reverted: { from: 2, to: 2 } });
    // What came back is still who wrote it.
    expect((await seen('getAuthors', { params })).runs).toEqual([
      { n: 1, lines: 3 },
      { n: 3, lines: 1 },
    ]);
    await save('bob', itemId, { fields, text: lines('a', 'b', 'c', 'DD'), base: 4 });
    expect(await as('alice').call('undoRevision', { params: { ...params, n: '3' }, body: {} })).toMatchObject({
      status: 409,
      code: 'undo_conflict',
    });
  });

  it('brings an item back to a revision, as it was', async () => {
    const { itemId, params, fields } = await article('Good\n');
    for (const [n, by] of ['bob', 'bob', 'carol'].entries())
      await save(by, itemId, { fields: { title: `Bad ${itemId} ${n}` }, text: `Bad ${n}\n`, base: n + 1 });
    const back = await as('alice').done('revertItem', { params: { ...params, n: '1' }, body: { summary: 'Nonsense' } });
    expect(back.item).toMatchObject({ revision: 5, fields });
    expect(await textOf(itemId)).toBe('Good\n');
    const row = await revisionRow(itemId, 5);
    expect(row).toMatchObject({ did: 'reverted', summary: 'Nonsense', reverted: { from: 2, to: 4 } });
    expect(Object.values(row?.reverted?.of ?? {}).sort()).toEqual([1, 2]);
  });
});

describe('a hundred people saving at once', () => {
  it('lose nothing: a chain without gaps, every text as it was saved or merged', async () => {
    const places = Array.from({ length: 100 }, (_, n) => `line ${n}\n`);
    const { itemId, fields, params } = await article(places.join('\n'));
    for (let round = 0; round < 50; round++) {
      const base = (await requireItem(itemId)).revision;
      const { text } = await seen('getRevision', { params: { ...params, n: String(base) } });
      const edits = ['bob', 'carol'].map((by, of) => {
        const line = `line ${(round * 2 + of) % 100}\n`;
        return save(by, itemId, { fields, text: text.replace(line, `${line.trim()} by ${by} in ${round}\n`), base });
      });
      for (const answer of await Promise.all(edits)) expect(answer).toMatchObject({ status: 200 });
    }
    const told = [];
    for (let cursor: string | undefined; ; ) {
      const page = await seen('listRevisions', { params, query: cursor ? { cursor } : {} });
      told.push(...page.entries);
      if (!page.next) break;
      cursor = page.next;
    }
    expect(told.map(({ n }) => n)).toEqual(Array.from({ length: 101 }, (_, n) => 101 - n));
    const text = await textOf(itemId);
    for (let n = 0; n < 100; n++) {
      const by = n % 2 === 0 ? 'bob' : 'carol';
      expect(text).toContain(`line ${n} by ${by} in ${Math.floor(n / 2)}\n`);
    }
  });

  it('or are told of a conflict, where they change one line', async () => {
    const { itemId, fields } = await article('Nobody');
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => save(people[n % 3] ?? '', itemId, { fields, text: `By ${n}`, base: 1 })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'edit_conflict')).toHaveLength(99);
    expect(await history(itemId)).toHaveLength(2);
  });
});

describe('links', () => {
  it('lead to items, people and tags, and are found from there', async () => {
    const { itemId: to, fields } = await article('A target');
    const text = lines(
      `[[i:${to}|here]] [[${fields.title}]] [[@BOB]] [[#Fine Tag]] [[nowhere]] \`[[@carol]]\``,
      '```',
      '[[@alice]]',
      '```',
    );
    const { itemId } = await article(text);
    const { links } = await seen('getText', { params: { itemId } });
    expect(links).toEqual({
      [`i:${to}`]: { id: to, title: fields.title },
      [fields.title]: { id: to, title: fields.title },
    });
    await system.settle();
    const linking = async (what: string, target: string) =>
      (await seen('listBacklinks', { params: { what, target }, query: {} })).entries.map(({ id }) => id);
    for (const [what, target] of [
      ['items', to],
      ['people', 'bob'],
      ['tags', 'fine-tag'],
    ] as const)
      expect(await linking(what, target)).toEqual([itemId]);
    for (const who of ['carol', 'alice']) expect(await linking('people', who)).toEqual([]);
    const { item } = (await save('bob', itemId, { fields: { title: 'No links' }, text: 'None', base: 1 })).body as {
      item: { revision: number };
    };
    expect(item.revision).toBe(2);
    await system.settle();
    expect(await linking('items', to)).toEqual([]);
  });
});

describe('what was removed by law', () => {
  it('is gone from every answer, and what needs it says so', async () => {
    const { itemId, params, fields } = await article('Fine');
    await save('bob', itemId, { fields, text: 'Secret', base: 1, summary: 'secret' });
    await save('carol', itemId, { fields, text: 'Fine again', base: 2 });
    const row = await revisionRow(itemId, 2);
    if (!row) return expect.fail('no such revision');
    for (let n = 0; n < 2; n++) await removeContent(row, 'Fine', '2026-01-01T00:00:00Z');
    expect(JSON.stringify(await seen('getRevision', { params: { ...params, n: '2' } }))).not.toMatch(/secret/i);
    expect(await seen('getRevision', { params: { ...params, n: '2' } })).toMatchObject({
      revision: { removed: '2026-01-01T00:00:00Z' },
    });
    expect((await textAt(itemId, 3)).text).toBe('Fine again');
    const gone = { status: 410, code: 'revision_removed' };
    expect(await as('bob').call('compareRevisions', { params: { ...params, n: '2', to: '3' } })).toMatchObject(gone);
    expect(await save('bob', itemId, { fields, text: 'Mine', base: 2 })).toMatchObject(gone);
    expect(await as('bob').call('undoRevision', { params: { ...params, n: '3' }, body: {} })).toMatchObject(gone);
    expect(await as('bob').call('revertItem', { params: { ...params, n: '2' }, body: {} })).toMatchObject(gone);
    expect(await save('bob', itemId, { fields, text: 'Mine', base: 3 })).toMatchObject({ status: 200 });
  });
});

describe('a revision in another’s transaction', () => {
  it('stands or falls with it', async () => {
    const { itemId, fields } = await article('Proposed');
    const item = await requireItem(itemId);
    const draft = await draftOf(item, { text: 'Applied', base: 1 });
    const { writes } = await revisionWrites(item, draft, {
      by: 'bob',
      at: '2026-01-01T00:00:00Z',
      did: 'edited',
      proposal: 'abcdefghijkl',
      fact: { set: { marked: true } },
    });
    await transact(writes);
    await expect(transact(writes)).rejects.toThrow();
    expect((await revisionsOf(itemId, [1, 2])).told.map(({ text }) => text.text)).toEqual(['Proposed', 'Applied']);
    expect(await textOf(itemId)).toBe('Applied');
    expect(await requireItem(itemId)).toMatchObject({ revision: 2, marked: true, fields });
    expect((await history(itemId))[0]).toMatchObject({ proposal: 'abcdefghijkl', by: 'bob' });
  });
});

it('what one changed goes with one’s own file', async () => {
  const { itemId, fields } = await article('Before');
  await save('bob', itemId, { fields, text: 'After, by bob', base: 1, summary: 'Exported' });
  const { text } = await wholeFile('bob', 'commonplace');
  const { revisions } = JSON.parse(text) as { revisions: Record<string, unknown>[] };
  expect(revisions.find((one) => one.itemId === itemId)).toMatchObject({
    n: 2,
    text: 'After, by bob',
    summary: 'Exported',
  });
  expect(text).not.toContain('byId');
});

it('nobody who left is named, and nothing is left over', async () => {
  const { itemId, params, fields } = await article('Mine', 'carol');
  await save('alice', itemId, { fields, text: 'Mine\nand alice’s', base: 1 });
  await save('carol', itemId, { fields, text: 'Mine\nand alice’s\nand mine', base: 2 });
  await as('carol').done('deleteAccount');
  expect((await history(itemId)).map(({ by }) => by)).toEqual([null, 'alice', null]);
  expect(await seen('getAuthors', { params })).toMatchObject({ revisions: { 1: { by: null }, 2: { by: 'alice' } } });
  expect([...(await facts()).values()].filter((row) => row.includes('"carol"'))).toEqual([]);
  await system.settle();
});

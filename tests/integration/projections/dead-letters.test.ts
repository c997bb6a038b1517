import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { getItem } from '#functions/items/get-item.ts';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { putRow, type Row, scanRows, writeRows } from '#functions/table/table.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
});
beforeEach(async () => {
  await table.reset();
  for (const name of ['alice', 'bob', 'carol']) await join(name);
});
afterAll(() => table.drop());

/** Each cannot be read in another way: its own fields, what lists it, what it is counted in. */
const poison: Row[] = [
  { pk: 'P#poisoned', sk: 'S#poisonpoison', type: 'save', itemId: 'poisonpoison', tags: 7 },
  { pk: 'RV#poison', sk: 'FACT', type: 'review', id: 'poison', itemId: 'poisonpoison', rating: 3 },
  { pk: 'I#poison', sk: 'FACT', type: 'item', id: 'poison', kind: 'nonsense', title: 'x', byline: '' },
];
const deadLetters = async () => {
  const found: Row[] = [];
  for await (const page of scanRows()) found.push(...page.filter(({ type }) => type === 'deadLetter'));
  return found;
};
const upOf = async (itemId: string) => {
  const read = await getItem(
    { params: { itemId }, query: undefined, body: undefined },
    { now: new Date(), requestId: 'test', caller: undefined },
  );
  return (JSON.parse('text' in read ? read.text : JSON.stringify(read)) as { counts: { up: number } }).counts.up;
};

test.each([
  { shards: 3, named: true, faults: 0 },
  { shards: 2, named: true, faults: 4 },
  { shards: 1, named: false, faults: 3 },
])('what can never be projected is set aside, and everything else goes on (%o)', async ({ faults, ...shape }) => {
  const stream = new UnreliableStream({ ...shape, chance: chanceFrom(7) });
  const item = await facts.link(as('alice'), 'https://example.org/');
  await facts.vote(as('bob'), item.id, 'up');
  await writeRows(poison.map((put) => ({ put })));
  await facts.vote(as('carol'), item.id, 'up');
  await facts.tag(as('carol'), item.id, 'sound');
  await stream.run(faults);

  expect(await upOf(item.id)).toBe(2);
  const rows = (await deadLetters()).map(({ row }) => (row as Row).pk);
  expect(rows.sort()).toEqual(poison.map(({ pk }) => pk).sort());
  const { differences, setAside, unfit } = await audit();
  expect(differences).toEqual([]);
  expect(setAside).toHaveLength(poison.length);
  expect(unfit).toHaveLength(poison.length);
});

test('a rebuild makes up for what was set aside', async () => {
  const stream = new UnreliableStream({ shards: 1, named: true, chance: chanceFrom(1) });
  const item = await facts.link(as('alice'), 'https://example.org/');
  await facts.tag(as('bob'), item.id, 'sound');
  const rows: Row[] = [];
  for await (const page of scanRows()) rows.push(...page);
  const tags = rows.find(({ type }) => type === 'save');
  if (!tags) throw new Error('Tags are a row');
  // The row is broken for a while and then whole again: both changes are lost, what came before counts.
  await putRow({ ...tags, tags: 7 });
  await putRow({ ...tags, tags: new Set(['sound', 'later']) });
  await stream.run(0);

  const before = await audit();
  expect(before.setAside).toHaveLength(2);
  expect(before.differences).not.toEqual([]);
  await rebuild();
  await stream.run(0);

  expect(await audit()).toMatchObject({ differences: [], setAside: [], unfit: [] });
});

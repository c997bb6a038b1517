import { afterAll, beforeEach, expect, it } from 'vitest';
import { personIdOf, reviewIdOf } from '#functions/people/identity.ts';
import { removeProfile, unlinkAuthor } from '#functions/people/table.ts';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { reviewKey } from '#functions/reviews/reader.ts';
import type { Row } from '#functions/table/table.ts';
import { subOf } from '#tests/builders/event.ts';
import { facts } from '#tests/builders/facts.ts';
import { as as byName } from '#tests/builders/people.ts';
import { commentRow, proposalRow, revisionRow, written } from '#tests/builders/work.ts';
import { as } from '#tests/integration/contract/call.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

let table: TestTable | undefined;
const names = ['alice', 'bob', 'carol', 'dave'];
beforeEach(async () => {
  if (table) await table.reset();
  else table = await createTestTable();
  for (const handle of names) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => table?.drop());

const dayOf = (n: number) => `2025-0${1 + (n % 9)}-1${n % 10}T10:00:00Z`;
const without = ({ by: _by, byId: _byId, ...row }: Row): Row => row as Row;
const person = (name: string) => byName(subOf(name));
const nobody = as('nobody');

it('shows the work on an item: who, how much, how evenly, by month, and what became of it', async () => {
  const stream = new UnreliableStream({ shards: 2, named: true, chance: chanceFrom(1) });
  const { id: itemId, at } = await facts.link(person('alice'), 'https://example.org/page');
  const [month, today] = [at.slice(0, 7), at.slice(0, 10)];
  await facts.review(person('dave'), itemId, { rating: 4 });
  expect(await nobody.done('getItemWork', { params: { itemId } })).toMatchObject({
    added: { by: 'alice' },
    contributors: [],
    edits: { people: 0, gini: null },
  });
  const revision = (n: number, by: string, more = {}) =>
    revisionRow({ itemId, n, by, at: `2025-03-0${n}T10:00:00Z`, ...more });
  await written(
    revision(1, 'alice', { did: 'created', at: '2025-02-01T10:00:00Z' }),
    revision(2, 'bob', { newcomer: true }),
    ...[3, 4, 5].map((n) => revision(n, 'carol')),
    revision(6, 'alice', { did: 'reverted', reverted: { from: 3, to: 4, of: { carol: 2 } } }),
    commentRow('comment00001', itemId, 'bob', '2025-04-01T10:00:00Z'),
    proposalRow({ id: 'proposal0001', itemId, by: 'dave', at: '2025-04-02T10:00:00Z', state: 'open' }),
  );
  await stream.run(2);

  const work = await nobody.done('getItemWork', { params: { itemId } });
  expect(work.reviews).toBe(1);
  expect(work.contributors.map(({ by, edits, reverted, share }) => [by, edits, reverted, share])).toEqual([
    ['carol', 3, 2, 0.375],
    ...work.contributors.slice(1, 3).map(({ by, edits, reverted }) => [by, edits, reverted, 0.25]),
    ['dave', 0, 0, 0.125],
  ]);
  expect(work).toMatchObject({ others: 0, edits: { people: 3, sum: 6, gini: 0.2222 }, all: { people: 4, sum: 8 } });
  expect(work.months).toEqual([
    expect.objectContaining({ month: '2025-02', edits: 1, reverted: 0 }),
    expect.objectContaining({ month: '2025-03', edits: 5, newcomers: 1, reverted: 2 }),
    expect.objectContaining({ month: '2025-04', edits: 0, comments: 1, proposals: 1 }),
  ]);

  const site = await nobody.done('getWork');
  // The first wording is the item that alice added.
  expect(site).toMatchObject({ people: 4, edits: { people: 3, sum: 5 }, all: { people: 4, sum: 9 } });
  expect(site.months.find((one) => one.month === month)).toMatchObject({ items: 1, reviews: 1, edits: 0 });
  expect(site.cohorts).toEqual([{ month, joined: 4, editors: 3, edits: 5, reverted: 2 }]);
  expect(site.contributors[0]).toMatchObject({ by: 'carol', edits: 3, reverted: 2, share: 0.3333 });

  const carol = await nobody.done('getPersonWork', { params: { handle: 'carol' }, query: { year: '2025' } });
  expect(carol).toMatchObject({ handle: 'carol', years: ['2025'], totals: { edits: 3, items: 0 }, reverted: 2 });
  expect(carol.days.map(({ day, edits }) => [day, edits])).toEqual([
    ['2025-03-03', 1],
    ['2025-03-04', 1],
    ['2025-03-05', 1],
  ]);
  const alice = await nobody.done('getPersonWork', { params: { handle: 'alice' }, query: {} });
  expect(alice.days).toEqual([{ day: today, edits: 0, items: 1, reviews: 0, comments: 0, proposals: 0 }]);
});

it('counts nothing private: saves, tags and votes are no contributions', async () => {
  const stream = new UnreliableStream({ shards: 2, named: true, chance: chanceFrom(1) });
  const { id: itemId } = await facts.link(person('alice'), 'https://example.org/page');
  await stream.run(2);
  const seen = async () => [
    await nobody.done('getWork'),
    await nobody.done('getPersonWork', { params: { handle: 'bob' }, query: {} }),
  ];
  const before = await seen();
  await facts.save(person('bob'), itemId, { private: true, note: 'Mine', privateNote: 'Alone' });
  await facts.tag(person('bob'), itemId, 'web');
  await facts.vote(person('bob'), itemId, 'up');
  await stream.run(2);
  expect(await seen()).toEqual(before);
});

it('names nobody who left, and keeps what they gave in the numbers of months', async () => {
  const stream = new UnreliableStream({ shards: 2, named: false, chance: chanceFrom(3) });
  const { id: itemId } = await facts.link(person('alice'), 'https://example.org/page');
  const rows = [2, 3].map((n) => revisionRow({ itemId, n, by: 'bob', at: dayOf(n) }));
  await written(...rows, revisionRow({ itemId, n: 4, by: 'carol', at: dayOf(4) }));
  await facts.review(person('bob'), itemId, { rating: 2 });
  await stream.run(2);
  // What deleting an account comes to for these facts.
  await removeProfile(personIdOf(subOf('bob')), 'bob');
  await written(...rows.map(without));
  await unlinkAuthor(reviewKey(reviewIdOf(subOf('bob'), itemId)));
  await stream.run(2);

  const work = await nobody.done('getItemWork', { params: { itemId } });
  expect(work.contributors.map(({ by }) => by)).toEqual(['carol']);
  expect(work.months.reduce((sum, { edits }) => sum + edits, 0)).toBe(3);
  const site = await nobody.done('getWork');
  expect(site).toMatchObject({ people: 3, edits: { people: 1, sum: 1 }, cohorts: [{ joined: 3, editors: 1 }] });
  expect(JSON.stringify([work, site])).not.toMatch(new RegExp(`bob|${personIdOf(subOf('bob'))}`));
  expect((await audit()).differences).toEqual([]);
});

it.each([1, 2, 3])('counts every contribution once, delivered twice, late or cut off (%i)', async (seed) => {
  const chance = chanceFrom(seed);
  const stream = new UnreliableStream({ shards: 3, named: seed % 2 === 0, chance });
  const items = ['item00000001', 'item00000002'];
  const next = new Map(items.map((itemId) => [itemId, 1]));
  const edited = new Map<string, number>();
  const taken = new Map<string, number>();
  const count = (of: Map<string, number>, name: string, by = 1) => of.set(name, (of.get(name) ?? 0) + by);
  for (let step = 0; step < 60; step++) {
    const itemId = items[chance(2)] ?? '';
    const by = names[chance(4)] ?? '';
    const n = next.get(itemId) ?? 1;
    if (chance(4) === 0) {
      const row = commentRow(`comment${String(step).padStart(5, '0')}`, itemId, by, dayOf(step));
      await written(row);
      // Whoever wrote it may leave, or change it: that is no second comment.
      if (chance(3) === 0) await written(chance(2) === 0 ? without(row) : { ...row, text: 'Other.' });
    } else {
      const other = names.filter((name) => name !== by)[chance(3)] ?? '';
      const takes = n > 3 && chance(3) === 0;
      await written(
        revisionRow({
          itemId,
          n,
          by,
          at: dayOf(step),
          ...(takes ? { did: 'reverted', reverted: { from: n - 2, to: n - 1, of: { [other]: 2 } } } : {}),
        }),
      );
      if (n > 1) count(edited, by);
      if (takes) count(taken, other, 2);
      next.set(itemId, n + 1);
    }
    if (step % 20 === 10) await stream.run(3);
  }
  await stream.run(3);
  expect(stream.crashes).toBeGreaterThan(0);
  expect(await audit()).toMatchObject({ differences: [], unfit: [], setAside: [] });
  const site = await nobody.done('getWork');
  expect(site.edits.sum).toBe([...edited.values()].reduce((sum, one) => sum + one, 0));
  expect(site.cohorts[0]?.reverted).toBe([...taken.values()].reduce((sum, one) => sum + one, 0));
  for (const name of names) {
    const work = await nobody.done('getPersonWork', { params: { handle: name }, query: {} });
    expect([work.totals.edits, work.reverted]).toEqual([edited.get(name) ?? 0, taken.get(name) ?? 0]);
  }
  await rebuild();
  expect((await audit()).differences).toEqual([]);
  expect(await nobody.done('getWork')).toEqual(site);
});

import { afterAll, beforeEach, expect, it } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { as } from '#tests/integration/contract/call.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { openList, shown, tallyOf } from '#tests/worlds/open-list.ts';
import { chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

let table: TestTable | undefined;
beforeEach(async () => {
  if (table) await table.reset();
  else table = await createTestTable();
  for (const handle of ['alice', 'bob', 'carol', 'dave']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => table?.drop());

it.each([1, 2])('counts every ballot once, delivered twice, late or cut off (%i)', async (seed) => {
  const chance = chanceFrom(seed);
  const { listId, items } = await openList('alice', 45);
  const stream = new UnreliableStream({ shards: 3, named: seed % 2 === 0, chance });
  const last = new Map<string, string[]>();
  for (let step = 0; step < 8; step++) {
    const name = ['bob', 'carol', 'dave'][chance(3)] ?? '';
    const from = chance(items.length);
    const ballot = [...items.slice(from), ...items.slice(0, from)].slice(0, chance(46));
    if (ballot.length > 0) await as(name).done('castBallot', { params: { listId }, body: { items: ballot } });
    else await as(name).done('withdrawBallot', { params: { listId } });
    last.set(name, ballot);
    const itemId = items[chance(items.length)] ?? '';
    if (chance(4) === 0) {
      await as('alice').done('removeFromList', { params: { listId, itemId } });
      await as('alice').done('addToList', { params: { listId, itemId }, body: { note: `At ${step}` } });
    }
    if (step === 4) await stream.run(3);
  }
  await stream.run(3);
  expect(stream.crashes).toBeGreaterThan(0);
  expect(await audit()).toMatchObject({ differences: [], unfit: [], setAside: [] });
  const tally = tallyOf(last.values());
  const settled = (points: number) => (points < 1000 ? points : Math.floor(points / 10) * 10);
  for (const { itemId, points, voters } of await shown(listId)) {
    const { points: counted = 0, voters: by = 0 } = tally.get(itemId) ?? {};
    expect({ points, voters }).toEqual({ points: settled(counted), voters: by });
  }
});

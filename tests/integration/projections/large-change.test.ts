import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { tagsPerItem } from '#shared/tags/rules.ts';
import { made } from '#tests/builders/decide.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

const people = Array.from({ length: 8 }, (_, n) => `person${n}`);

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
});
beforeEach(async () => {
  await table.reset();
  await join(...people);
});
afterAll(() => table.drop());

const exact = { differences: [], setAside: [], unfit: [] };

test.each([
  { shards: 1, named: true, faults: 0 },
  { shards: 3, named: true, faults: 6 },
  { shards: 2, named: false, faults: 6 },
])(
  'an item with as many tags as it takes is removed and comes back, and each tag counts it as often as it is there (%o)',
  async ({ faults, ...shape }) => {
    const stream = new UnreliableStream({ ...shape, chance: chanceFrom(11) });
    const { id: itemId } = await facts.link(as('person0'), 'https://example.org/tagged');
    const tags = Array.from({ length: tagsPerItem }, (_, n) => `tag-${n}`);
    for (const [n, tag] of tags.entries()) await facts.tag(as(people[n % people.length] ?? ''), itemId, tag);
    await stream.begin();
    for (const what of ['removal', 'restoration'] as const) {
      // What was delivered before does not come again: it lists hundreds of places each time.
      stream.reshard(shape.shards);
      await made({ what, itemId });
      await stream.run(faults);
      expect(await audit()).toMatchObject(exact);
    }
  },
);

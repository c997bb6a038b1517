import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuild } from '#functions/projections/rebuild.ts';
import { getShelves } from '#functions/saves/get-shelves.ts';
import { listMySaves } from '#functions/saves/list-my-saves.ts';
import { listRecentSaves } from '#functions/saves/list-recent-saves.ts';
import { listSavers } from '#functions/saves/list-savers.ts';
import { listSaves } from '#functions/saves/list-saves.ts';
import { listTaggedSaves } from '#functions/saves/list-tagged-saves.ts';
import { saveAddress } from '#functions/saves/save-address.ts';
import { saveItem } from '#functions/saves/save-item.ts';
import { type Cost, costOf } from '#tests/builders/cost.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { manySaves } from '#tests/worlds/many-saves.ts';

const none = { params: undefined, query: undefined, body: undefined };
const reader = as('reader');
const keeper = { params: { handle: 'keeper' } };

describe.each([100, 5_000])('with %i saves of a person, and of an item', (count) => {
  let table: TestTable;
  let itemId: string;

  beforeAll(async () => {
    table = await createTestTable();
    await join('reader', 'keeper');
    itemId = (await manySaves(count, 'keeper')).savedByAll;
    await rebuild();
  }, 240_000);
  afterAll(() => table.drop());

  const pages: Record<string, () => Promise<unknown>> = {
    'a person’s shelf': () => listSaves({ ...none, ...keeper, query: { kind: 'link', shelf: 'to-read' } }, reader),
    'all a person’s saves': () => listSaves({ ...none, ...keeper, query: {} }, reader),
    'one’s own shelf, private saves too': () =>
      listMySaves({ ...none, query: { kind: 'link', shelf: 'to-read' } }, as('keeper')),
    'who saved an item': () => listSavers({ ...none, params: { itemId }, query: {} }, reader),
    'what everybody saved': () => listRecentSaves({ ...none, query: {} }, reader),
    'saves under a tag': () => listTaggedSaves({ ...none, query: { tags: ['web'] } }, reader),
    'saves under two tags': () => listTaggedSaves({ ...none, query: { tags: ['web', 'tag-7'] } }, reader),
    'the numbers of shelves': () => getShelves({ ...none, ...keeper }, reader),
  };

  it.each(Object.keys(pages))('shows %s in two round trips and 10 read units', async (name) => {
    const cost = await costOf(pages[name] as () => Promise<unknown>);
    expect(cost.roundTrips).toBeLessThanOrEqual(2);
    expect(cost.readUnits).toBeLessThanOrEqual(10);
    expect(cost.writeUnits).toBe(0);
  });
});

describe('saving', () => {
  let table: TestTable;
  const body = { private: false, shelf: 'read', shelves: [], note: 'Good.', privateNote: '', readings: [] };
  const save = (itemId: string, more = {}): Promise<Cost> =>
    costOf(() => saveItem({ ...none, params: { itemId }, body: { ...body, ...more } }, reader));

  beforeAll(async () => {
    table = await createTestTable();
    await join('reader', 'keeper');
  });
  afterAll(() => table.drop());

  it('an item, anew or again, with tags or none, for everybody or for oneself: 4 write units, two round trips', async () => {
    const { id } = await facts.link(as('keeper'), 'https://example.org/one');
    for (const more of [{ tags: ['web', 'slow'] }, { note: 'Better.' }, { private: true }, { tags: [] }]) {
      const cost = await save(id, more);
      expect(cost.writeUnits, JSON.stringify(more)).toBe(4);
      expect(cost.roundTrips).toBe(2);
    }
    expect((await save(id, { tags: [] })).writeUnits, 'the same again').toBe(0);
  });

  it('an address for oneself: 4 write units', async () => {
    const address = { ...body, url: 'https://example.org/secret', shelf: undefined, private: true };
    expect((await costOf(() => saveAddress({ ...none, body: address }, reader))).writeUnits).toBe(4);
  });
});

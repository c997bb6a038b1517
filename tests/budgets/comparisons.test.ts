import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareItems } from '#functions/comparisons/compare-items.ts';
import { listSimilar } from '#functions/comparisons/list-similar.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { costOf } from '#tests/builders/cost.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { manyItems } from '#tests/worlds/many-items.ts';
import { savedTogether } from '#tests/worlds/saved-together.ts';

const none = { params: undefined, query: undefined, body: undefined };
describe.each([100, 1000])('among %i items', (count) => {
  let table: TestTable;
  let ids: string[];

  beforeAll(async () => {
    table = await createTestTable();
    await join('reader');
    ids = await manyItems(count);
    await savedTogether(ids);
    await rebuild();
  }, 240_000);
  afterAll(() => table.drop());

  it('those like one are found in two round trips and 18 read units by tags and savers', async () => {
    const cost = await costOf(() => listSimilar({ ...none, params: { itemId: ids[0] ?? '' } }, as('reader')));
    expect(cost.roundTrips).toBe(2);
    expect(cost.requests).toBeLessThanOrEqual(16);
    expect(cost.readUnits).toBeLessThanOrEqual(18);
  });

  it('and by savers alone, who do not say what is still here, in three and 18', async () => {
    let found: unknown[] = [];
    const cost = await costOf(async () => {
      found = (
        (await listSimilar({ ...none, params: { itemId: ids[80] ?? '' } }, as('reader'))) as { entries: unknown[] }
      ).entries;
    });
    expect(found).toHaveLength(8);
    expect(cost.roundTrips).toBeLessThanOrEqual(3);
    expect(cost.requests).toBeLessThanOrEqual(17);
    expect(cost.readUnits).toBeLessThanOrEqual(18);
  });

  it('four stand side by side in one request and within 10 read units', async () => {
    const cost = await costOf(() => compareItems({ ...none, query: { items: ids.slice(0, 4) } }, as('reader')));
    expect(cost).toMatchObject({ requests: 1, writeUnits: 0 });
    expect(cost.readUnits).toBeLessThanOrEqual(10);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuild } from '#functions/projections/rebuild.ts';
import { transact } from '#functions/table/table.ts';
import { listSynonyms } from '#functions/tags/list-synonyms.ts';
import { relatedTags } from '#functions/tags/related-tags.ts';
import { retag } from '#functions/tags/retag.ts';
import { betterNameWrites } from '#functions/tags/synonyms/table.ts';
import { costOf } from '#tests/builders/cost.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { manySaves } from '#tests/worlds/many-saves.ts';

const none = { params: undefined, query: undefined, body: undefined };

describe.each([200, 3_000])('among %i saves', (count) => {
  let table: TestTable;
  beforeAll(async () => {
    table = await createTestTable();
    await join('keeper');
    await manySaves(count, 'keeper');
    await rebuild();
  }, 240_000);
  afterAll(() => table.drop());

  it('tags that go with another are told in one round trip and 10 read units', async () => {
    const cost = await costOf(() => relatedTags({ ...none, params: { tag: 'web' } }, as('keeper')));
    expect(cost.roundTrips).toBe(1);
    expect(cost.readUnits).toBeLessThanOrEqual(10);
  });

  it('a synonym is made in 4 write units, and told in one round trip and 2 read units', async () => {
    const made = { tag: 'web', other: `www-${count}`, at: '2026-11-27T12:00:00Z', proposal: 'nonexistent1' };
    expect((await costOf(() => transact(betterNameWrites(made)))).writeUnits).toBeLessThanOrEqual(4);
    const cost = await costOf(() => listSynonyms({ ...none, params: { tag: 'web' } }, as('keeper')));
    expect(cost.roundTrips).toBe(1);
    expect(cost.readUnits).toBeLessThanOrEqual(2);
  });

  it('a step of a renaming costs a write unit a row and no more reads on a larger site', async () => {
    const cost = await costOf(() =>
      retag({ ...none, query: {}, body: { from: ['reading'], to: 'read' } }, as('keeper')),
    );
    expect(cost.writeUnits).toBeLessThanOrEqual(110);
    expect(cost.readUnits).toBeLessThanOrEqual(60);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuild } from '#functions/projections/rebuild.ts';
import { noteProgress } from '#functions/saves/note-progress.ts';
import { removeProgress } from '#functions/saves/remove-progress.ts';
import { saveItem } from '#functions/saves/save-item.ts';
import { getMyYear } from '#functions/years/get-my-year.ts';
import { getYear } from '#functions/years/get-year.ts';
import { putGoal } from '#functions/years/put-goal.ts';
import type { PersonYear } from '#shared/years/schema.ts';
import { costOf } from '#tests/builders/cost.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { manyReadings } from '#tests/worlds/many-readings.ts';

const none = { params: undefined, query: undefined, body: undefined };
const reader = as('reader');

describe.each([
  [50, 12],
  [500, 40],
])('the year of somebody who finished %i books in it', (count, units) => {
  let table: TestTable;
  beforeAll(async () => {
    table = await createTestTable();
    await join('reader');
    await manyReadings(count, 'reader');
    await rebuild();
  });
  afterAll(() => table.drop());

  const counted = (year: unknown) => (year as PersonYear).kinds.reduce((sum, { finished }) => sum + finished, 0);

  it(`takes two round trips and ${units} read units, for everybody and for oneself`, async () => {
    const finished: number[] = [];
    const open = () => getYear({ ...none, params: { handle: 'reader', year: '2024' } }, reader);
    const own = () => getMyYear({ ...none, params: { year: '2024' } }, reader);
    for (const page of [open, own]) {
      const cost = await costOf(async () => finished.push(counted(await page())));
      expect(cost.roundTrips).toBeLessThanOrEqual(2);
      expect(cost.readUnits).toBeLessThanOrEqual(units);
      expect(cost.writeUnits).toBe(0);
    }
    expect(finished).toEqual([count * 0.8, count]);
  });
});

describe('noting', () => {
  let table: TestTable;
  beforeAll(async () => {
    table = await createTestTable();
    await join('reader');
  });
  afterAll(() => table.drop());

  it('progress, or a goal: 4 write units, two round trips; the same again nothing', async () => {
    const { id } = await facts.book(reader, { title: 'Read' });
    const body = { private: false, shelf: 'to-read', shelves: [], note: '', privateNote: '', readings: [] };
    await saveItem({ ...none, params: { itemId: id }, body }, reader);
    const params = { itemId: id, day: '2024-05-05' };
    const note = () => costOf(() => noteProgress({ ...none, params, body: { page: 20 } }, reader));
    expect(await note()).toMatchObject({ writeUnits: 4, roundTrips: 2 });
    expect(await note()).toMatchObject({ writeUnits: 0, roundTrips: 1 });
    expect(await costOf(() => removeProgress({ ...none, params }, reader))).toMatchObject({ writeUnits: 4 });
    const goal = { ...none, params: { year: '2024', kind: 'book' as const }, body: { target: 9, private: false } };
    expect(await costOf(() => putGoal(goal, reader))).toMatchObject({ writeUnits: 4, roundTrips: 1 });
  });
});

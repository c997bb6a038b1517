import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToList } from '#functions/lists/add-to-list.ts';
import { castBallot } from '#functions/lists/cast-ballot.ts';
import { createList } from '#functions/lists/create-list.ts';
import { getList } from '#functions/lists/get-list.ts';
import { listEntries } from '#functions/lists/list-entries.ts';
import { listLists } from '#functions/lists/list-lists.ts';
import { listListsOfItem } from '#functions/lists/list-lists-of-item.ts';
import { moveInList } from '#functions/lists/move-in-list.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import type { ListMode } from '#shared/lists/schema.ts';
import { costOf } from '#tests/builders/cost.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { manyItems } from '#tests/worlds/many-items.ts';

const none = { params: undefined, query: undefined, body: undefined };
const note = 'It taught me more about patience than any other, and I have read it to everyone who would listen since.';

async function listOf(mode: ListMode, items: readonly string[]): Promise<string> {
  const body = { title: `The best of ${items.length}`, description: 'What *everybody* should read once.', mode };
  const made = (await createList({ ...none, body }, as('maker'))) as { list: { id: string } };
  const listId = made.list.id;
  for (const [n, itemId] of items.entries()) {
    await addToList({ ...none, params: { listId, itemId }, body: { note: n % 2 ? note : null } }, as('maker'));
  }
  return listId;
}

describe.each([60, 1000])('a list of %i', (count) => {
  let table: TestTable;
  let ids: string[];
  let open: string;
  let closed: string;
  const vote = (name: string, items: string[]) =>
    castBallot({ ...none, params: { listId: open }, body: { items } }, as(name));

  beforeAll(async () => {
    table = await createTestTable();
    await join('maker', 'reader', 'judge');
    ids = await manyItems(count);
    open = await listOf('open', ids);
    closed = await listOf('closed', ids);
    await vote('maker', ids.slice(0, 50));
    await rebuild();
  }, 240_000);
  afterAll(() => table.drop());

  it('is shown with its first 50 in one round trip and 3 read units, open or closed', async () => {
    for (const listId of [open, closed]) {
      const cost = await costOf(() => getList({ ...none, params: { listId } }, as('reader')));
      expect.soft(cost).toMatchObject({ roundTrips: 1, writeUnits: 0 });
      expect.soft(cost.readUnits).toBeLessThanOrEqual(3);
    }
  });

  it('is paged for the same, and found among others for 3', async () => {
    const page = async (cursor?: string) => {
      const answer = await listEntries({ ...none, params: { listId: open }, query: { cursor } }, as('reader'));
      return JSON.parse('text' in answer ? answer.text : '') as { entries: object[]; next: string | null };
    };
    const { next } = await page();
    const cost = await costOf(() => page(next ?? ''));
    expect(cost.roundTrips).toBe(1);
    expect(cost.readUnits).toBeLessThanOrEqual(3);
    const index = await costOf(() => listLists({ ...none, query: { order: 'voted' } }, as('reader')));
    expect(index).toMatchObject({ requests: 1 });
    expect(index.readUnits).toBeLessThanOrEqual(3);
    const params = { itemId: ids[0] ?? '' };
    const ofItem = await costOf(() => listListsOfItem({ ...none, params, query: {} }, as('reader')));
    expect(ofItem.roundTrips).toBeLessThanOrEqual(2);
    expect(ofItem.readUnits).toBeLessThanOrEqual(8);
  });

  it('takes a short ballot with 1 write unit, a changed one too, and one of a hundred with 6', async () => {
    for (const items of [ids.slice(0, 5), ids.slice(3, 43)]) {
      const cost = await costOf(() => vote('judge', items));
      expect(cost.roundTrips).toBeLessThanOrEqual(2);
      expect(cost.writeUnits).toBe(1);
    }
    const all = ids.slice(0, 100);
    expect((await costOf(() => vote('judge', all))).writeUnits).toBe(2 * Math.ceil(all.length / 40));
  });

  it('of one’s own is moved in for the same, however long it is', async () => {
    const params = { listId: closed, itemId: ids.at(-1) ?? '' };
    const cost = await costOf(() => moveInList({ ...none, params, body: { after: ids[0] ?? '' } }, as('maker')));
    expect(cost.roundTrips).toBeLessThanOrEqual(3);
    expect(cost.readUnits).toBeLessThanOrEqual(8);
    expect(cost.writeUnits).toBeLessThanOrEqual(10);
  });
});

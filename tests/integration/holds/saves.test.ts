import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { runRelease } from '#functions/holds/run-release.ts';
import { getItem } from '#functions/items/get-item.ts';
import { audit } from '#functions/projections/audit.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { crowd } from '#tests/worlds/crowd.ts';
import { chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

const none = { params: undefined, query: undefined, body: undefined };
const dayLater = () => new Date(Date.now() + 26 * 3_600_000);
let table: TestTable;
let stream: UnreliableStream;
let itemId: string;

/** A growing site with an item of olivia's; bea took her handle just now. */
beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent';
  table = await createTestTable();
});
beforeEach(async () => {
  await table.reset();
  await crowd(60);
  stream = new UnreliableStream({ shards: 2, named: true, chance: chanceFrom(5) });
  await stream.run(0);
  await join('olivia', 'bea');
  itemId = (await facts.link(as('olivia'), 'https://example.org/held')).id;
});
afterAll(() => table.drop());

async function saves(): Promise<number> {
  await stream.run(0);
  expect((await audit()).differences).toEqual([]);
  const answer = await getItem({ ...none, params: { itemId } }, as('reader'));
  return (JSON.parse('text' in answer ? answer.text : '') as { counts: { saves: number } }).counts.saves;
}
const release = (now = dayLater()) => runRelease({ getRemainingTimeInMillis: () => 900_000 }, now);

it('a save of a young account says so, counts nowhere, and counts a day later', async () => {
  const { held } = await facts.save(as('bea'), itemId, { note: 'Mine' });
  expect(held?.rule).toBe('young');
  expect(await saves()).toBe(0);

  await release(new Date());
  expect(await saves()).toBe(0);
  await release();
  expect(await saves()).toBe(1);
});

it('keeps its hold however it is edited, and drops it with its owner’s wish that it be seen', async () => {
  const { held } = await facts.save(as('bea'), itemId);
  expect((await facts.save(as('bea'), itemId, { note: 'Edited' })).held).toEqual(held);
  expect((await facts.save(as('bea'), itemId, { private: true })).held).toBeUndefined();
  await release();
  expect(await saves()).toBe(0);
  await facts.unsave(as('bea'), itemId);
  await release();
  expect(await saves()).toBe(0);
});

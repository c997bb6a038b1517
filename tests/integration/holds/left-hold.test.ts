import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { runRelease } from '#functions/holds/run-release.ts';
import { getItem } from '#functions/items/get-item.ts';
import { getMyView } from '#functions/items/get-my-view.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { personPartition } from '#functions/people/reader.ts';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { queryAll, type Row, scanRows, updateRow } from '#functions/table/table.ts';
import { listMyMarks } from '#functions/votes/list-my-marks.ts';
import { closeMarks, removeLeftHold, replaceVote, votesOf } from '#functions/votes/reader.ts';
import { storeVote } from '#functions/votes/table.ts';
import type { Operations } from '#shared/capabilities.ts';
import { isoOfHour, togetherDays, togetherHold, writeHold } from '#shared/holds/rules.ts';
import type { Hold } from '#shared/holds/schema.ts';
import type { OutputOf } from '#shared/operation.ts';
import { minuteOf } from '#shared/ranking/time.ts';
import { costOf } from '#tests/builders/cost.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

const none = { params: undefined, query: undefined, body: undefined };
const day = 86_400_000;
const plenty = { getRemainingTimeInMillis: () => 900_000 };
const bea = personIdOf('bea');
const over: Hold = { rule: 'together', until: isoOfHour(Math.floor(Date.now() / 3_600_000)) };
const wait: Hold = togetherHold(new Date());

let table: TestTable;
let stream: UnreliableStream;
let itemId: string;

beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent';
  table = await createTestTable();
});
/** An item of olivia's. */
beforeEach(async () => {
  await table.reset();
  stream = new UnreliableStream({ shards: 2, named: true, chance: chanceFrom(5) });
  await join('olivia', 'bea', 'ben');
  itemId = (await facts.link(as('olivia'), 'https://example.org/left')).id;
});
afterAll(() => table.drop());

/** bea's vote, held as a group's. */
const heldVote = (hold = wait) => storeVote(bea, itemId, 'up', minuteOf(Date.now()), { hold });
async function page(): Promise<OutputOf<Operations['getItem']>> {
  await stream.run(0);
  const answer = await getItem({ ...none, params: { itemId } }, as('reader'));
  return JSON.parse('text' in answer ? answer.text : '') as OutputOf<Operations['getItem']>;
}
const differences = async () => {
  await stream.run(0);
  return (await audit()).differences;
};
async function marks(): Promise<Row> {
  const [row = { pk: '', sk: '' }] = await queryAll({ pk: personPartition(bea), begins: 'M#', strong: true });
  return row;
}
/** How many are in line for the job. */
async function waiting(): Promise<number> {
  let found = 0;
  for await (const rows of scanRows()) found += rows.filter(({ pk }) => pk.startsWith('HELD#')).length;
  return found;
}

it('a vote that was withdrawn and given anew is held as it was, and counted nowhere between', async () => {
  await heldVote();
  expect((await page()).held?.rules).toMatchObject([{ rule: 'together', up: 1 }]);
  await facts.unvote(as('bea'), itemId);
  const between = await page();
  expect(between).toMatchObject({ held: null, counts: { up: 0, down: 0 } });
  expect(await votesOf(bea, 10)).toEqual(new Map());
  expect(await listMyMarks({ ...none, query: { items: [itemId] } }, as('bea'))).toEqual({
    items: {},
    reviews: {},
    comments: {},
  });
  expect(await differences()).toEqual([]);
  await rebuild();
  expect(await differences()).toEqual([]);

  expect(await facts.vote(as('bea'), itemId, 'down')).toEqual({ vote: 'down', held: wait });
  expect((await page()).held?.rules).toMatchObject([{ rule: 'together', up: 0, down: 1 }]);
  expect(await marks()).not.toHaveProperty(`h${itemId}`);
  // However often.
  for (const value of ['up', 'down', 'up'] as const) {
    await facts.unvote(as('bea'), itemId);
    await facts.unvote(as('bea'), itemId);
    expect(await facts.vote(as('bea'), itemId, value)).toEqual({ vote: value, held: wait });
  }
  expect(await differences()).toEqual([]);
  expect(await waiting()).toBe(1);
});

it('what was left goes when it is over, also of an account that was deleted, and nothing before', async () => {
  await heldVote();
  await facts.unvote(as('bea'), itemId);
  await page();
  await runRelease(plenty);
  expect(await marks()).toHaveProperty(`h${itemId}`, writeHold(wait));
  expect(await waiting()).toBe(1);
  await closeMarks(bea);
  await runRelease(plenty, new Date(Date.now() + (togetherDays + 2) * day));
  expect(Object.values(await marks())).not.toContain(writeHold(wait));
  expect(await differences()).toEqual([]);
  expect(await waiting()).toBe(0);
});

it('what moved on meanwhile is left alone', async () => {
  await heldVote();
  await facts.unvote(as('bea'), itemId);
  expect(await removeLeftHold(bea, itemId, writeHold(over))).toBe(false);
  await heldVote();
  expect(await removeLeftHold(bea, itemId, writeHold(wait))).toBe(false);
  expect(await replaceVote(bea, itemId, '+0', '-0')).toBe(false);
  expect((await page()).held?.rules).toMatchObject([{ up: 1 }]);
});

it('costs a second write only where it is met: one request and one unit otherwise', async () => {
  const one = { requests: 1, roundTrips: 1, readUnits: 0, writeUnits: 1 };
  await facts.vote(as('ben'), itemId, 'up');
  expect(await costOf(() => facts.unvote(as('ben'), itemId))).toEqual(one);
  expect(await costOf(() => facts.vote(as('ben'), itemId, 'up'))).toEqual(one);
  expect(await costOf(() => facts.vote(as('ben'), itemId, 'down'))).toEqual(one);
  await facts.vote(as('bea'), (await facts.link(as('olivia'), 'https://example.org/warm')).id, 'up');
  await heldVote();
  expect(await costOf(() => facts.unvote(as('bea'), itemId))).toMatchObject({ requests: 2 });
  expect(await costOf(() => facts.vote(as('bea'), itemId, 'up'))).toMatchObject({ requests: 2 });
});

it('nothing is left of a vote held otherwise, or no longer', async () => {
  await heldVote({ rule: 'young', until: wait.until });
  await facts.unvote(as('bea'), itemId);
  expect(await marks()).not.toHaveProperty(`h${itemId}`);
  await heldVote(over);
  await facts.unvote(as('bea'), itemId);
  expect(await marks()).not.toHaveProperty(`h${itemId}`);
  expect(await facts.vote(as('bea'), itemId, 'up')).toEqual({ vote: 'up', held: null });
  expect(await page()).toMatchObject({ held: null, counts: { up: 1 } });
});

it('a hold that is over holds nothing, though the job has not come', async () => {
  await heldVote(over);
  expect(await facts.vote(as('bea'), itemId, 'up')).toMatchObject({ vote: 'up', held: null });
  expect(await getMyView({ ...none, params: { itemId } }, as('bea'))).toMatchObject({ vote: 'up', voteHeld: null });
  expect(await facts.vote(as('bea'), itemId, 'down')).toMatchObject({ vote: 'down', held: null });
  expect(await page()).toMatchObject({ held: null, counts: { up: 0, down: 1 } });

  const { pk, sk } = await marks();
  await facts.unvote(as('bea'), itemId);
  await updateRow(
    { pk, sk },
    {
      UpdateExpression: 'SET #left = :left',
      ExpressionAttributeNames: { '#left': `h${itemId}` },
      ExpressionAttributeValues: { ':left': writeHold(over) },
    },
  );
  expect(await facts.vote(as('bea'), itemId, 'up')).toMatchObject({ vote: 'up', held: null });
  expect(await marks()).not.toHaveProperty(`h${itemId}`);
  expect(await page()).toMatchObject({ held: null, counts: { up: 1, down: 0 } });
  expect(await differences()).toEqual([]);
});

import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { handler } from '#functions/projector.ts';
import { documentClient } from '#functions/runtime/document-client.ts';
import { environment } from '#functions/runtime/environment.ts';
import { writeRows } from '#functions/table/table.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';

const everyone = Array.from({ length: 12 }, (_, n) => `voter-${n}`);

/** Everything the stream holds, in order. */
async function streamed(): Promise<DynamoDBRecord[]> {
  const client = new DynamoDBStreamsClient({ endpoint: environment.databaseEndpoint, region: environment.region });
  const { Streams } = await client.send(new ListStreamsCommand({ TableName: environment.tableName }));
  const StreamArn = Streams?.[0]?.StreamArn;
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId;
  const start = new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' });
  const records: unknown[] = [];
  for (let next = (await client.send(start)).ShardIterator; next; ) {
    const page = await client.send(new GetRecordsCommand({ ShardIterator: next }));
    if (!page.Records?.length) break;
    records.push(...page.Records);
    next = page.NextShardIterator;
  }
  client.destroy();
  return records as DynamoDBRecord[];
}

const deliver = (shardId: string, Records: DynamoDBRecord[]) => handler({ shardId, Records }, {} as never);
const done = { batchItemFailures: [] };

/** Projects what the stream holds beyond `from`, until nothing follows from it; answers how far it is read. */
async function projectAll(shardId: string, from = 0): Promise<number> {
  for (let at = from; ; ) {
    const records = await streamed();
    if (records.length === at) return at;
    expect(await deliver(shardId, records.slice(at))).toEqual(done);
    at = records.length;
  }
}

/** Holds the next batch of listing writes until it is let go. */
function holdNextListing(): { held: Promise<void>; letGo: () => void } {
  let letGo = () => {};
  const goes = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let isHeld = () => {};
  const held = new Promise<void>((resolve) => {
    isHeld = resolve;
  });
  let waiting = true;
  documentClient().middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (waiting && commandName === 'BatchWriteItemCommand') {
          waiting = false;
          isHeld();
          await goes;
        }
        return next(args);
      },
    { step: 'initialize', name: 'hold', override: true },
  );
  return { held, letGo };
}

describe('projectors at the same time', () => {
  let table: TestTable;
  let itemId: string;
  beforeAll(async () => {
    table = await createTestTable();
  });
  beforeEach(async () => {
    await table.reset();
    await join('olivia', ...everyone);
    itemId = (await facts.link(as('olivia'), 'https://example.org/at-once')).id;
  });
  afterAll(() => table.drop());

  it('count once where they got the same batch', async () => {
    for (const name of everyone) await facts.vote(as(name), itemId, 'up');
    const records = await streamed();
    expect(await Promise.all([1, 2, 3].map(() => deliver('one', records)))).toEqual([done, done, done]);
    await projectAll('one', records.length);
    expect((await audit()).differences).toEqual([]);
  });

  it('count once where they work on the same item from different shards', async () => {
    for (const name of everyone) await facts.vote(as(name), itemId, 'up');
    const records = await streamed();
    const shards = [0, 1, 2, 3].map((shard) => records.filter((_, n) => n % 4 === shard));
    const answers = await Promise.all(shards.map((part, n) => deliver(`shard-${n}`, part)));
    expect(answers).toEqual([done, done, done, done]);
    await projectAll('after', records.length);
    expect((await audit()).differences).toEqual([]);
  });

  it('list an item once where the slower one comes to its writes after the faster one went on', async () => {
    await facts.vote(as('voter-0'), itemId, 'up');
    const first = await streamed();
    await deliver('one', first);
    const second = await streamed();
    const overlap = second.slice(first.length);
    const { held, letGo } = holdNextListing();
    const slow = deliver('one', overlap);
    await held;
    await deliver('one', overlap);
    for (const name of everyone) await facts.vote(as(name), itemId, 'up');
    await projectAll('one', second.length);
    letGo();
    expect(await slow).toEqual(done);
    expect((await audit()).differences).toEqual([]);
  });
});

describe('a change that the table does not take', () => {
  let table: TestTable;
  beforeAll(async () => {
    table = await createTestTable();
  });
  afterAll(() => table.drop());

  it('is named, and holds up nothing else of its batch', async () => {
    await join('olivia', 'bob');
    const { id } = await facts.link(as('olivia'), 'https://example.org/too-large');
    // More tags on one item than 400 KB hold: no request comes so far, and still the projector must.
    await writeRows(
      Array.from({ length: 30 }, (_, n) => ({
        put: {
          pk: `P#person${n}`,
          sk: `S#${id}`,
          type: 'save',
          itemId: id,
          tags: new Set(Array.from({ length: 100 }, (_, m) => `${'字'.repeat(50)}-${n}-${m}`)),
        },
      })),
    );
    await facts.vote(as('bob'), id, 'up');
    const records = await streamed();
    const { batchItemFailures } = await deliver('one', records);
    expect(batchItemFailures).toEqual([]);
    const { differences, setAside } = await audit();
    expect(setAside.length).toBeGreaterThan(0);
    expect(setAside.every((line) => line.includes(`S#${id}`))).toBe(true);
    expect(differences.filter((line) => line.includes(`I#${id} / STANDING`)).join()).toContain('"up":1');
  });
});

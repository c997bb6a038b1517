import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { documentClient } from '#functions/runtime/document-client.ts';
import { type Stream, type StreamFunction, startStream } from '#infra/local/stream.ts';
import { positionFile } from '#infra/local/stream-position.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';

let table: TestTable;
let directory: string;
let running: Stream[] = [];

beforeAll(async () => {
  table = await createTestTable();
});
beforeEach(async () => {
  await table.reset();
  directory = mkdtempSync(join(tmpdir(), 'stream-'));
});
afterEach(async () => {
  await Promise.all(running.map((stream) => stream.stop()));
  running = [];
  rmSync(directory, { recursive: true });
});
afterAll(() => table.drop());

const write = async (...names: string[]) => {
  for (const name of names)
    await documentClient().send(new PutCommand({ TableName: table.name, Item: { pk: name, sk: 'x' } }));
};
const nameOf = (record: DynamoDBRecord) => record.dynamodb?.Keys?.pk?.S ?? '';
const failFrom = (record: DynamoDBRecord) => ({
  batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }],
});

const start = async (project: StreamFunction) => {
  const stream = await startStream({
    endpoint: process.env.DYNAMODB_ENDPOINT ?? '',
    tableName: table.name,
    project,
    position: positionFile(join(directory, 'position.json')),
    backOff: 1,
  });
  running.push(stream);
  return stream;
};

/** Takes everything but what `refuses` names, and notes what it saw and took. */
function projector(refuses: (name: string) => boolean = () => false) {
  const taken: string[] = [];
  const batches: number[] = [];
  const project: StreamFunction = async ({ Records, shardId }) => {
    expect(shardId).toBeTruthy();
    batches.push(Records.length);
    for (const record of Records) {
      if (refuses(nameOf(record))) return failFrom(record);
      taken.push(nameOf(record));
    }
    return { batchItemFailures: [] };
  };
  return { taken, batches, project };
}

test('every record arrives once and in order, in batches of at most 100', async () => {
  const names = Array.from({ length: 250 }, (_, i) => `n${i}`);
  await write(...names);
  const { taken, batches, project } = projector();

  await (await start(project)).drain();

  expect(taken).toEqual(names);
  expect(Math.max(...batches)).toBe(100);
});

test('records look as Lambda hands them on', async () => {
  await write('one');
  let seen: DynamoDBRecord | undefined;

  const stream = await start(async ({ Records }) => {
    seen = Records[0];
    return { batchItemFailures: [] };
  });
  await stream.drain();

  expect(seen).toMatchObject({
    eventName: 'INSERT',
    dynamodb: { Keys: { pk: { S: 'one' } }, NewImage: { sk: { S: 'x' } } },
  });
  expect(seen?.dynamodb?.ApproximateCreationDateTime).toBeTypeOf('number');
});

test('after a refusal the stream goes on from the refused record and repeats nothing before it', async () => {
  await write('a', 'b', 'c', 'd');
  let refusals = 2;
  const { taken, project } = projector((name) => name === 'c' && refusals-- > 0);

  await (await start(project)).drain();

  expect(taken).toEqual(['a', 'b', 'c', 'd']);
});

test('a refused record is tried until it is taken, and nothing overtakes it', async () => {
  await write('a', 'late', 'b');
  let tries = 0;
  const { taken, project } = projector((name) => name === 'late' && ++tries < 9);

  await (await start(project)).drain();

  expect(taken).toEqual(['a', 'late', 'b']);
});

test('a projector that throws has its batch again, whole', async () => {
  await write('a', 'b', 'c');
  const taken = new Set<string>();
  let crashes = 3;

  const stream = await start(async ({ Records }) => {
    if (crashes-- > 0) throw new Error('crash');
    for (const record of Records) taken.add(nameOf(record));
    return { batchItemFailures: [] };
  });
  await stream.drain();

  expect([...taken]).toEqual(['a', 'b', 'c']);
});

test('the next run goes on where the last one stopped', async () => {
  await write('a', 'b');
  const first = projector();
  const stream = await start(first.project);
  await stream.drain();
  await stream.stop();
  running = [];
  await write('c');
  const second = projector();

  await (await start(second.project)).drain();

  expect(first.taken).toEqual(['a', 'b']);
  expect(second.taken).toEqual(['c']);
});

test('a drain that cannot end is refused, not left hanging', async () => {
  await write('a');
  const stream = await start(() => Promise.resolve({ batchItemFailures: [{ itemIdentifier: '' }] }));

  const drained = stream.drain();
  await stream.stop();
  running = [];

  await expect(drained).rejects.toThrow(/stopped/);
});

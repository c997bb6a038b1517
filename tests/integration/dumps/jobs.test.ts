import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { handler } from '#functions/jobs.ts';
import { lambdaContext } from '#infra/local/lambda-context.ts';
import { dumpIndex } from '#shared/dumps/schema.ts';
import { readDump } from '#tests/builders/dump.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { type ObjectStorage, startObjectStorage } from '#tests/setup/object-storage.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';

let table: TestTable;
let storage: ObjectStorage;
const lines: string[] = [];

beforeAll(async () => {
  table = await createTestTable();
  storage = await startObjectStorage();
  Object.assign(process.env, { S3_ENDPOINT: storage.endpoint, DUMPS_BUCKET: 'dumps-of-trial', LOG_LEVEL: 'info' });
  await join('alice', 'bob');
  const { id } = await facts.link(as('alice'), 'https://example.org/a');
  await facts.review(as('bob'), id, { rating: 3, text: 'Fair.' });
});
beforeEach(() => {
  storage.files.clear();
  storage.refuse(undefined);
  lines.length = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
});
afterAll(async () => {
  delete process.env.S3_ENDPOINT;
  delete process.env.DUMPS_BUCKET;
  await storage.stop();
  await table.drop();
});

const run = (event: unknown, remaining = 900_000) =>
  handler(event, { ...lambdaContext('jobs', 'request-1'), getRemainingTimeInMillis: () => remaining });
const keys = () => [...storage.files.keys()].map((name) => name.replace('dumps-of-trial/', ''));
const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
const file = (key: string) => {
  const found = storage.files.get(`dumps-of-trial/${key}`);
  if (!found) throw new Error(`There is no ${key}`);
  return found.body;
};

it('puts the dump into its bucket, with what a browser needs to know of each file, and logs what it made', async () => {
  expect(await run({ job: 'dump' })).toEqual({ done: 'dump' });
  const { dumps } = dumpIndex.parse(JSON.parse(file('dumps/index.json').toString()));
  const { rows } = readDump(file, dumps[0]?.name ?? '');
  expect(rows.people.map(({ handle }) => handle).sort()).toEqual(['alice', 'bob']);
  expect(rows.reviews.map(({ text, by }) => ({ text, by }))).toEqual([{ text: 'Fair.', by: 'bob' }]);
  const headers = [...storage.files].map(([key, { contentType, cacheControl }]) => [
    key
      .split('/')
      .at(-1)
      ?.replace(/^.*\.ndjson/, '*.ndjson'),
    contentType,
    cacheControl,
  ]);
  const aDay = 'public, max-age=86400';
  expect(Object.fromEntries(headers.map(([key, ...more]) => [key, more]))).toEqual({
    '*.ndjson.gz': ['application/gzip', aDay],
    'places-0001.geojson.gz': ['application/gzip', aDay],
    'README.txt': ['text/plain; charset=utf-8', aDay],
    'manifest.json': ['application/json; charset=utf-8', aDay],
    'index.json': ['application/json; charset=utf-8', 'no-cache'],
  });
  expect(logged()).toMatchObject([{ level: 'info', message: 'dump made', rows: { people: 2, items: 1, reviews: 1 } }]);
});

it('keeps the dump before, lists both, and removes one that grew too old', async () => {
  await run({ job: 'dump' });
  const old = 'dumps-of-trial/dumps/20200101T000000000Z/items-0001.ndjson.gz';
  storage.files.set(old, { body: Buffer.from('x'), contentType: undefined, cacheControl: undefined });
  await run({ job: 'dump' });
  const { dumps } = dumpIndex.parse(JSON.parse(file('dumps/index.json').toString()));
  expect(dumps).toHaveLength(2);
  expect(storage.files.has(old)).toBe(false);
});

it('stops in time where the table is too large, leaves nothing half done, and says what to do', async () => {
  await expect(run({ job: 'dump' }, 30_000)).rejects.toThrow(/too large for one run.*npm run dump -- --stage/);
  expect(keys()).toEqual([]);
  expect(logged()).toMatchObject([{ level: 'error', message: 'job failed', job: 'dump' }]);
});

it('is no dump while its manifest could not be stored', async () => {
  storage.refuse('manifest.json');
  await expect(run({ job: 'dump' })).rejects.toThrow();
  expect(keys()).toEqual([]);
});

it.each([[undefined], [null], ['dump'], [{}], [{ job: 'mine-gold' }], [{ job: 'dump', stage: 'other' }]])(
  'refuses what is no job: %j',
  async (event) => {
    await expect(run(event)).rejects.toThrow('This is no job: one is {"job":"dump"} or {"job":"release"}');
    expect(keys()).toEqual([]);
    expect(logged()).toMatchObject([{ level: 'error', message: 'no such job' }]);
  },
);

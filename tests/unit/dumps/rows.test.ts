import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PartFile } from '#functions/dumps/part-file.ts';
import { itemRow, personRow, reviewRow, tagRows, wordingRow } from '#functions/dumps/rows.ts';
import type { ItemRow, ItemStanding } from '#functions/items/reader.ts';
import type { ReviewRow } from '#functions/reviews/reader.ts';
import { folderBucket } from '#infra/local/folder-bucket.ts';
import { dumpedItem, dumpedReview } from '#shared/dumps/schema.ts';
import { foldHeld } from '#shared/holds/rules.ts';
import { filesIn } from '#tests/builders/dump.ts';
import { hostileStrings } from '#tests/integration/contract/hostile-strings.ts';

const name = '20261123T030000000Z';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commonplace-parts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const review: ReviewRow = {
  pk: 'secret-pk',
  sk: 'FACT',
  type: 'review',
  id: '0123456789ab',
  itemId: 'ba9876543210',
  rating: 4.5,
  text: 'Good',
  aspects: { writing: 4 },
  licence: 'CC-BY-4.0',
  by: 'alice',
  byId: 'secret-id',
  imported: true,
  at: '2026-11-22T00:00:00Z',
  revision: 3,
  about: { id: 'ba9876543210', kind: 'book', title: 'As it was called' },
};
const item: ItemRow = {
  pk: 'secret-pk',
  sk: 'FACT',
  type: 'item',
  id: 'ba9876543210',
  kind: 'link',
  fields: { url: 'https://example.org/', title: 'A page' },
  title: 'A page',
  byline: 'example.org',
  licence: 'CC-BY-SA-4.0',
  at: '2026-11-22T00:00:00Z',
  by: 'alice',
  byId: 'secret-id',
  revision: 1,
  names: ['url:https://example.org'],
  digest: 'secret-digest',
};

test('rows hold what the schema names and nothing else', () => {
  for (const row of [itemRow(item, undefined), reviewRow(review, undefined)])
    expect(JSON.stringify(row)).not.toMatch(/secret|imported|called/);
  expect(dumpedItem.parse(itemRow(item, undefined))).toEqual(itemRow(item, undefined));
  expect(dumpedReview.parse(reviewRow(review, undefined))).toEqual(reviewRow(review, undefined));
});

test('what the projector has not counted yet counts nothing', () => {
  expect(itemRow(item, undefined).counts).toMatchObject({ up: 0, down: 0, reviews: 0 });
  expect(reviewRow(review, undefined).marks).toEqual({ useful: 0, funny: 0, cool: 0 });
  expect(tagRows(item.id, undefined)).toEqual([]);
});

test('a person without handle is nobody, a former member’s contributions are nobody’s', () => {
  expect(personRow({}, undefined)).toBeUndefined();
  expect(personRow({ deleted: true }, { items: 1, reviews: 1, tags: 1, usefulReceived: 1 })).toBeUndefined();
  const { by: _, byId: __, ...unlinked } = item;
  expect(itemRow(unlinked as ItemRow, undefined).by).toBeNull();
});

test('an item’s fifty most used tags, one named like a property of every object among them', () => {
  const tags = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`t${n}`, n]));
  const rows = tagRows(item.id, { tags: { ...tags, constructor: 99 } });
  expect(rows).toHaveLength(50);
  expect(rows[0]).toEqual({ itemId: item.id, tag: 'constructor', count: 99 });
  expect(rows.at(-1)?.tag).toBe('t11');
});

test('the last hundred wordings before the one that stands', () => {
  const wording = (revision: number, of?: number) =>
    wordingRow(
      { pk: '', sk: '', type: 'reviewVersion', revision, rating: 2, text: 'x', at: '' },
      of === undefined ? undefined : { id: review.id, revision: of },
    );
  expect(wording(1)).toBeUndefined();
  // Left behind by a withdrawal that was broken off, where the review was begun anew.
  expect(wording(1, 1)).toBeUndefined();
  expect(wording(1, 2)).toEqual({ reviewId: review.id, revision: 1, rating: 2, text: 'x', at: '' });
  expect([wording(100, 201), wording(101, 201)].map((row) => row?.revision)).toEqual([undefined, 101]);
});

test('any text comes out as it went in, one line each', async () => {
  const texts = hostileStrings.filter((text) => text.isWellFormed());
  expect(texts.length).toBeGreaterThan(100);
  const part = new PartFile(folderBucket(folder), name, 'reviews', 4000);
  await part.add(texts.map((text) => reviewRow({ ...review, text }, undefined)));
  const files = await part.end();
  expect(files.length).toBeGreaterThan(3);
  const lines = files.flatMap((file) =>
    gunzipSync(filesIn(folder)(`dumps/${name}/${file.name}`))
      .toString()
      .split('\n')
      .slice(0, -1),
  );
  expect(lines.map((line) => (JSON.parse(line) as { text: string }).text)).toEqual(texts);
});

test('parts stay within their size, even where several write at once, and no row is lost', async () => {
  const part = new PartFile(folderBucket(folder), name, 'tags', 1000);
  const rows = (from: number) =>
    Array.from({ length: 100 }, (_, n) => ({ itemId: item.id, tag: `t${from + n}`, count: 1 }));
  await Promise.all([0, 100, 200, 300].map((from) => part.add(rows(from))));
  const files = await part.end();
  const contents = files.map((file) => gunzipSync(filesIn(folder)(`dumps/${name}/${file.name}`)));
  expect(contents.every(({ length }) => length <= 1000)).toBe(true);
  const tags = contents.flatMap((text) => text.toString().split('\n').slice(0, -1)).map((line) => JSON.parse(line).tag);
  expect(tags.sort()).toEqual(Array.from({ length: 400 }, (_, n) => `t${n}`).sort());
  expect(files.reduce((sum, file) => sum + file.rows, 0)).toBe(400);
});

test('a row larger than a part has one of its own, and no rows are an empty file', async () => {
  const part = new PartFile(folderBucket(folder), name, 'reviews', 50);
  await part.add([{ a: 1 }, { text: 'ß'.repeat(100) }, { a: 2 }]);
  expect((await part.end()).map(({ rows }) => rows)).toEqual([1, 1, 1]);
  const [empty, ...more] = await new PartFile(folderBucket(folder), name, 'people').end();
  expect(more).toEqual([]);
  expect(empty).toMatchObject({ name: 'people-0001.ndjson.gz', rows: 0 });
  expect(gunzipSync(filesIn(folder)(`dumps/${name}/people-0001.ndjson.gz`))).toHaveLength(0);
});

test('what is held back is in the rows, beside what counts', () => {
  const hold = { rule: 'young' as const, until: '2026-11-22T12:00:00Z' };
  const standing: Partial<ItemStanding> = { up: 2 };
  foldHeld(standing, hold, 1, (sum) => {
    sum.up++;
    sum.upMinutes += 7;
  });
  const row = itemRow(item, standing);
  expect(dumpedItem.parse(row)).toEqual(row);
  expect(row.counts).toMatchObject({ up: 2, net: 2 });
  expect(row.held).toEqual({ young: { up: 1, down: 0, upMinutes: 7, ratings: Array(10).fill(0), reviews: 0 } });
  const written = reviewRow({ ...review, held: hold }, undefined);
  expect(dumpedReview.parse(written)).toEqual(written);
  expect(written.held).toEqual(hold);
  expect(reviewRow(review, undefined)).not.toHaveProperty('held');
});

test('what was taken from a source says whom its licence wants named', () => {
  const row = itemRow({ ...item, licence: 'ODbL-1.0' }, undefined);
  expect(dumpedItem.parse(row)).toMatchObject({
    licence: 'ODbL-1.0',
    attribution: '© OpenStreetMap contributors, https://www.openstreetmap.org/copyright',
  });
  expect(itemRow(item, undefined)).not.toHaveProperty('attribution');
});

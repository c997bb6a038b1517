import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getItem } from '#functions/items/get-item.ts';
import { requireItem } from '#functions/items/reader.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { compareRevisions } from '#functions/revisions/compare-revisions.ts';
import { getAuthors } from '#functions/revisions/get-authors.ts';
import { getRevision } from '#functions/revisions/get-revision.ts';
import { getText } from '#functions/revisions/get-text.ts';
import { listBacklinks } from '#functions/revisions/list-backlinks.ts';
import { listRevisions } from '#functions/revisions/list-revisions.ts';
import { compareTexts } from '#shared/revisions/compare.ts';
import { mergeTexts } from '#shared/revisions/merge.ts';
import { costOf } from '#tests/builders/cost.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { type LongArticle, longArticle, prose, revise, written } from '#tests/worlds/long-article.ts';
import { chanceFrom } from '#tests/worlds/unreliable-stream.ts';

const none = { params: undefined, query: undefined, body: undefined };

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
  await join('maker', 'reader', 'editor');
});
afterAll(() => table.drop());

describe.each([10, 10_000])('an article of %i revisions', (count) => {
  let article: LongArticle;
  let itemId: string;
  beforeAll(async () => {
    article = await longArticle(count);
    itemId = article.itemId;
    await rebuild();
  }, 240_000);

  it('shows its latest text for 1 request, beside the item as ever', async () => {
    const cost = await costOf(() => getText({ ...none, params: { itemId } }, as('reader')));
    expect(cost).toMatchObject({ requests: 1 });
    expect(cost.readUnits).toBeLessThanOrEqual(1);
    const item = await costOf(() => getItem({ ...none, params: { itemId } }, as('reader')));
    expect(item).toMatchObject({ roundTrips: 1 });
    expect(item.readUnits).toBeLessThanOrEqual(2);
  });

  it('shows fifty of its history for 1 request and 5 read units, from its beginning and far down', async () => {
    const page = async (cursor?: string) =>
      (await listRevisions({ ...none, params: { itemId }, query: { cursor } }, as('reader'))) as {
        entries: object[];
        next: string | null;
      };
    const first = await costOf(() => page());
    expect(first).toMatchObject({ requests: 1 });
    expect(first.readUnits).toBeLessThanOrEqual(5);
    const { next } = await page();
    if (!next) return;
    const second = await costOf(() => page(next));
    expect(second).toMatchObject({ requests: 1 });
    expect(second.readUnits).toBeLessThanOrEqual(5);
  });

  it('shows any revision, any two compared, and who wrote what in at most 2 round trips', async () => {
    const n = Math.ceil(count / 2);
    const one = await costOf(() => getRevision({ ...none, params: { itemId, n } }, as('reader')));
    expect(one.roundTrips).toBe(1);
    expect(one.readUnits).toBeLessThanOrEqual(3);
    const two = await costOf(() => compareRevisions({ ...none, params: { itemId, n: 1, to: count } }, as('reader')));
    expect(two.roundTrips).toBe(1);
    expect(two.readUnits).toBeLessThanOrEqual(5);
    const authors = await costOf(() => getAuthors({ ...none, params: { itemId } }, as('reader')));
    expect(authors.roundTrips).toBeLessThanOrEqual(2);
    expect(authors.readUnits).toBeLessThanOrEqual(4);
    const links = await costOf(() =>
      listBacklinks({ ...none, params: { what: 'items', target: itemId }, query: {} }, as('reader')),
    );
    expect(links).toMatchObject({ requests: 1 });
  });

  it('is revised for at most 16 write units and 5 round trips', async () => {
    const { revision } = await requireItem(itemId);
    const cost = await costOf(() => revise(itemId, article.title, `${article.text} and more`, revision));
    if (process.env.FIGURES) process.stderr.write(`${JSON.stringify(['revise', count, cost])}\n`);
    expect(cost.roundTrips).toBeLessThanOrEqual(5);
    expect(cost.writeUnits).toBeLessThanOrEqual(16);
  });
});

describe('a page of a megabyte', () => {
  const chance = chanceFrom(11);
  const text = prose(1024 * 1024 - 100, chance);
  let itemId: string;
  beforeAll(async () => {
    itemId = await written('A megabyte', text);
  }, 240_000);

  it('is read in 1 request, and revised within its units', async () => {
    const read = await costOf(() => getText({ ...none, params: { itemId } }, as('reader')));
    expect(read).toMatchObject({ requests: 1 });
    expect(read.readUnits).toBeLessThanOrEqual(50);
    const started = performance.now();
    const cost = await costOf(() => revise(itemId, 'A megabyte', text.replace('\n\n', '\n\nOne more line.\n\n'), 1));
    expect(cost.writeUnits).toBeLessThanOrEqual(900);
    if (process.env.FIGURES)
      process.stderr.write(`${JSON.stringify(['1 MB', read, cost, performance.now() - started])}\n`);
  });

  it('of random text is compared and merged with another to a clear answer', () => {
    const random = (lines: number, width: number) =>
      Array.from({ length: lines }, () =>
        Array.from({ length: width }, () => String.fromCharCode(33 + chance(90))).join(''),
      ).join('\n');
    const shapes: [number, number][] = [
      [13_000, 79],
      [1, 1_000_000],
      [500_000, 1],
    ];
    for (const [lines, width] of shapes) {
      const [base, mine, theirs] = [random(lines, width), random(lines, width), random(lines, width)];
      let started = performance.now();
      const compared = compareTexts(base, mine);
      if (process.env.FIGURES)
        process.stderr.write(`${JSON.stringify(['compare', lines, performance.now() - started])}\n`);
      if (lines > 1) expect(compared).toEqual({ hunks: [], tooDifferent: true });
      started = performance.now();
      const merged = mergeTexts(base, mine, theirs);
      if (process.env.FIGURES)
        process.stderr.write(`${JSON.stringify(['merge', lines, performance.now() - started])}\n`);
      expect('regions' in merged).toBe(true);
    }
    // Lines that are all alike.
    const [same, fewer] = ['a\n'.repeat(500_000), 'a\n'.repeat(499_000)];
    const started = performance.now();
    compareTexts(same, `${fewer}b\n`);
    mergeTexts(same, `${fewer}b\n`, `b\n${fewer}`);
    if (process.env.FIGURES) process.stderr.write(`${JSON.stringify(['alike', performance.now() - started])}\n`);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareItems } from '#functions/comparisons/compare-items.ts';
import { listSimilar } from '#functions/comparisons/list-similar.ts';
import { itemById, itemKey } from '#functions/items/table.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { putRow } from '#functions/table/table.ts';
import type { Operations } from '#shared/capabilities.ts';
import { compareItems as contract } from '#shared/comparisons/operations.ts';
import type { OutputOf } from '#shared/operation.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';

const none = { params: undefined, query: undefined, body: undefined };
const tidy = (text: string) => text.toLowerCase().replaceAll(' ', '-');
let table: TestTable;
const ids: Record<string, string> = {};

const similarTo = async (title: string) =>
  (await listSimilar({ ...none, params: { itemId: ids[title] ?? '' } }, as('reader'))) as OutputOf<
    Operations['listSimilar']
  >;
const titlesLike = async (title: string) => (await similarTo(title)).entries.map((entry) => entry.title);

async function remove(title: string): Promise<void> {
  const item = await itemById(ids[title] ?? '');
  if (!item) throw new Error(`no ${title}`);
  await putRow({ ...item, ...itemKey(item.id), removed: { at: '2026-01-01T00:00:00Z', reason: 'spam' } });
  await rebuild();
}

beforeAll(async () => {
  table = await createTestTable();
  const people = ['ann', 'ben', 'cem', 'dee', 'eve', 'reader'];
  await join(...people);
  for (const title of ['Asked', 'Same tags', 'One tag', 'Saved too', 'Saved and gone', 'Nothing shared']) {
    ids[title] = (await facts.link(as('ann'), `https://example.org/${tidy(title)}`, title)).id;
  }
  ids['Another kind'] = (await facts.book(as('ann'), { title: 'Another kind', authors: [], isbn: '9780141439518' })).id;
  for (const tag of ['clockwork', 'steam']) {
    for (const title of ['Asked', 'Same tags', 'Another kind']) await facts.tag(as('ben'), ids[title] ?? '', tag);
  }
  await facts.tag(as('ben'), ids['One tag'] ?? '', 'steam');
  for (const name of ['cem', 'dee']) {
    for (const title of ['Asked', 'Saved too', 'Saved and gone', 'Another kind']) {
      await facts.save(as(name), ids[title] ?? '');
    }
  }
  await facts.save(as('eve'), ids.Asked ?? '', { private: true });
  await facts.save(as('eve'), ids['Nothing shared'] ?? '');
  await rebuild();
});
afterAll(() => table.drop());

describe('what is like an item', () => {
  it('is of its kind, shares tags or savers, and says which', async () => {
    const { entries, savers } = await similarTo('Asked');
    expect(savers).toBe(2);
    expect(entries).toMatchObject([
      { title: 'Same tags', tags: ['clockwork', 'steam'], savers: 0, likeness: 1 },
      { title: expect.stringMatching(/^Saved/), tags: [], savers: 2, likeness: 0.5 },
      { title: expect.stringMatching(/^Saved/), tags: [], savers: 2, likeness: 0.5 },
      { title: 'One tag', tags: ['steam'], savers: 0 },
    ]);
    // A private save is nobody’s business: neither who made it nor what else they keep.
    expect(entries.map(({ title }) => title)).not.toContain('Nothing shared');
  });

  it('is nothing where nothing is shared, and refused where there is no such item', async () => {
    expect(await similarTo('Nothing shared')).toEqual({ entries: [], savers: 1 });
    await expect(listSimilar({ ...none, params: { itemId: 'nosuchitem00' } }, as('reader'))).rejects.toMatchObject({
      code: 'item_not_found',
    });
  });

  it('is gone with what was removed, found by tag or by savers', async () => {
    await remove('Saved and gone');
    await remove('Same tags');
    expect(await titlesLike('Asked')).toEqual(['Saved too', 'One tag']);
  });
});

describe('items side by side', () => {
  const compare = async (...titles: string[]) => {
    const items = titles.map((title) => ids[title] ?? title).join(',');
    const query = contract.query.parse({ items });
    return (await compareItems({ ...none, query }, as('reader'))) as OutputOf<Operations['compareItems']>;
  };

  it('stand in the order asked for, each once, with what was judged of each; what is none is named', async () => {
    await facts.review(as('dee'), ids.Asked ?? '', { rating: 4, aspects: { accuracy: 3.5 } });
    await rebuild();
    const { items, missing } = await compare('One tag', 'nosuchitem00', 'Asked', 'Asked');
    expect(items.map(({ item }) => item.title)).toEqual(['One tag', 'Asked']);
    expect(items[1]).toMatchObject({
      counts: { reviews: 1, saves: 2 },
      aspects: { accuracy: { ratings: 1, sum: 3.5 } },
      tags: [{ tag: 'clockwork' }, { tag: 'steam' }],
      folded: null,
    });
    expect(missing).toEqual(['nosuchitem00']);
  });

  it('say that one was removed', async () => {
    const { items } = await compare('Asked', 'Saved and gone');
    expect(items[1]?.item.removed).toMatchObject({ reason: 'spam' });
  });

  it('are two to four', () => {
    const parse = (items: string) => contract.query.safeParse({ items }).success;
    const all = Object.values(ids);
    expect(
      [all.slice(0, 1), all.slice(0, 2), all.slice(0, 4), all.slice(0, 5)].map((some) => parse(some.join(','))),
    ).toEqual([false, true, true, false]);
    expect(parse(`${all[0]},${all[0]}`)).toBe(false);
    expect(parse('<script>,x')).toBe(false);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemById, itemKey } from '#functions/items/table.ts';
import { getHours } from '#functions/places/get-hours.ts';
import { listPlaces } from '#functions/places/list-places.ts';
import { reviseItem } from '#functions/revisions/revise-item.ts';
import { putRow } from '#functions/table/table.ts';
import type { Opening, PlacesFound, PlacesQuery } from '#shared/places/schema.ts';
import { Feed } from '#tests/bench/ranking/feed.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';

const none = { params: undefined, query: undefined, body: undefined };
const position = { latitude: 48.2082, longitude: 16.3738 };
const hoursOf = (itemId: string) =>
  getHours({ ...none, params: { itemId } }, as('reader')) as Promise<{ hours: string | null; opening: Opening | null }>;
const near = (query: Partial<PlacesQuery> = {}) =>
  listPlaces({ ...none, query: { near: position, within: 1000, ...query } }, as('reader')) as Promise<PlacesFound>;
const revise = async (itemId: string, fields: Record<string, unknown>) => {
  const { revision } = (await itemById(itemId, { strong: true })) ?? { revision: 0 };
  return reviseItem(
    { ...none, params: { itemId }, body: { fields, base: revision, summary: '', minor: false } },
    as('alice'),
  );
};
const unreadable = {
  code: 'invalid_input',
  fields: [{ path: 'body.fields.hours', message: expect.stringMatching(/^(is|cannot) /) }],
};

describe('a place', () => {
  let table: TestTable;
  let feed: Feed;
  let cafe = '';
  beforeAll(async () => {
    table = await createTestTable();
    await join('alice');
    feed = new Feed();
    const fields = { name: 'Café Central', position, category: 'cafe', hours: '24/7', price: 3, amenities: ['wifi'] };
    cafe = (await facts.add(as('alice'), 'place', fields)).id;
    await feed.drain(100);
  });
  afterAll(async () => {
    feed.stop();
    await table.drop();
  });

  it('says when it is open; what has no hours says so, and what is not there is not found', async () => {
    expect(await hoursOf(cafe)).toMatchObject({ hours: '24/7', opening: { zone: 'Europe/Vienna', holidays: true } });
    const link = await facts.link(as('alice'), 'https://example.org/closed');
    expect(await hoursOf(link.id)).toEqual({ hours: null, opening: null });
    await expect(hoursOf('NoSuchItem00')).rejects.toMatchObject({ code: 'item_not_found' });
  });

  it('takes no hours that nobody can read, when it is added and when it is edited', async () => {
    const fields = { name: 'Other', position, hours: 'whenever we like' };
    await expect(facts.add(as('alice'), 'place', fields)).rejects.toMatchObject(unreadable);
    await expect(revise(cafe, { ...fields, name: 'Café Central' })).rejects.toMatchObject(unreadable);
  });

  it('keeps hours that stood there unread, and shows them as they are written', async () => {
    const old = await facts.add(as('alice'), 'place', { name: 'Old', position });
    const row = await itemById(old.id, { strong: true });
    const fields = { ...row?.fields, hours: 'by the moon' };
    await putRow({ ...row, ...itemKey(old.id), fields });
    await revise(old.id, { ...fields, price: 1 });
    expect(await hoursOf(old.id)).toEqual({ hours: 'by the moon', opening: null });
    await feed.drain(100);
    const [found] = (await near({ price: [1] })).places;
    expect(found).toMatchObject({ id: old.id, price: 1 });
    expect(found?.opening).toBeUndefined();
  });

  it('moves with what it is: another category, another position, removed', async () => {
    expect((await near({ category: 'cafe', open: 'now', amenities: ['wifi'] })).places.map(({ id }) => id)).toEqual([
      cafe,
    ]);
    await revise(cafe, { name: 'Bar Central', position, category: 'bar' });
    await feed.drain(100);
    expect((await near({ category: 'cafe' })).places).toEqual([]);
    expect((await near({ category: 'bar' })).places.map(({ id }) => id)).toEqual([cafe]);
    await revise(cafe, { name: 'Bar Central', position: { latitude: 48.3, longitude: 16.3738 }, category: 'bar' });
    await feed.drain(100);
    expect((await near({ category: 'bar' })).places).toEqual([]);
    const row = await itemById(cafe, { strong: true });
    await putRow({ ...row, ...itemKey(cafe), removed: { at: '2026-05-02T10:00:00Z', reason: 'Closed for good' } });
    await feed.drain(100);
    expect((await near({ category: 'bar', within: 50_000 })).places).toEqual([]);
  });
});

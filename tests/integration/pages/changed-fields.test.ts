import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { buildSiteIfOld, pageDirectory } from '#infra/build/site.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { as } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { askPage, read } from './page.ts';

let system: System;
beforeAll(async () => {
  await buildSiteIfOld();
  process.env.PAGE_DIRECTORY = pageDirectory;
  system = await startSystem();
  await as('alice').done('chooseHandle', { body: { handle: 'alice' } });
});
afterAll(() => system.stop());

test('what changed on a place is told by names: categories, prices, amenities and areas as well as fields', async () => {
  const position = { latitude: 48.2, longitude: 16.37 };
  const add = async (kind: 'area' | 'place', fields: object) =>
    (await as('alice').done('createItem', { body: { kind, fields: { position, ...fields } } })).item.id;
  const area = await add('area', { name: 'The Quarter' });
  const itemId = await add('place', { name: 'The corner', category: 'cafe' });
  const fields = {
    name: 'The corner',
    position,
    category: 'fast-food',
    price: 2,
    amenities: ['outdoor-seating'],
    areas: [area],
    osm: 'node/240109189',
  };
  await as('alice').done('reviseItem', { params: { itemId }, body: { fields, base: 1, summary: '', minor: false } });
  await system.settle();

  for (const path of [`/i/${itemId}/diff/1/2`, `/i/${itemId}/history/2`]) {
    const page = read((await askPage(path)).body);
    for (const told of ['Fast food', 'Middling', 'Outdoor seating', 'The Quarter', 'In OpenStreetMap'])
      expect(page.text, `${path}: ${told}`).toContain(told);
    for (const key of ['fast-food', 'outdoor-seating']) expect(page.text, `${path}: ${key}`).not.toContain(key);
    expect(page.all('a', { href: `/i/${area}` }), path).toHaveLength(1);
  }
});

test('every field of every kind has a name for people', () => {
  for (const { kind, schema, form, labels = {} } of Object.values(kinds)) {
    const named = new Set([...form.map(({ name }) => name), ...Object.keys(labels)]);
    const { shape } = schema as unknown as z.ZodMiniObject;
    expect(
      Object.keys(shape).filter((name) => !named.has(name)),
      kind,
    ).toEqual([]);
  }
});

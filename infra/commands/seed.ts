import { createItem } from '#functions/items/create-item.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { applyTag } from '#functions/tags/apply-tag.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { contextOf, ensureHandle } from './account.ts';
import { seedAreas } from './seed/areas.ts';
import { seedBooks } from './seed/books.ts';
import { keepLinks, makeList } from './seed/kept.ts';
import { seedLinks } from './seed/links.ts';
import { seedPlaces } from './seed/places.ts';
import { steadily } from './steadily.ts';

type SeedItem = { kind: KindName; fields: Record<string, unknown>; tags: string[] };

const sub = 'collection';
const none = { params: undefined, query: undefined, body: undefined };

const areas: readonly SeedItem[] = seedAreas.map(({ latitude, longitude, ...fields }) => ({
  kind: 'area',
  fields: { ...fields, position: { latitude, longitude } },
  tags: [],
}));

/** The rest; places name the areas they stand in, by name. */
const itemsIn = (areas: ReadonlyMap<unknown, string>): readonly SeedItem[] => [
  ...seedBooks.map(
    ({ tags, author, ...fields }): SeedItem => ({ kind: 'book', fields: { ...fields, authors: [author] }, tags }),
  ),
  ...seedPlaces.map(({ tags, latitude, longitude, area, ...fields }): SeedItem => {
    const areaId = areas.get(area);
    return {
      kind: 'place',
      fields: { ...fields, position: { latitude, longitude }, ...(areaId ? { areas: [areaId] } : {}) },
      tags,
    };
  }),
  ...seedLinks.map(({ tags, ...fields }): SeedItem => ({ kind: 'link', fields, tags })),
];

/** Adds the collection that a new site begins with, its tags, bookmarks and list; answers how many items were not there yet. */
export async function seed(): Promise<number> {
  const context = contextOf(sub, new Date());
  await ensureHandle(sub, 'collection', context.now);
  const add = (items: readonly SeedItem[]) =>
    atMost(8, items, async ({ kind, fields, tags }) => {
      const added = await steadily(() => createItem({ ...none, body: { kind, fields } }, context));
      for (const tag of tags) {
        await steadily(() => applyTag({ ...none, params: { itemId: added.item.id, tag } }, context));
      }
      return { existing: added.existing, item: added.item };
    });
  const around = await add(areas);
  const inThem = await add(itemsIn(new Map(around.map(({ item }) => [item.fields.name, item.id]))));
  const seeded = [...around, ...inThem];
  await keepLinks(
    seeded.flatMap(({ item }) => ('url' in item.fields ? [item.id] : [])),
    context,
  );
  const books = seeded.flatMap(({ item }) =>
    typeof item.fields.gutenberg === 'number' ? [[item.fields.gutenberg, item.id] as const] : [],
  );
  await makeList(new Map(books), context);
  return seeded.filter(({ existing }) => !existing).length;
}

import { type Point, pointText, readPoint, readView, type View, viewText } from './geometry.ts';

/** What is on the map, of those that people put together; without one, all places in view. */
export type Collection = { of: 'list' | 'saves' | 'tag'; name: string };
/** What the address of the map asks for. */
export type Shown = {
  view?: View | undefined;
  near?: Point | undefined;
  category?: string | undefined;
  open?: true | undefined;
  collection?: Collection;
};

const collections = ['list', 'saves', 'tag'] as const;

/** Reads it; what it does not know, it leaves out. */
export function readShown(search: string): Shown {
  const query = new URLSearchParams(search);
  const of = collections.find((name) => query.get(name));
  const near = readPoint(query.get('near'));
  const view = near ? undefined : readView(query.get('view'));
  const category = query.get('category');
  return {
    ...(view ? { view } : {}),
    ...(near ? { near } : {}),
    ...(category && /^[a-z][a-z0-9-]{0,39}$/.test(category) ? { category } : {}),
    ...(query.get('open') === 'now' ? { open: true as const } : {}),
    ...(of ? { collection: { of, name: query.get(of) ?? '' } } : {}),
  };
}

/** Its address. Where somebody is stands in none, unless the address they came by named a point. */
export function mapPage({ view, near, category, open, collection }: Shown): string {
  const query = new URLSearchParams();
  if (collection) query.set(collection.of, collection.name);
  if (near) query.set('near', pointText(near));
  if (view) query.set('view', viewText(view));
  if (category) query.set('category', category);
  if (open) query.set('open', 'now');
  return query.size > 0 ? `/map?${query}` : '/map';
}

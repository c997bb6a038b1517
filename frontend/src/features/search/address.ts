import { areaKinds, placedKinds } from 'virtual:fields';
import type { SearchParameters } from '#shared/search/schema.ts';

type Name = Exclude<keyof SearchParameters, 'cursor'>;
/** A search as its address has it, nothing checked: what it refuses, the server says. */
export type Asked = { [N in Name]?: string };

const names: Record<Name, 'one' | 'several'> = {
  q: 'one',
  what: 'one',
  kind: 'one',
  category: 'one',
  tags: 'several',
  stars: 'one',
  years: 'one',
  from: 'one',
  to: 'one',
  licence: 'one',
  language: 'one',
  price: 'several',
  amenities: 'several',
  open: 'one',
  near: 'one',
  within: 'one',
  view: 'one',
  area: 'one',
  party: 'one',
  sort: 'one',
};
const searchNames = Object.keys(names) as Name[];
/** What narrows a search down, in the order it is shown. */
export const filterNames = searchNames.filter(
  (name): name is Exclude<Name, 'q' | 'what' | 'sort'> => !['q', 'what', 'sort'].includes(name),
);
export type FilterName = (typeof filterNames)[number];

/** The search that an address asks for; what it does not know, it leaves out. */
export function readSearch(search: string): Asked {
  const query = new URLSearchParams(search);
  const given = searchNames.flatMap((name) => {
    const value = query.get(name)?.trim();
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

/** Whether the address leaves it to the words what they mean: words alone, and nobody said to take them as they are. */
export function isQuestion(search: string): boolean {
  const { q, ...rest } = readSearch(search);
  return q !== undefined && Object.keys(rest).length === 0 && new URLSearchParams(search).get('as') !== 'words';
}

/** The address of a search. One of words alone says that they are meant as they are. */
export function searchAddress(asked: Asked): string {
  const given = searchNames.flatMap((name) => (asked[name] ? [[name, asked[name]] as [string, string]] : []));
  const query = new URLSearchParams(given);
  if (given.length === 1 && asked.q) query.set('as', 'words');
  return query.size > 0 ? `/search?${query}` : '/search';
}

/** What maps show: what is somewhere, and no area. */
const onMaps = placedKinds.filter((kind) => !areaKinds.includes(kind));

/** The map of the places that a search finds, where a map can be asked for the same. */
export function onMap({ what = 'items', kind, category, near, view, open, sort, within, ...others }: Asked) {
  const isPlaces = kind ? onMaps.some((one) => one === kind) : category || near || view;
  if (what !== 'items' || !isPlaces || (open && open !== 'now') || Object.keys(others).length > 0) return undefined;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ near, view, category, open })) if (value) query.set(name, value);
  return query.size > 0 ? `/map?${query}` : '/map';
}

/** The values of a filter, one by one. */
export function valuesOf(asked: Asked, name: FilterName): string[] {
  const value = asked[name];
  if (!value) return [];
  return names[name] === 'several' ? value.split(',') : [value];
}

/** The search with a value of a filter, beside those it has where it takes several. */
export function withValue(asked: Asked, name: FilterName, value: string): Asked {
  if (names[name] === 'one') return { ...asked, [name]: value };
  return { ...asked, [name]: [...new Set([...valuesOf(asked, name), value])].join(',') };
}

/** The search without a value of a filter, and without what makes no sense alone. */
export function withoutValue(asked: Asked, name: FilterName, value: string): Asked {
  const rest = without(asked, name);
  const left = valuesOf(asked, name).filter((one) => one !== value);
  if (left.length > 0) return { ...rest, [name]: left.join(',') };
  if (name !== 'near') return rest;
  const elsewhere = without(rest, 'within');
  return elsewhere.sort === 'near' ? without(elsewhere, 'sort') : elsewhere;
}

export function without(asked: Asked, name: Name): Asked {
  const rest = { ...asked };
  delete rest[name];
  return rest;
}

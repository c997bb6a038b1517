import type { SearchDocument } from './findable.ts';
import { metresBetween } from './rules.ts';
import { SameTags } from './same-tags.ts';
import type { AskedSearch, FacetCount, FacetName } from './schema.ts';

type Filter = (document: SearchDocument) => boolean;
type FilterName = FacetName | 'from' | 'to' | 'years' | 'open' | 'within' | 'view' | 'area';

const has = (all: readonly string[] | undefined, wanted: readonly string[]) =>
  wanted.every((one) => all?.includes(one) ?? false);

/** Whether it is open at a minute since 1970. */
function isOpen(open: readonly number[] | undefined, minute: number): boolean {
  if (!open) return false;
  for (let n = 0; n + 1 < open.length; n += 2) if ((open[n] ?? 0) <= minute && minute < (open[n + 1] ?? 0)) return true;
  return false;
}

/** The filters of a search, by name. What says nothing of what a filter asks is left out by it. */
export function filtersOf(query: AskedSearch, now: Date, same: SameTags): Partial<Record<FilterName, Filter>> {
  const { kind, tags, stars, from, to, years, licence, language, category, price, amenities } = query;
  const { open, near, within, view, area, areas = area ? [area] : [], party } = query;
  const found: Partial<Record<FilterName, Filter>> = {};
  if (kind) found.kind = (d) => d.kind === kind;
  if (tags) {
    // A tag by any of its names: what carries them is not rewritten where another one is decided to be better.
    const wanted = tags.map(same.best);
    found.tags = (d) => wanted.every((best) => d.tags.some((tag) => same.best(tag) === best));
  }
  if (stars !== undefined) found.stars = (d) => d.stars !== undefined && d.stars >= stars;
  if (from) found.from = (d) => d.at !== '' && d.at >= from;
  if (to) found.to = (d) => d.at !== '' && d.at.slice(0, 10) <= to;
  if (years)
    found.years = ({ year }) =>
      year !== undefined && year >= (years.from ?? -Infinity) && year <= (years.to ?? Infinity);
  if (licence) found.licence = (d) => d.licence === licence;
  if (language) {
    const wanted = language.toLowerCase();
    found.language = (d) => {
      const spoken = d.language?.toLowerCase();
      return spoken === wanted || (spoken?.startsWith(`${wanted}-`) ?? false);
    };
  }
  if (category) found.category = (d) => d.category === category;
  if (price) found.price = (d) => d.price !== undefined && price.includes(d.price);
  if (amenities) found.amenities = (d) => has(d.amenities, amenities);
  if (open) {
    const minute = Math.floor((open === 'now' ? now.getTime() : Date.parse(open)) / 60_000);
    found.open = (d) => isOpen(d.open, minute);
  }
  if (near && within !== undefined)
    found.within = ({ position }) => position !== undefined && metresBetween(near, position) <= within;
  if (view) {
    const { south, west, north, east } = view;
    found.view = ({ position }) =>
      position !== undefined &&
      position.latitude >= south &&
      position.latitude <= north &&
      (west <= east
        ? position.longitude >= west && position.longitude <= east
        : position.longitude >= west || position.longitude <= east);
  }
  if (areas.length > 0) found.area = (d) => d.areas?.some((one) => areas.includes(one)) ?? false;
  if (party) found.party = (d) => d.parties?.includes(party) ?? false;
  return found;
}

const starSteps = [4.5, 4, 3.5, 3];

/** What a thing counts for in each facet. */
const valuesOf: Record<FacetName, (document: SearchDocument) => readonly string[]> = {
  kind: ({ kind }) => (kind ? [kind] : []),
  tags: ({ tags }) => tags,
  stars: ({ stars }) => (stars === undefined ? [] : starSteps.filter((step) => stars >= step).map(String)),
  licence: ({ licence }) => (licence ? [licence] : []),
  language: ({ language }) => (language ? [language] : []),
  category: ({ category }) => (category ? [category] : []),
  price: ({ price }) => (price === undefined ? [] : [String(price)]),
  amenities: ({ amenities }) => amenities ?? [],
  party: ({ parties }) => parties ?? [],
};
const facetNames = Object.keys(valuesOf) as FacetName[];
/** Of these a hit must have all that are asked for: another one narrows further, so that it counts among the hits alone. */
const conjunctive = new Set<string>(['tags', 'amenities']);
const valuesShown = 30;

/**
 * What of these the filters leave, in the same order, and the facets: for each value how many would be left were it
 * chosen in place of what is chosen there, or beside it where hits must have all. Tags that mean the same count as one,
 * by their best name.
 */
export function narrowed<T extends { document: SearchDocument }>(
  candidates: readonly T[],
  query: AskedSearch,
  now: Date,
  same = new SameTags(),
) {
  const filters = Object.entries(filtersOf(query, now, same)) as [FilterName, Filter][];
  const counts = new Map(facetNames.map((name) => [name, new Map<string, number>()]));
  const count = (name: FacetName, document: SearchDocument) => {
    const values = counts.get(name) ?? new Map<string, number>();
    const all = valuesOf[name](document);
    for (const value of name === 'tags' && same.any ? new Set(all.map(same.best)) : all)
      values.set(value, (values.get(value) ?? 0) + 1);
  };
  const kept: T[] = [];
  for (const candidate of candidates) {
    const { document } = candidate;
    let failed: FilterName | undefined;
    let failures = 0;
    for (const [name, passes] of filters) {
      if (passes(document)) continue;
      failed = name;
      if (++failures > 1) break;
    }
    if (failures === 0) {
      kept.push(candidate);
      for (const name of facetNames) count(name, document);
    } else if (failures === 1 && failed && failed in valuesOf && !conjunctive.has(failed)) {
      count(failed as FacetName, document);
    }
  }
  const chosen = new Set<string>(filters.map(([name]) => name));
  const facets: Partial<Record<FacetName, FacetCount[]>> = {};
  for (const name of facetNames) {
    const values = [...(counts.get(name) ?? [])]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, valuesShown);
    // One value that every hit has tells nothing apart.
    if (values.length > 1 || (values[0] && (chosen.has(name) || values[0].count < kept.length))) facets[name] = values;
  }
  return { kept, facets };
}

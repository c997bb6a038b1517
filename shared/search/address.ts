import type { SearchParameters, SearchQuery } from './schema.ts';

const joined = (values: readonly (string | number)[] | undefined) =>
  values && values.length > 0 ? values.join(',') : undefined;

/** Degrees to seven decimals, about a centimetre, and never as 1e-7. */
const degrees = (value: number) => value.toFixed(7).replace(/\.?0+$/, '');

/** A parsed search as query parameters again, without what is as it would be anyway: `searchQuery` parses them to the same search. */
export function parametersOf({ q, what, sort, ...query }: SearchQuery): SearchParameters {
  const { tags, stars, years, price, amenities, near, within, view, ...rest } = query;
  const given = {
    ...(q ? { q } : {}),
    ...(what === 'items' ? {} : { what }),
    ...rest,
    tags: joined(tags),
    stars: stars?.toString(),
    years: years && `${years.from ?? ''}..${years.to ?? ''}`,
    price: joined(price),
    amenities: joined(amenities),
    near: near && [near.latitude, near.longitude].map(degrees).join(),
    within: within?.toString(),
    view: view && [view.south, view.west, view.north, view.east].map(degrees).join(),
    ...(sort === 'relevance' ? {} : { sort }),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

import type { Ask } from '#shared/pages/schema.ts';
import type { Feed } from './feed.ts';

/** What a feed is asked for: what its page's address names, decoded, and its query. */
export type Asked = { params: Partial<Record<string, string>>; query: URLSearchParams; ask: Ask; origin: string };

/** A list that has a feed: where its page is, and what it holds, from the operation that the page asks too. */
export type List = { path: string | RegExp; feed: (asked: Asked) => Promise<Feed> };

/** What a query names of these; what it does not name, or names wrongly, is as usual, as on the page. */
export const chosen = <T extends string>(query: URLSearchParams, name: string, from: readonly T[], usual: T): T =>
  from.find((one) => one === query.get(name)) ?? usual;

/** The address of a page, without what is as usual. */
export const pageOf = (path: string, query: Record<string, string | false | undefined>): string => {
  const said = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path;
};

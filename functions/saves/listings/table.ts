import {
  getRow,
  getRows,
  type Key,
  keyText,
  queryAll,
  queryCards,
  queryRows,
  type Row,
} from '#functions/table/table.ts';

/** How many saves stand in one list of a person's, of a tag's also by year of saving; written by the projector. */
export type ShelfStanding = {
  public: number;
  private: number;
  years?: Record<string, number>;
  privateYears?: Record<string, number>;
};

/**
 * How many saved an item in public, by month `YYYY-MM`; of a place also how many of them were there (`people`) and how
 * often together. Written by the projector.
 */
export type SaversStanding = { months: Record<string, number>; people?: number; visits?: number };

/** Numbers of a person's lists of saves, one row a list. `id` is the person's id, `/`, the list's name. */
export const shelfStandingKey = (id: string): Key => ({ pk: `PS#${id.slice(0, 12)}`, sk: id.slice(13) });
export const saversStandingKey = (itemId: string): Key => ({ pk: `I#${itemId}`, sk: 'SAVERS' });
/** A person's list of public saves, newest last. */
export const publicListPartition = (personId: string, list: string) => `SL#${personId}#${list}`;
/** A person's list of private saves, newest last: read by its owner alone. */
export const privateListPartition = (personId: string, list: string) => `SP#${personId}#${list}`;
/** Everybody's public saves of an item, newest last. */
export const saversPartition = (itemId: string) => `SB#${itemId}`;
/** Everybody's public saves under a tag, newest last. */
export const taggedPartition = (tag: string) => `ST#${tag}`;
/** Everybody's public saves of the last days, newest last. */
export const recentPartition = 'SAVES';

/** A page of a list of saves, newest first: written JSON of each. */
export async function saveList(pk: string, after: string | undefined, limit: number) {
  return queryCards({ pk, descending: true, limit, after });
}

/** How many rows of a tag's list are looked through for other tags: within ten read units. */
const lookedThrough = 150;

/**
 * Public saves under a tag that have all of these others, newest first, among the next `lookedThrough` of that tag.
 * `last` is the sort key to continue after, where more may follow.
 */
export async function savesTagged(
  tag: string,
  others: readonly string[],
  { after, limit }: { after: string | undefined; limit: number },
) {
  return queryCards({
    pk: taggedPartition(tag),
    descending: true,
    limit: others.length > 0 ? lookedThrough : limit,
    after,
    ...(others.length > 0
      ? {
          filter: others.map((_, at) => `contains(tags, :tag${at})`).join(' AND '),
          values: Object.fromEntries(others.map((other, at) => [`:tag${at}`, other])),
        }
      : {}),
  });
}

/** The latest public saves of an item, forty unless told, with who made them. */
export async function lastSavers(itemId: string, limit = 40): Promise<(Row & { card: string; personId: string })[]> {
  const query = { pk: saversPartition(itemId), descending: true, limit };
  return (await queryRows<Row & { card: string; personId: string }>(query)).rows;
}

/** The numbers of a person's lists whose names begin so, by name: a page of them. */
export async function shelfNumbers(
  personId: string,
  which: { begins?: string; from?: string; to?: string },
  after: string | undefined,
  options: { limit?: number; descending?: boolean } = {},
) {
  return queryRows<Row & ShelfStanding>({ pk: shelfStandingKey(`${personId}/`).pk, ...which, after, ...options });
}

/** The numbers of all of a person's lists, tags too. */
export async function allShelfNumbers(personId: string): Promise<(Row & ShelfStanding)[]> {
  return queryAll({ pk: shelfNumbersPartition(personId) });
}

/** What lists the numbers of a person's lists, for cursors. */
export const shelfNumbersPartition = (personId: string) => shelfStandingKey(`${personId}/`).pk;

/** How many saved an item in public, by month. */
export async function saversByMonth(itemId: string): Promise<Record<string, number>> {
  return (await getRow<Row & SaversStanding>(saversStandingKey(itemId)))?.months ?? {};
}

/** How many people say in public that they were at a place, and how often together. Half a read unit. */
export async function visitsOf(itemId: string): Promise<{ people: number; visits: number }> {
  const { people = 0, visits = 0 } = (await getRow<Row & SaversStanding>(saversStandingKey(itemId))) ?? {};
  return { people, visits };
}

/** How many items carry each of these tags, as the projector knows it. */
export async function tagSizes(keys: readonly Key[]): Promise<number[]> {
  const rows = await getRows(keys);
  return keys.map((key) => (rows.get(keyText(key))?.items as number | undefined) ?? 0);
}

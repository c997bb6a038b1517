import { type ItemRow, type ItemStanding, itemKey, itemStandingKey } from '#functions/items/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { getRows, type Key, keyText, queryAll, queryCards, type Row } from '#functions/table/table.ts';

/** What the projector knows of an area's places, all of them or those of one category. */
export type AreaStanding = {
  places: number;
  /** How many have a score, by score in hundredths of a star. */
  cells: Record<string, number>;
  /** How many have a category, by category; among all places only. */
  categories?: Record<string, number>;
};

/** What is listed of an area: all its places, those of a category, or the areas that lie in it. */
export const everyPlace = '';
export const areasWithin = '~';

/** The id of an area's standing, whose scope is one of those above or a category. */
export const areaScopeId = (areaId: string, scope: string) => `${areaId}#${scope}`;
/** In the place of an area's id: exactly these areas, of two or more, which some places name together. */
export const togetherId = (areaIds: readonly string[]) => [...areaIds].sort().join();
const areasTogether = (id: string) => id.split(',');
export const areaStandingKey = (id: string): Key => ({ pk: `AS#${id}`, sk: 'STANDING' });
/** What is listed, best last. */
export const areaPartition = (areaId: string, scope: string) => `AR#${areaId}#${scope}`;

/** By which areas are named together, two of them lead to it: `first` is the one that sorts first. */
const pairsPartition = (first: string) => `AN#${first}`;
const pairPrefix = (other: string) => `${other}#`;

/** Where each pair of areas leads to those named together that both are among, from the id of their standing. */
export function pairKeys(scopeId: string): Key[] {
  const [together = '', scope] = scopeId.split('#');
  const ids = scope === everyPlace ? areasTogether(together) : [];
  return ids.flatMap((first, at) =>
    ids.slice(at + 1).map((other) => ({ pk: pairsPartition(first), sk: `${pairPrefix(other)}${together}` })),
  );
}

/** Asked for one by one up to here; all that is named together with an area is read where there are more. */
const pairsAtMost = 20;

/**
 * Which areas places name together, at least two of these among them: each such set of areas once. One round trip; half a
 * read unit for each pair of these, where nothing names both.
 */
export async function namedTogether(areaIds: readonly string[]): Promise<string[][]> {
  const ids = [...areaIds].sort();
  const stretches = ids.flatMap((first, at) => {
    const others = ids.slice(at + 1);
    const pk = pairsPartition(first);
    return others.length > pairsAtMost ? [{ pk }] : others.map((other) => ({ pk, begins: pairPrefix(other) }));
  });
  const rows = await atMost(pairsAtMost, stretches, (stretch) => queryAll(stretch));
  const found = new Set(rows.flat().map(({ sk }) => sk.slice(sk.indexOf('#') + 1)));
  const among = new Set(ids);
  return [...found].map(areasTogether).filter((together) => together.filter((id) => among.has(id)).length > 1);
}

/** One request for what is listed, best first: `limit` cards at most after a sort key. Half a read unit for each 4 KB. */
export function listed(areaId: string, scope: string, page: { after?: string | undefined; limit: number }) {
  return queryCards({ pk: areaPartition(areaId, scope), descending: true, ...page });
}

/** One read of areas: what the projector knows of the items that they are, and of their places in these scopes. */
export type AreaRows = {
  item: (areaId: string) => (Row & ItemStanding) | undefined;
  /** One that nothing was counted into is empty. */
  standing: (areaId: string, scope: string) => AreaStanding;
};

const empty: AreaStanding = { places: 0, cells: {} };

const rowsOf = (rows: ReadonlyMap<string, Row>): AreaRows => ({
  item: (areaId) => rows.get(keyText(itemStandingKey(areaId))) as (Row & ItemStanding) | undefined,
  standing: (areaId, scope) =>
    (rows.get(keyText(areaStandingKey(areaScopeId(areaId, scope)))) as (Row & AreaStanding) | undefined) ?? empty,
});

const keysOf = (areaIds: readonly string[], scopes: readonly string[]): Key[] =>
  areaIds.flatMap((id) => [itemStandingKey(id), ...scopes.map((scope) => areaStandingKey(areaScopeId(id, scope)))]);

/** What the projector knows of areas and of their places in each of these scopes, in one round trip. */
export async function areaRows(areaIds: readonly string[], scopes: readonly string[]): Promise<AreaRows> {
  return rowsOf(await getRows(keysOf(areaIds, scopes)));
}

/** The numbers of places that name areas together (by `togetherId`), in each of these scopes. */
export async function numbersOf(ids: readonly string[], scopes: readonly string[]): Promise<AreaRows['standing']> {
  const keys = ids.flatMap((id) => scopes.map((scope) => areaStandingKey(areaScopeId(id, scope))));
  return rowsOf(await getRows(keys)).standing;
}

/** An area's fact and, in the same round trip, what the projector knows of it and of all its places. */
export async function areaWithRows(areaId: string): Promise<{ item?: ItemRow; rows: AreaRows }> {
  const rows = await getRows([itemKey(areaId), ...keysOf([areaId], [everyPlace])]);
  return { item: rows.get(keyText(itemKey(areaId))) as ItemRow | undefined, rows: rowsOf(rows) };
}

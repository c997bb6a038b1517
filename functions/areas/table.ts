import { type ItemRow, type ItemStanding, itemKey, itemStandingKey } from '#functions/items/reader.ts';
import { getRows, type Key, keyText, queryCards, type Row } from '#functions/table/table.ts';

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
export const areaStandingKey = (id: string): Key => ({ pk: `AS#${id}`, sk: 'STANDING' });
/** What is listed, best last. */
export const areaPartition = (areaId: string, scope: string) => `AR#${areaId}#${scope}`;

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

/** An area's fact and, in the same round trip, what the projector knows of it and of all its places. */
export async function areaWithRows(areaId: string): Promise<{ item?: ItemRow; rows: AreaRows }> {
  const rows = await getRows([itemKey(areaId), ...keysOf([areaId], [everyPlace])]);
  return { item: rows.get(keyText(itemKey(areaId))) as ItemRow | undefined, rows: rowsOf(rows) };
}

import { getRows, type Key, keyText, queryCards, queryRows, type Row } from '#functions/table/table.ts';
import type { ListMode, ListOrder } from '#shared/lists/schema.ts';
import type { Folded } from '#shared/moderation/schema.ts';
import { entryKey, type ListEntryRow, type ListRow, listedId, listKey, listStandingKey } from '../table.ts';

/** What the projector knows of a list. */
export type ListStanding = {
  card?: { title: string; about: string; mode: ListMode; at: string; by?: string };
  byId?: string;
  folded?: Folded;
  entries: number;
  voters: number;
};
/** What the projector knows of an item on a list: its points and voters stay where it is taken off. */
export type ListedStanding = {
  entry?: Pick<ListEntryRow, 'about' | 'note' | 'by' | 'at' | 'position'>;
  points: number;
  voters: number;
};

/** The standing of an item on a list, by `listedId`: in a partition of its own, for a ballot moves many at once. */
export const listedStandingKey = (id: string): Key => ({ pk: `LI#${id}`, sk: 'STANDING' });
/** What is on a list, in its order. */
export const entriesPartition = (listId: string) => `LP#${listId}`;
/** All lists with something on them. */
export const indexPartition = (order: ListOrder) => `LX#${order}`;
/** The lists a person made, newest last. */
export const personListsPartition = (personId: string) => `PL#${personId}`;
/** The lists an item is on. */
export const itemListsPartition = (itemId: string) => `IL#${itemId}`;

/** A list's fact and what the projector knows of it, in one request. */
export async function listWithStanding(listId: string): Promise<{ list?: ListRow; standing?: ListStanding & Row }> {
  const { pk, sk } = listKey(listId);
  const { rows } = await queryRows({ pk, begins: sk });
  return {
    list: rows.find((row) => row.sk === sk) as ListRow | undefined,
    standing: rows.find((row) => row.sk === listStandingKey(listId).sk) as (ListStanding & Row) | undefined,
  };
}

/** An item on a list and what the projector knows of it there, in one round trip. */
export async function entryWithStanding(
  listId: string,
  itemId: string,
): Promise<{ entry?: ListEntryRow; standing?: ListedStanding & Row }> {
  const standingKey = listedStandingKey(listedId(listId, itemId));
  const rows = await getRows([entryKey(listId, itemId), standingKey]);
  return {
    entry: rows.get(keyText(entryKey(listId, itemId))) as ListEntryRow | undefined,
    standing: rows.get(keyText(standingKey)) as (ListedStanding & Row) | undefined,
  };
}

/** What the projector knows of some lists, by id. Half a read unit each. */
export async function listStandings(listIds: readonly string[]): Promise<Map<string, ListStanding>> {
  const rows = await getRows(listIds.map(listStandingKey));
  return new Map(
    listIds.flatMap((id) => {
      const row = rows.get(keyText(listStandingKey(id))) as (ListStanding & Row) | undefined;
      return row ? [[id, row] as const] : [];
    }),
  );
}

/** A page of cards of one of the lists that the projector keeps. */
export async function cardsOf(pk: string, page: { descending?: boolean; after: string | undefined; limit: number }) {
  return queryCards({ pk, ...page });
}

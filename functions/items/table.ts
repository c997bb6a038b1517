import { createHash } from 'node:crypto';
import { addedKey } from '#functions/people/reader.ts';
import { failedConditions } from '#functions/table/failures.ts';
import { getRow, getRows, type Key, keyText, type Row, transact, type Write } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import type { ItemOwner } from '#shared/claims/schema.ts';
import type { HeldSums } from '#shared/holds/schema.ts';
import type { Where } from '#shared/items/kind.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { Counts, Item, MergedItem } from '#shared/items/schema.ts';
import type { Folded } from '#shared/moderation/schema.ts';
import type { Version } from '#shared/ranking/parameters.ts';

/**
 * The fact of an item. `byId` is the person who added it, absent for a former member; `digest` tells the request
 * that created it under an Idempotency-Key.
 */
export type ItemRow = Row & { type: 'item' } & Omit<Item, 'by'> & {
    by?: string;
    byId?: string;
    names: string[];
    /** Who added it was new here. */
    newcomer?: true;
    digest?: string;
    /** The revision whose text is the latest; absent where there never was one. */
    textOf?: number;
    /** The revision that changed its fields last; absent where none did. */
    fieldsOf?: number;
    /** To how much its text links; absent where to nothing. */
    linked?: number;
    /** Who looked at what it was when it was added and found it in order. */
    patrolled?: { by?: string; byId?: string; at: string };
  };

/** What the projector knows of an item: all that rankings read, in one row. */
export type ItemStanding = Omit<Counts, 'net'> & {
  /** What cards show; absent while the item's own fact has not come by. */
  card?: { kind: KindName; title: string; byline: string; picture?: string; at: string; by?: string };
  byId?: string;
  /** Where it stands on the earth; absent for kinds that stand nowhere. */
  where?: Where;
  /** Sum of the days (since 2020) on which its ratings were given; absent where nobody rated it. */
  ratedDays?: number;
  aspects: Record<string, { ratings: number; sum: number; squares: number }>;
  tags: Record<string, number>;
  /** What is held back, by rule; absent where nothing is. */
  held?: HeldSums;
  /** That it is folded: then it is in no ranking. */
  folded?: Folded;
  /** The version of the ranking parameters that it is listed by; absent for those of the beginning, or where it is not listed. */
  ranked?: Version;
  /** Why it stands in no listing; absent while it does. */
  gone?: 'merged' | 'removed';
  /** The item that it was merged into. */
  into?: string;
  /** Who owns it by a proven claim, by the claim’s id; absent where nobody does. */
  owners?: Record<string, ItemOwner>;
  /** What was merged into it, by id; absent where nothing was. */
  merged?: Record<string, Omit<MergedItem, 'id'>>;
};

export const itemKey = (itemId: string): Key => ({ pk: `I#${itemId}`, sk: 'FACT' });
export const itemStandingKey = (itemId: string): Key => ({ pk: `I#${itemId}`, sk: 'STANDING' });
/** The item of a standing's partition. */
export const itemOfStanding = (pk: string) => pk.slice(itemStandingKey('').pk.length);
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
/** A key takes 2 KB; a longer name stands there by its digest. */
export const identifierKey = (name: string): Key => ({
  pk: `ID#${name.length > 600 ? `sha256:${sha256(name)}` : name}`,
  sk: 'ID',
});

/** An item's fact and what the projector knows of it, in one round trip. */
export async function itemWithStanding(itemId: string): Promise<{ item?: ItemRow; standing?: ItemStanding & Row }> {
  const rows = await getRows([itemKey(itemId), itemStandingKey(itemId)]);
  return {
    item: rows.get(keyText(itemKey(itemId))) as ItemRow | undefined,
    standing: rows.get(keyText(itemStandingKey(itemId))) as (ItemStanding & Row) | undefined,
  };
}

/** The same of several, in one round trip, by id; without those that are none. Half a read unit for each 4 KB. */
export async function itemsWithStandings(
  itemIds: readonly string[],
): Promise<Map<string, { item: ItemRow; standing?: ItemStanding & Row }>> {
  const rows = await getRows(itemIds.flatMap((id) => [itemKey(id), itemStandingKey(id)]));
  return new Map(
    itemIds.flatMap((id) => {
      const item = rows.get(keyText(itemKey(id))) as ItemRow | undefined;
      const standing = rows.get(keyText(itemStandingKey(id))) as (ItemStanding & Row) | undefined;
      return item ? [[id, { item, ...(standing ? { standing } : {}) }] as const] : [];
    }),
  );
}

/** What the projector knows of items, by id; without those it does not know. Half a read unit for each 4 KB. */
export async function standingsOf(itemIds: readonly string[]): Promise<Map<string, ItemStanding & Row>> {
  const rows = await getRows(itemIds.map(itemStandingKey));
  return new Map([...rows.values()].map((row) => [itemOfStanding(row.pk), row as ItemStanding & Row]));
}

/** What items are called, as the projector knows it, by id; without those it does not know. Half a read unit for each 4 KB. */
export async function labelsOf(
  itemIds: readonly string[],
): Promise<Map<string, { id: string; kind: KindName; title: string }>> {
  const rows = await getRows(itemIds.map(itemStandingKey));
  return new Map(
    itemIds.flatMap((id) => {
      const card = (rows.get(keyText(itemStandingKey(id))) as (ItemStanding & Row) | undefined)?.card;
      return card ? [[id, { id, kind: card.kind, title: card.title }] as const] : [];
    }),
  );
}

/** An item's fact; `strong` sees one added a moment ago. */
export async function itemById(itemId: string, options: { strong?: boolean } = {}): Promise<ItemRow | undefined> {
  return getRow<ItemRow>(itemKey(itemId), options);
}

/** The facts of items, by id, with every write before seen; without those that are none. */
export async function itemsById(itemIds: readonly string[]): Promise<Map<string, ItemRow>> {
  const rows = await getRows(itemIds.map(itemKey), { strong: true });
  return new Map(([...rows.values()] as ItemRow[]).map((row) => [row.id, row]));
}

/** The ids of the items that have these identifiers, in the order of the identifiers; without those that nobody has. */
export async function itemIdsByIdentifier(
  names: readonly string[],
  options: { strong?: boolean } = {},
): Promise<string[]> {
  const keys = names.map(identifierKey);
  const rows = await getRows(keys, options);
  return keys.flatMap((key) => {
    const row = rows.get(keyText(key));
    return row ? [row.itemId as string] : [];
  });
}

/** The ids of the items that have these identifiers, by identifier. */
export async function itemIdsByIdentifiers(names: readonly string[]): Promise<Map<string, string>> {
  const rows = await getRows(names.map(identifierKey));
  return new Map(
    names.flatMap((name) => {
      const itemId = rows.get(keyText(identifierKey(name)))?.itemId as string | undefined;
      return itemId === undefined ? [] : [[name, itemId] as const];
    }),
  );
}

/**
 * The items that have any of these identifiers, by identifier, with every write before seen. Two round trips; one more for
 * each time that any of them was merged.
 */
export async function itemsByIdentifiers(names: readonly string[]): Promise<Map<string, ItemRow>> {
  const ids = await getRows(names.map(identifierKey), { strong: true });
  const idOf = (name: string) => ids.get(keyText(identifierKey(name)))?.itemId as string | undefined;
  const items = await leadingTo(await itemsById(names.flatMap((name) => idOf(name) ?? [])));
  return new Map(
    names.flatMap((name) => {
      const itemId = idOf(name);
      const item = itemId === undefined ? undefined : items.get(itemId);
      return item ? [[name, item] as const] : [];
    }),
  );
}

/** How many merges one after the other are followed; who comes so far is led on by the page itself. */
const mergesFollowed = 20;

/** What these items lead to, by the same names: themselves, or what they were merged into. One request a merge in a row. */
export async function leadingTo(items: ReadonlyMap<string, ItemRow>): Promise<Map<string, ItemRow>> {
  const found = new Map(items);
  for (let step = 0; step < mergesFollowed; step++) {
    const merged = [...found].filter(([, { mergedInto }]) => mergedInto !== undefined);
    if (merged.length === 0) break;
    const into = await itemsById(merged.map(([, { mergedInto = '' }]) => mergedInto));
    for (const [name, { mergedInto = '' }] of merged) {
      const next = into.get(mergedInto);
      if (next) found.set(name, next);
    }
  }
  return found;
}

/**
 * Stores a new item with its identifiers; answers what stood in the way: the `item` id, an `account` deleted
 * meanwhile, an `identifier`, or nothing. `also` is written with it.
 */
export async function storeItem(
  item: ItemRow,
  personId: string,
  also: readonly Write[] = [],
): Promise<'item' | 'account' | 'identifier' | undefined> {
  const absent = 'attribute_not_exists(pk)';
  try {
    await transact([
      { put: item, condition: absent },
      accountIsOpen(personId, item.id),
      { put: { ...addedKey(personId, item.id), type: 'added' } },
      ...item.names.map((name) => identifierWrite(name, item.id)),
      ...also,
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    if (failed[0]) return 'item';
    return failed[1] ? 'account' : 'identifier';
  }
}

/** The check that an item takes what is given, to stand in a transaction: it is there, neither merged nor removed. */
export function itemIsOpen(itemId: string): Write {
  return {
    check: itemKey(itemId),
    condition: 'attribute_exists(pk) AND attribute_not_exists(mergedInto) AND attribute_not_exists(removed)',
  };
}

/** The write that takes an identifier for an item, where nobody has it. */
export const identifierWrite = (name: string, itemId: string) => ({
  put: { ...identifierKey(name), type: 'identifier', itemId },
  condition: 'attribute_not_exists(pk)',
});

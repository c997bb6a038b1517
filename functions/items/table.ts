import { createHash } from 'node:crypto';
import { addedKey } from '#functions/people/reader.ts';
import { failedConditions } from '#functions/table/failures.ts';
import { getRow, getRows, type Key, keyText, type Row, transact } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import type { HeldSums } from '#shared/holds/schema.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { Counts, Item } from '#shared/items/schema.ts';

/**
 * The fact of an item. `byId` is the person who added it, absent for a former member; `digest` tells the request
 * that created it under an Idempotency-Key.
 */
export type ItemRow = Row & { type: 'item' } & Omit<Item, 'by'> & {
    by?: string;
    byId?: string;
    names: string[];
    digest?: string;
  };

/** What the projector knows of an item: all that rankings read, in one row. */
export type ItemStanding = Omit<Counts, 'net'> & {
  /** What cards show; absent while the item's own fact has not come by. */
  card?: { kind: KindName; title: string; byline: string; picture?: string; at: string; by?: string };
  byId?: string;
  aspects: Record<string, { ratings: number; sum: number }>;
  tags: Record<string, number>;
  /** What is held back, by rule; absent where nothing is. */
  held?: HeldSums;
};

export const itemKey = (itemId: string): Key => ({ pk: `I#${itemId}`, sk: 'FACT' });
export const itemStandingKey = (itemId: string): Key => ({ pk: `I#${itemId}`, sk: 'STANDING' });
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
/** A key takes 2 KB; a longer name stands there by its digest. */
const identifierKey = (name: string): Key => ({
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

/** The items that have any of these identifiers, by identifier, with every write before seen. Two round trips. */
export async function itemsByIdentifiers(names: readonly string[]): Promise<Map<string, ItemRow>> {
  const ids = await getRows(names.map(identifierKey), { strong: true });
  const idOf = (name: string) => ids.get(keyText(identifierKey(name)))?.itemId as string | undefined;
  const found = names.flatMap((name) => idOf(name) ?? []);
  const items = await getRows(found.map(itemKey), { strong: true });
  return new Map(
    names.flatMap((name) => {
      const itemId = idOf(name);
      const item = itemId === undefined ? undefined : (items.get(keyText(itemKey(itemId))) as ItemRow | undefined);
      return item ? [[name, item] as const] : [];
    }),
  );
}

/**
 * Stores a new item with its identifiers; answers what stood in the way: the `item` id, an `account` deleted
 * meanwhile, an `identifier`, or nothing.
 */
export async function storeItem(
  item: ItemRow,
  personId: string,
): Promise<'item' | 'account' | 'identifier' | undefined> {
  const absent = 'attribute_not_exists(pk)';
  try {
    await transact([
      { put: item, condition: absent },
      accountIsOpen(personId, item.id),
      { put: { ...addedKey(personId, item.id), type: 'added' } },
      ...item.names.map((name) => ({
        put: { ...identifierKey(name), type: 'identifier', itemId: item.id },
        condition: absent,
      })),
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    if (failed[0]) return 'item';
    return failed[1] ? 'account' : 'identifier';
  }
}

/** Replaces an item where it still has the revision before; answers what stood in the way, or nothing. */
export async function replaceItem(item: ItemRow, before: ItemRow): Promise<'item' | 'identifier' | undefined> {
  const gone = before.names.filter((name) => !item.names.includes(name));
  const come = item.names.filter((name) => !before.names.includes(name));
  try {
    await transact([
      {
        put: item,
        condition: 'revision = :before AND byId = :author',
        values: { ':before': before.revision, ':author': before.byId },
      },
      ...gone.map((name) => ({ delete: identifierKey(name) })),
      ...come.map((name) => ({
        put: { ...identifierKey(name), type: 'identifier', itemId: item.id },
        condition: 'attribute_not_exists(pk)',
      })),
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    return failed[0] ? 'item' : 'identifier';
  }
}

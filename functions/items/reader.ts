import { Memory } from '#functions/table/memory.ts';
import { ordered } from '#functions/table/ordered.ts';
import { AppError } from '#shared/app-error.ts';
import type { Counts, Item } from '#shared/items/schema.ts';
import { noCounts } from '#shared/ranking/settle.ts';
import { type ItemRow, type ItemStanding, itemById } from './table.ts';

export {
  type ItemRow,
  type ItemStanding,
  itemById,
  itemIdsByIdentifier,
  itemKey,
  itemStandingKey,
  itemsById,
  itemsByIdentifiers,
  itemWithStanding,
} from './table.ts';

/** An item's fact, with every write before seen. @throws item_not_found */
export async function requireItem(itemId: string): Promise<ItemRow> {
  const item = await itemById(itemId, { strong: true });
  if (!item) throw new AppError('item_not_found');
  return item;
}

/** Who added an item; nobody, where it was a former member. */
type Added = { byId?: string };
const adders = new Memory<Added>();

/** Who added an item, kept in memory: items stay, and nobody becomes the one who added it. @throws item_not_found */
export function adderOf(itemId: string): Promise<Added> {
  return adders.recall(itemId, async () => {
    const { byId } = await requireItem(itemId);
    return byId === undefined ? {} : { byId };
  });
}

/** An item as the contract gives it out. */
export function itemOf(row: ItemRow): Item {
  const { id, kind, fields, title, byline, licence, at, by, revision } = row;
  return { id, kind, fields: ordered(fields), title, byline, licence, at, by: by ?? null, revision };
}

/** An item's exact counts from what the projector knows. */
export function countsOf(standing: Partial<ItemStanding> | undefined): Counts {
  const { up, down, upMinutes, ratings, reviews, saves } = { ...noCounts(), ...standing };
  return { up, down, net: up - down, upMinutes, ratings, reviews, saves };
}

import { Memory } from '#functions/table/memory.ts';
import { ordered } from '#functions/table/ordered.ts';
import { AppError } from '#shared/app-error.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import type { Counts, Item } from '#shared/items/schema.ts';
import { noCounts } from '#shared/ranking/settle.ts';
import { type ItemRow, type ItemStanding, itemById } from './table.ts';

export {
  type ItemRow,
  type ItemStanding,
  itemById,
  itemKey,
  itemStandingKey,
  itemsById,
  itemsByIdentifiers,
  itemWithStanding,
  labelsOf,
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

/** What cards show of an item. They stay small, so that a page of 50 stays within three read units. */
export function shownOf({ kind, title, byline, fields }: ItemRow) {
  const picture = kinds[kind].picture(fields);
  return {
    kind,
    title: cut(title, 120),
    byline: cut(byline, 80),
    ...(picture && picture.length <= 120 ? { picture } : {}),
  };
}

const cut = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`;

/** An item's exact counts from what the projector knows. */
export function countsOf(standing: Partial<ItemStanding> | undefined): Counts {
  const { up, down, upMinutes, ratings, reviews, saves } = { ...noCounts(), ...standing };
  return { up, down, net: up - down, upMinutes, ratings, reviews, saves };
}

import { Memory } from '#functions/table/memory.ts';
import { ordered } from '#functions/table/ordered.ts';
import { AppError } from '#shared/app-error.ts';
import type { ItemOwner } from '#shared/claims/schema.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import type { Counts, Item, MergedItem } from '#shared/items/schema.ts';
import { noCounts } from '#shared/ranking/settle.ts';
import { type ItemRow, type ItemStanding, itemById, leadingTo } from './table.ts';

export {
  type ItemRow,
  type ItemStanding,
  itemById,
  itemIdsByIdentifiers,
  itemIsOpen,
  itemKey,
  itemOfStanding,
  itemStandingKey,
  itemsById,
  itemsByIdentifiers,
  itemsWithStandings,
  itemWithStanding,
  labelsOf,
  leadingTo,
  standingsOf,
} from './table.ts';

/** An item's fact, with every write before seen. @throws item_not_found */
export async function requireItem(itemId: string): Promise<ItemRow> {
  const item = await itemById(itemId, { strong: true });
  if (!item) throw new AppError('item_not_found');
  return item;
}

type Gone = Pick<ItemRow, 'mergedInto' | 'removed'>;

/** That an item takes what people give: it was neither merged nor removed. @throws item_merged, item_removed */
export function requireOpen({ mergedInto, removed }: Gone): void {
  if (mergedInto !== undefined) throw new AppError('item_merged', `It was merged into the item ${mergedInto}`);
  if (removed) throw new AppError('item_removed');
}

/** The same of an item by id, with every write before seen. @throws item_not_found, item_merged, item_removed */
export async function requireOpenItem(itemId: string): Promise<ItemRow> {
  const item = await requireItem(itemId);
  requireOpen(item);
  return item;
}

/** What an item leads to: itself, or what it was merged into, with every write before seen. */
export async function whereItLeads(item: ItemRow | undefined): Promise<ItemRow | undefined> {
  return item?.mergedInto === undefined ? item : (await leadingTo(new Map([[item.id, item]]))).get(item.id);
}

/** Who added an item (nobody, where it was a former member), and what it takes nothing for. */
type Added = { byId?: string } & Gone;
/** A minute: votes on what was merged or removed meanwhile count there, where nobody looks. */
const adders = new Memory<Added>({ milliseconds: 60_000 });

/** Who added an item that takes votes, kept in memory. @throws item_not_found, item_merged, item_removed */
export async function adderOf(itemId: string): Promise<Added> {
  const added = await adders.recall(itemId, async () => {
    const { byId, mergedInto, removed } = await requireItem(itemId);
    return {
      ...(byId === undefined ? {} : { byId }),
      ...(mergedInto === undefined ? {} : { mergedInto }),
      ...(removed === undefined ? {} : { removed }),
    };
  });
  requireOpen(added);
  return added;
}

/** An item as the contract gives it out. */
export function itemOf(row: ItemRow): Item {
  const { id, kind, fields, title, byline, licence, at, by, revision, mergedInto, removed, textBytes } = row;
  return {
    id,
    kind,
    fields: ordered(fields),
    title,
    byline,
    licence,
    at,
    by: by ?? null,
    revision,
    ...(textBytes ? { textBytes } : {}),
    ...(mergedInto === undefined ? {} : { mergedInto }),
    ...(removed ? { removed: ordered(removed) as typeof removed } : {}),
  };
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

/** What was merged into an item, by title. */
export function mergedOf(standing: Partial<ItemStanding> | undefined): MergedItem[] {
  return Object.entries(standing?.merged ?? {})
    .map(([id, { kind, title, reviews }]) => ({ id, kind, title, reviews }))
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1));
}

/** Who owns an item, by when they proved it. Members in fixed order, since the table keeps none. */
export function ownersIn(standing: Partial<ItemStanding> | undefined): ItemOwner[] {
  return Object.values(standing?.owners ?? {})
    .map(({ by, at, way, host }) => ({ by, at, way, ...(host === undefined ? {} : { host }) }))
    .sort((a, b) => (`${a.at}${a.by}` < `${b.at}${b.by}` ? -1 : 1));
}

/** An item's exact counts from what the projector knows. */
export function countsOf(standing: Partial<ItemStanding> | undefined): Counts {
  const { up, down, upMinutes, ratings, reviews, saves } = { ...noCounts(), ...standing };
  return { up, down, net: up - down, upMinutes, ratings, reviews, saves };
}

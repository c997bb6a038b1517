import type { PersonContext } from '#functions/http/handler.ts';
import { type ItemRow, itemStandingKey, itemsById, itemsByIdentifiers, leadingTo } from '#functions/items/reader.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { getRows, keyText, type Row } from '#functions/table/table.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { itemAt } from '#shared/saves/addresses.ts';
import type { NewSave } from '#shared/saves/schema.ts';
import { type Described, type Known, namesOf, ownIdOf, type StoredAddress, saveDescribed } from './address.ts';
import { savesOf } from './table.ts';

/**
 * What a file wants saved: something by the fields that it has as an item, the other names of its address, those it may
 * have where it is known from elsewhere, and the item whose page it is.
 */
export type Wish = { described: Described; names: string[]; nearby: string[]; itemId?: string };

/** All names of what a file tells of: by its own kind, and by any other that knows its address. */
export function wishOf(described: Described): Wish {
  const { url } = described.fields;
  const itemId = typeof url === 'string' ? itemAt(url) : undefined;
  return {
    described,
    names: typeof url === 'string' ? namesOf(url) : [],
    nearby: kinds[described.kind].nearby?.(described.fields) ?? [],
    ...(itemId ? { itemId } : {}),
  };
}

/**
 * What is known of many at once, in four round trips however many they are: which item each is, how the crowd tagged it,
 * and what the caller keeps there or in private. @throws account_deleted
 */
export async function knownTogether(wishes: readonly Wish[], context: PersonContext): Promise<Known[]> {
  const { personId, sub } = context.caller;
  const namesIn = ({ described, names, nearby }: Wish) => [...new Set([...described.names, ...names, ...nearby])];
  const [items, shown, profile] = await Promise.all([
    itemsByIdentifiers([...new Set(wishes.flatMap(namesIn))]),
    itemsById(wishes.flatMap(({ itemId }) => itemId ?? [])).then(leadingTo),
    requireAccount(context),
  ]);
  const found = wishes.map((wish) => {
    const item =
      namesIn(wish)
        .map((name) => items.get(name))
        .find((item) => item !== undefined) ?? shown.get(wish.itemId ?? '');
    return { item, ownId: ownIdOf(sub, wish.described) };
  });
  const ids = found.flatMap(({ item, ownId }) => (item ? [item.id, ownId] : [ownId]));
  const there = found.flatMap(({ item }) => (item ? [itemStandingKey(item.id)] : []));
  const [rows, standings] = await Promise.all([savesOf(personId, [...new Set(ids)]), getRows(there, { strong: true })]);
  return found.map(({ item, ownId }: { item?: ItemRow; ownId: string }) => ({
    profile: profile as Row | undefined,
    ...(item ? { item, standing: standings.get(keyText(itemStandingKey(item.id))), mine: rows.get(item.id) } : {}),
    own: rows.get(ownId),
  }));
}

/**
 * Saves one of them as a file says, under the import's id: what the person saved or changed here stays (`kept`).
 * @throws no_such_shelf, tag_limit, account_deleted, handle_required
 */
export function saveFromFile(
  { described, names, nearby }: Wish,
  wanted: NewSave,
  context: PersonContext,
  options: { fromFile: string; known?: Known },
): Promise<StoredAddress> {
  return saveDescribed(described, [...names, ...nearby], wanted, context, options);
}

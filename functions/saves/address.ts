import { termsInForce } from '#functions/holds/reader.ts';
import type { PersonContext } from '#functions/http/handler.ts';
import { addItem } from '#functions/items/create-item.ts';
import { describe } from '#functions/items/describe.ts';
import {
  type ItemRow,
  type ItemStanding,
  itemById,
  itemsByIdentifiers,
  requireOpen,
  whereItLeads,
} from '#functions/items/reader.ts';
import { handleOf, type Profile, privateIdOf, requireAccount } from '#functions/people/reader.ts';
import type { Row } from '#functions/table/table.ts';
import { AppError } from '#shared/app-error.ts';
import type { Hold } from '#shared/holds/schema.ts';
import { addressedKind, kindNames, kinds } from '#shared/items/kinds/registry.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { itemAt } from '#shared/saves/addresses.ts';
import type { NewSave } from '#shared/saves/schema.ts';
import { tagsPerPersonAndItem } from '#shared/tags/rules.ts';
import {
  aboutOf,
  contentOf,
  holdOf,
  type Named,
  requireRoom,
  requireShelf,
  type Stored,
  saveExisting,
} from './store.ts';
import { beforeSaving, isSaved, moveSave, type SavedRow, type SaveRow, saveKey, savesOf } from './table.ts';

export type Address = { url: string; title?: string; description?: string };
export type StoredAddress = Stored & { added: boolean };

/** The names by which any kind knows an address: the item that has one of them is what is meant. */
export function namesOf(url: string): string[] {
  return kindNames.flatMap((kind) => kinds[kind].recognise(url));
}

/** An address as an item of the kind that takes any. Without a title it is called by itself. @throws invalid_input */
export function describeAddress({ url, title, description }: Address) {
  const fallback = url
    .replace(/^https?:\/\//i, '')
    .slice(0, 300)
    .toWellFormed();
  const fields = kinds[addressedKind].fromAddress?.({ url, title: title ?? fallback, description }) ?? {};
  return describe(addressedKind, fields);
}

export type Described = ReturnType<typeof describe>;

/** The id under which a person keeps what is no item here. */
export function ownIdOf(sub: string, { names, fields }: Pick<Described, 'names' | 'fields'>): string {
  return privateIdOf(sub, names[0] ?? String(fields.url));
}

/**
 * Saves an address: the item that it is, or a new one, or, where the save is private and it is no item, a row that only its
 * owner knows of. What was kept so before moves to the item that the address has become.
 * @throws no_such_shelf, tag_limit, account_deleted, handle_required, invalid_input
 */
export async function saveAddressAs(address: Address, wanted: NewSave, context: PersonContext): Promise<StoredAddress> {
  return saveDescribed(describeAddress(address), namesOf(address.url), wanted, context);
}

/** What is known of something by its names: the item that it is, the caller's row there and their private row of it. */
export type Known = { profile?: Row; item?: ItemRow; standing?: Row; mine?: SaveRow; own?: SaveRow };

/**
 * Saves whatever has these fields in the same way, by its own names and others that it may have.
 * @throws no_such_shelf, tag_limit, account_deleted, handle_required
 */
export async function saveDescribed(
  described: Described,
  names: readonly string[],
  wanted: NewSave,
  context: PersonContext,
  options: { fromFile?: string; known?: Known } = {},
): Promise<StoredAddress> {
  const { caller } = context;
  const { fromFile } = options;
  const ownId = ownIdOf(caller.sub, described);
  for (let tries = 0; tries < 5; tries++) {
    const known = tries === 0 ? options.known : undefined;
    const [{ profile, item, own, ...rest }, terms] = await Promise.all([
      known ?? knownOf([...described.names, ...names], described.fields.url, ownId, context),
      termsInForce(),
    ]);
    const by = handleOf(profile);
    const held = holdOf(wanted, undefined, (profile as Profile | undefined)?.at, terms);
    if (!item && wanted.private) {
      const about = { kind: described.kind, title: described.title, byline: described.byline };
      const stored = await saveExisting(ownId, wanted, context, {
        fromFile,
        own: { about, fields: described.fields, names: described.names },
        ...(known ? { known: { profile, mine: own } } : {}),
      });
      if (stored) return { ...stored, added: false };
      continue;
    }
    if (!item) requireShelf(described.kind, wanted.shelf);
    const found = item
      ? { item, existing: true }
      : await addItem(described, { by, unseen: true, licence: licenceOf(described) }, context);
    const stored = isSaved(own)
      ? await moved(own, { item: found.item, held }, wanted, context, fromFile)
      : await saveExisting(found.item.id, wanted, context, {
          fromFile,
          // Of an item that is new nobody has kept anything.
          ...(found.existing ? {} : { known: { profile, item: found.item } }),
          ...(known && item ? { known: { profile, item, ...rest } } : {}),
        });
    if (stored) return { ...stored, added: !found.existing };
  }
  throw new AppError('try_again');
}

/** Of what was taken from a source elsewhere that source's licence; undefined for what is the person's to give. */
const licenceOf = ({ kind, fields }: Described) => kinds[kind].sourceLicence?.(fields);

async function knownOf(
  names: readonly string[],
  address: unknown,
  ownId: string,
  context: PersonContext,
): Promise<Known> {
  const [item, mine, profile] = await Promise.all([
    itemKnownBy(names, address),
    savesOf(context.caller.personId, [ownId]),
    requireAccount(context),
  ]);
  return { profile: profile as Row | undefined, item, own: mine.get(ownId) };
}

/** The item that has one of these names, or else whose own page this address is. */
export async function itemKnownBy(names: readonly string[], address: unknown): Promise<ItemRow | undefined> {
  const itemId = typeof address === 'string' ? itemAt(address) : undefined;
  const [items, shown] = await Promise.all([
    itemsByIdentifiers([...new Set(names)]),
    itemId === undefined ? undefined : itemById(itemId, { strong: true }),
  ]);
  return [...items.values()][0] ?? whereItLeads(shown);
}

/** What was private and is an item now: its save moves there, with its date and, unless others are named, its tags. */
async function moved(
  own: SavedRow,
  { item, held }: { item: Named & Pick<ItemRow, 'id' | 'mergedInto' | 'removed'>; held: Hold | undefined },
  wanted: NewSave,
  context: PersonContext,
  fromFile: string | undefined,
): Promise<Stored | undefined> {
  requireShelf(item.kind, wanted.shelf);
  const { personId } = context.caller;
  const { mine: there, standing } = await beforeSaving(personId, item.id);
  if (!isSaved(there)) requireOpen(item);
  if (fromFile && !own.imported) return { row: own, outcome: 'kept' };
  if (fromFile && isSaved(there) && !there.imported) return { row: there, outcome: 'kept' };
  const around = { by: own.by, about: aboutOf(item), at: there?.at ?? own.at };
  // Those that others see already go before.
  const both = new Set([...(there?.tags ?? []), ...(own.tags ?? [])].slice(0, tagsPerPersonAndItem));
  const content = contentOf(wanted, around, fromFile, { tags: both });
  const tags = wanted.tags ? (content.tags as Set<string> | undefined) : both.size > 0 ? both : undefined;
  if (!wanted.private) requireRoom(tags ?? [], standing as Partial<ItemStanding> | undefined);
  const row: SaveRow = {
    ...saveKey(personId, item.id),
    ...content,
    type: 'save',
    itemId: item.id,
    tags,
    held: isSaved(there) && !there.private ? there.held : held,
    editedAt: isoSeconds(context.now),
  };
  return (await moveSave(personId, row, own, there)) ? { row: row as SavedRow, outcome: 'saved' } : undefined;
}

/** Makes what the caller keeps in private public, under the item that it becomes. Undefined where it is none of theirs. */
export async function publishOwn(itemId: string, wanted: NewSave, context: PersonContext): Promise<Stored | undefined> {
  const { own, about } = (await savesOf(context.caller.personId, [itemId])).get(itemId) ?? {};
  if (!own || !about) return undefined;
  const { url } = own.fields;
  // A book from a file may be kept so too.
  return saveDescribed(describe(about.kind, own.fields), typeof url === 'string' ? namesOf(url) : [], wanted, context);
}

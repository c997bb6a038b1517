import { itemKey, itemStandingKey } from '#functions/items/reader.ts';
import { personPartition, profileKey } from '#functions/people/reader.ts';
import { conditionFailed, failedConditions, stored } from '#functions/table/failures.ts';
import { getRow, getRows, type Key, keyText, type Row, transact, updateRow } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import { AppError } from '#shared/app-error.ts';
import type { Hold } from '#shared/holds/schema.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { Reading } from '#shared/saves/schema.ts';

/**
 * What a person keeps with an item: their tags on it, and the save where there is one (then `at` is there). `private`
 * goes for all of it. `imported` is the import that
 * it came with, while nobody touched it here since. `about` is what the item was called then; `own` the fields and names of a private address that is
 * no item here, under an id that only its owner can compute.
 */
export type SaveRow = Row & {
  type: 'save';
  itemId: string;
  tags?: Set<string>;
  at?: string;
  editedAt?: string;
  by?: string;
  private?: true;
  shelf?: string;
  shelves?: string[];
  note?: string;
  privateNote?: string;
  readings?: Reading[];
  imported?: string;
  /** Why a public save counts nowhere yet, and until when. */
  held?: Hold;
  about?: { kind: KindName; title: string; byline: string; picture?: string };
  own?: OwnAddress;
};
/** A row that holds a save, not tags alone. */
export type SavedRow = SaveRow & Required<Pick<SaveRow, 'at' | 'by' | 'about'>>;
export type OwnAddress = { fields: Record<string, unknown>; names: string[] };

const prefix = 'S#';
export const saveKey = (personId: string, itemId: string): Key => ({
  pk: personPartition(personId),
  sk: `${prefix}${itemId}`,
});
/** Whether a row is what a person keeps with an item. */
export const isSaveRow = (row: Row): row is SaveRow => row.type === 'save' && row.sk.startsWith(prefix);
/** Whether a row is a save, not tags alone. */
export const isSaved = (row: Row | undefined): row is SavedRow => row !== undefined && typeof row.at === 'string';

export type BeforeSaving = { profile?: Row; item?: object; standing?: Row; mine?: SaveRow };

/** What saving needs to know, in one round trip: the caller's profile, the item, the crowd's tags, the caller's row so far. */
export async function beforeSaving(personId: string, itemId: string): Promise<BeforeSaving> {
  const keys = [profileKey(personId), itemKey(itemId), itemStandingKey(itemId), saveKey(personId, itemId)] as const;
  const rows = await getRows(keys, { strong: true });
  const [profile, item, standing, mine] = keys.map((key) => rows.get(keyText(key)));
  return { profile, item, standing, mine: mine as SaveRow | undefined };
}

/** What a person keeps with an item, with every write before seen. Half a read unit for each 4 KB, doubled. */
export async function saveOf(personId: string, itemId: string): Promise<SaveRow | undefined> {
  return getRow<SaveRow>(saveKey(personId, itemId), { strong: true });
}

/** The same for several items, by item id. */
export async function savesOf(personId: string, itemIds: readonly string[]): Promise<Map<string, SaveRow>> {
  const rows = await getRows(
    itemIds.map((itemId) => saveKey(personId, itemId)),
    { strong: true },
  );
  return new Map([...rows.values()].map((row) => [row.itemId as string, row as SaveRow]));
}

/** A person's public save as anybody may read it. */
export async function publicSaveOf(personId: string, itemId: string): Promise<SavedRow | undefined> {
  const row = await getRow<SaveRow>(saveKey(personId, itemId));
  return isSaved(row) && !row.private ? row : undefined;
}

/** What is written of a save: `undefined` takes an attribute away, what is not named stays as it is. */
export type SaveContent = Partial<{ [N in Exclude<keyof SaveRow, keyof Key>]: SaveRow[N] | undefined }>;

/**
 * Writes what a person keeps with an item while the account is open: 4 write units up to a KB. The last of two at once
 * stands, but `untouched` wants the save as it was read. Undefined where it moved on, or came or went meanwhile.
 * @throws account_deleted
 */
export async function storeSave(
  personId: string,
  itemId: string,
  content: SaveContent,
  before: SaveRow | undefined,
  untouched = false,
): Promise<SaveRow | undefined> {
  const key = saveKey(personId, itemId);
  const given = Object.entries({ ...content, type: 'save' as const, itemId });
  const set = given.filter(([, value]) => value !== undefined);
  const gone = given.filter(([, value]) => value === undefined).map(([name]) => name);
  const still = asRead(before, [
    'at',
    // Dates are of seconds: two writes within one differ in what they write.
    ...(untouched ? (['editedAt', 'shelf', 'readings', 'imported'] as const) : []),
    // Tags may be put on it and taken off one by one.
    ...(untouched && 'tags' in content ? (['tags'] as const) : []),
  ]);
  const stored = await allStored([
    {
      update: key,
      set: [
        `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`,
        gone.length > 0 ? `REMOVE ${gone.map((name) => `#${name}`).join(', ')}` : '',
      ].join(' '),
      condition: still.condition,
      names: { ...Object.fromEntries(given.map(([name]) => [`#${name}`, name])), ...still.names },
      values: { ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value] as const)), ...still.values },
    },
    accountIsOpen(personId, itemId),
  ]);
  return stored ? ({ ...before, ...key, ...Object.fromEntries(set), ...absent(gone) } as SaveRow) : undefined;
}

/** That these attributes of a row are as they were read, where it was there; else that it is not. */
function asRead(before: SaveRow | undefined, attributes: readonly (keyof SaveRow & string)[]) {
  const known = attributes.filter((name) => before?.[name] !== undefined);
  return {
    condition: attributes
      .map((name) => (known.includes(name) ? `#${name} = :was_${name}` : `attribute_not_exists(#${name})`))
      .join(' AND '),
    names: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
    ...(known.length > 0 ? { values: Object.fromEntries(known.map((name) => [`:was_${name}`, before?.[name]])) } : {}),
  };
}

const absent = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, undefined]));

/** All of these writes, the last of which asks whether the account is open; false where another condition fails. */
async function allStored(writes: Parameters<typeof transact>[0]): Promise<boolean> {
  try {
    await transact(writes);
    return true;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    if (failed.at(-1)) throw new AppError('account_deleted');
    return false;
  }
}

/**
 * Puts a save in another one's place, both or neither: a private address became an item. False where either moved on.
 * @throws account_deleted
 */
export async function moveSave(
  personId: string,
  row: SaveRow,
  before: SaveRow,
  there: SaveRow | undefined,
): Promise<boolean> {
  const attributes = ['at', 'editedAt', 'tags'] as const;
  return allStored([
    { put: row, ...asRead(there, attributes) },
    { delete: { pk: before.pk, sk: before.sk }, ...asRead(before, attributes) },
    accountIsOpen(personId, row.itemId),
  ]);
}

/** What a save leaves behind where only its public tags stay. */
const savedAttributes: readonly (keyof SaveRow & string)[] = [
  'at',
  'editedAt',
  'by',
  'private',
  'shelf',
  'shelves',
  'note',
  'privateNote',
  'readings',
  'imported',
  'held',
  'about',
  'own',
];

/** Takes back a save: what was private goes whole, of a public one its tags stay. Repeating it changes nothing. */
export async function removeSave(personId: string, itemId: string): Promise<void> {
  const key = saveKey(personId, itemId);
  for (;;) {
    const row = await saveOf(personId, itemId);
    if (!isSaved(row)) return;
    if (await removed(key, row)) return;
  }
}

/** Removes a save as it was read; false where its privacy or its tags moved on. */
async function removed(key: Key, row: SaveRow): Promise<boolean> {
  const keepsTags = !row.private && (row.tags?.size ?? 0) > 0;
  try {
    if (!keepsTags) {
      await transact([
        {
          delete: key,
          condition: row.private ? 'attribute_exists(#private)' : 'attribute_not_exists(tags)',
          ...(row.private ? { names: { '#private': 'private' } } : {}),
        },
      ]);
      return true;
    }
    await updateRow(key, {
      UpdateExpression: `REMOVE ${savedAttributes.map((name) => `#${name}`).join(', ')}`,
      ConditionExpression: 'attribute_exists(tags) AND attribute_not_exists(#private)',
      ExpressionAttributeNames: Object.fromEntries(savedAttributes.map((name) => [`#${name}`, name])),
    });
    return true;
  } catch (error) {
    if (conditionFailed(error) || failedConditions(error)) return false;
    throw error;
  }
}

/** Takes this hold off a save, which stays as it is otherwise. False where it has it no more, or none is there. */
export async function releaseSave(personId: string, itemId: string, { rule, until }: Hold): Promise<boolean> {
  return stored(
    updateRow(saveKey(personId, itemId), {
      UpdateExpression: 'REMOVE held',
      ConditionExpression: 'held.#rule = :rule AND held.#until = :until',
      ExpressionAttributeNames: { '#rule': 'rule', '#until': 'until' },
      ExpressionAttributeValues: { ':rule': rule, ':until': until },
    }),
  );
}

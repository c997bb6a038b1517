import { type ItemRow, itemKey } from '#functions/items/reader.ts';
import { type Profile, personPartition, profileKey } from '#functions/people/reader.ts';
import { failedConditions, stored } from '#functions/table/failures.ts';
import {
  getRow,
  getRows,
  type Key,
  keyText,
  queryAll,
  queryRows,
  type Row,
  transact,
  updateRow,
  writeRows,
} from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { entriesPerList } from '#shared/lists/rules.ts';
import type { List, ListMode } from '#shared/lists/schema.ts';

/** The fact of a list. `digest` tells the request that created it under an Idempotency-Key. */
export type ListRow = Row & { type: 'list' } & Omit<List, 'by'> & { by?: string; byId?: string; digest?: string };
/** The fact that an item is on a list. `by` only on open lists: on a closed one it is who made the list. */
export type ListEntryRow = Row & {
  type: 'listEntry';
  listId: string;
  itemId: string;
  about: { kind: KindName; title: string; byline: string; picture?: string };
  note?: string;
  by?: string;
  byId?: string;
  at: string;
  /** Where it stands on a closed list. */
  position?: string;
};
/**
 * What every change of a list's entries goes through: how many there are, the number of the change, and whether the
 * list was deleted. It outlives the list, so that nothing is put on one that is gone.
 */
export type ListGate = Row & { type: 'listGate'; mode: ListMode; entries: number; turn: number; closed?: true };

const listPartition = (listId: string) => `L#${listId}`;
export const listKey = (listId: string): Key => ({ pk: listPartition(listId), sk: 'FACT' });
export const gateKey = (listId: string): Key => ({ pk: listPartition(listId), sk: 'GATE' });
/** Beside the fact, so that one query reads both. */
export const listStandingKey = (listId: string): Key => ({ pk: listPartition(listId), sk: 'FACT#STANDING' });
export const entryKey = (listId: string, itemId: string): Key => ({ pk: listPartition(listId), sk: `E#${itemId}` });
export const positionPrefix = 'O#';
/** An entry's place in the order of a closed list: tells the next one in one small read. */
export const positionKey = (listId: string, position: string, itemId: string): Key => ({
  pk: listPartition(listId),
  sk: `${positionPrefix}${position}#${itemId}`,
});
/** The id of the standing of an item on a list, and both parts of it. */
export const listedId = (listId: string, itemId: string) => `${listId}#${itemId}`;
export const partsOfListed = (id: string) => id.split('#') as [listId: string, itemId: string];

const madeList = 'LIST#';
const putOnList = 'LISTED#';
const madeKey = (personId: string, listId: string): Key => ({
  pk: personPartition(personId),
  sk: `${madeList}${listId}`,
});
const putKey = (personId: string, { listId, itemId }: Pick<ListEntryRow, 'listId' | 'itemId'>): Key => ({
  pk: personPartition(personId),
  sk: `${putOnList}${listedId(listId, itemId)}`,
});

/** Whether a row says that a person made a list or put something on one: found again when the account is deleted. */
export function isListCredit({ sk }: Row): boolean {
  return sk.startsWith(madeList) || sk.startsWith(putOnList);
}

/** The facts that name a person as who made a list or put something on one, from all of the person's rows. */
export function listsCredited(rows: readonly Row[]): Key[] {
  return rows.flatMap(({ sk }) => {
    if (sk.startsWith(madeList)) return listKey(sk.slice(madeList.length));
    return sk.startsWith(putOnList) ? entryKey(...partsOfListed(sk.slice(putOnList.length))) : [];
  });
}

/**
 * What a person made or put on lists, a page at a time, with every write before seen: ids of lists, or of what is on one
 * (`listedId`). `last` is the id to continue after.
 */
export async function creditsOf(personId: string, which: 'made' | 'put', after: string | undefined, limit: number) {
  const begins = which === 'made' ? madeList : putOnList;
  const start = after === undefined ? undefined : `${begins}${after}`;
  const { rows, last } = await queryRows({ pk: personPartition(personId), begins, after: start, limit, strong: true });
  return { ids: rows.map(({ sk }) => sk.slice(begins.length)), last: last?.slice(begins.length) };
}

const absent = 'attribute_not_exists(pk)';

/** Stores a new list; answers what stood in the way: the `list` id, now or before, an `account` deleted, or nothing. */
export async function storeList(list: ListRow, personId: string): Promise<'list' | 'account' | undefined> {
  const gate: ListGate = { ...gateKey(list.id), type: 'listGate', mode: list.mode, entries: 0, turn: 0 };
  try {
    await transact([
      { put: list, condition: absent },
      { put: gate, condition: absent },
      accountIsOpen(personId, list.id),
      { put: { ...madeKey(personId, list.id), type: 'listMade' } },
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    return failed[0] || failed[1] ? 'list' : 'account';
  }
}

/** Replaces a list that is still at the revision before and its author's; false where it moved on. */
export async function replaceList({ pk, sk, title, description, revision }: ListRow, personId: string) {
  return stored(
    updateRow(
      { pk, sk },
      {
        UpdateExpression: 'SET title = :title, description = :description, revision = :revision',
        ConditionExpression: 'revision = :before AND byId = :author',
        ExpressionAttributeValues: {
          ':title': title,
          ':description': description,
          ':revision': revision,
          ':before': revision - 1,
          ':author': personId,
        },
      },
    ),
  );
}

/** A list's fact; `strong` sees one made a moment ago. */
export async function listById(listId: string, options: { strong?: boolean } = {}): Promise<ListRow | undefined> {
  return getRow<ListRow>(listKey(listId), options);
}

/** What every change of a list goes through; there also where the list is gone. */
export async function gateById(listId: string, options: { strong?: boolean } = {}): Promise<ListGate | undefined> {
  return getRow<ListGate>(gateKey(listId), options);
}

/** What a change on a list needs to know, in one round trip, with every write before seen. */
export async function beforeChange(personId: string, listId: string, ...itemIds: string[]) {
  const rows = await getRows(
    [
      profileKey(personId),
      listKey(listId),
      gateKey(listId),
      ...itemIds.flatMap((itemId) => [entryKey(listId, itemId), itemKey(itemId)]),
    ],
    { strong: true },
  );
  return {
    profile: rows.get(keyText(profileKey(personId))) as Profile | undefined,
    list: rows.get(keyText(listKey(listId))) as ListRow | undefined,
    gate: rows.get(keyText(gateKey(listId))) as ListGate | undefined,
    entryOf: (itemId: string) => rows.get(keyText(entryKey(listId, itemId))) as ListEntryRow | undefined,
    itemOf: (itemId: string) => rows.get(keyText(itemKey(itemId))) as ItemRow | undefined,
  };
}

/** The write that counts a change of a list's entries; refused where it was deleted, is full, or moved on since `turn`. */
export function gateChange(listId: string, change: 1 | 0 | -1, turn?: number) {
  const room = change === 1 ? ' AND entries < :most' : '';
  return {
    update: gateKey(listId),
    set: 'SET entries = entries + :change, turn = turn + :one',
    condition: `attribute_exists(pk) AND attribute_not_exists(closed)${room}${turn === undefined ? '' : ' AND turn = :turn'}`,
    values: {
      ':change': change,
      ':one': 1,
      ...(change === 1 ? { ':most': entriesPerList } : {}),
      ...(turn === undefined ? {} : { ':turn': turn }),
    },
  };
}

/**
 * Puts an entry on a list, on a closed one while nothing there changed since `turn`. Answers what stood in the way: the
 * `entry`, the `account` deleted, the `gate` (full, deleted, or moved on), or nothing. 8 write units.
 */
export async function storeEntry(entry: ListEntryRow, personId: string, turn: number) {
  const { listId, itemId, position } = entry;
  const isClosed = position !== undefined;
  try {
    await transact([
      { put: entry, condition: absent },
      gateChange(listId, 1, isClosed ? turn : undefined),
      accountIsOpen(personId, listId),
      isClosed
        ? { put: { ...positionKey(listId, position, itemId), type: 'listPosition', itemId } }
        : { put: { ...putKey(personId, entry), type: 'listPut' } },
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    if (failed[0]) return 'entry';
    return failed[2] ? 'account' : 'gate';
  }
}

/** Changes the note of an entry that is there; on an open list only of who put it there. False where it is not. */
export async function replaceNote(entry: ListEntryRow, note: string, personId: string): Promise<boolean> {
  const isOpen = entry.position === undefined;
  return stored(
    updateRow(entry, {
      UpdateExpression: note === '' ? 'REMOVE note' : 'SET note = :note',
      ConditionExpression: `attribute_exists(pk)${isOpen ? ' AND byId = :me' : ''}`,
      ...(note === '' && !isOpen
        ? {}
        : {
            ExpressionAttributeValues: {
              ...(note === '' ? {} : { ':note': note }),
              ...(isOpen ? { ':me': personId } : {}),
            },
          }),
    }),
  );
}

/** Takes an entry off where it still stands as it was read; false where it does not. */
export async function removeEntry(entry: ListEntryRow): Promise<boolean> {
  const { listId, itemId, position, byId } = entry;
  return stored(
    transact([
      position === undefined
        ? { delete: entry, condition: 'attribute_exists(pk) AND attribute_not_exists(#position)', names: positionName }
        : { delete: entry, condition: '#position = :position', names: positionName, values: { ':position': position } },
      gateChange(listId, -1),
      ...(position === undefined ? [] : [{ delete: positionKey(listId, position, itemId) }]),
      ...(byId === undefined ? [] : [{ delete: putKey(byId, entry) }]),
    ]),
  );
}

const positionName = { '#position': 'position' };

/** Every entry of a list, with every write before seen. */
export async function entriesOfList(listId: string): Promise<ListEntryRow[]> {
  const { pk, sk } = entryKey(listId, '');
  return queryAll<ListEntryRow>({ pk, begins: sk, strong: true });
}

/** Deletes a list where nothing on it changed since `gate` was read, and closes it for good; false where something did. */
export async function closeList({ id, byId, revision }: ListRow, gate: ListGate): Promise<boolean> {
  return stored(
    transact([
      {
        delete: listKey(id),
        condition: 'revision = :revision AND byId = :author',
        values: { ':revision': revision, ':author': byId },
      },
      {
        update: gateKey(id),
        set: 'SET closed = :true',
        condition: 'turn = :turn AND attribute_not_exists(closed)',
        values: { ':true': true, ':turn': gate.turn },
      },
      ...(byId === undefined ? [] : [{ delete: madeKey(byId, id) }]),
    ]),
  );
}

/** Deletes what stood on a list that is gone. Safe to repeat. */
export async function sweepList(listId: string): Promise<void> {
  const entries = await entriesOfList(listId);
  const keys = entries.flatMap((entry) => [
    entry,
    ...(entry.position === undefined ? [] : [positionKey(listId, entry.position, entry.itemId)]),
    ...(entry.byId === undefined ? [] : [putKey(entry.byId, entry)]),
  ]);
  await writeRows(keys.map((key) => ({ delete: key })));
}

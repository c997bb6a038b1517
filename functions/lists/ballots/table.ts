import { personPartition, profileKey } from '#functions/people/reader.ts';
import { stored } from '#functions/table/failures.ts';
import { getRows, type Key, keyText, putRow, queryAll, queryRows, type Row, transact } from '#functions/table/table.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { entryKey, gateKey, type ListEntryRow, type ListGate } from '../table.ts';

/**
 * A row of a person's ballot on a list: the items of one stretch of it, the best first. All rows of a ballot are of the
 * same `cast`, which never was before; every write of a ballot hangs on that of its first row.
 */
export type BallotRow = Row & {
  type: 'ballot';
  listId: string;
  part: number;
  parts: number;
  items: string[];
  cast: string;
};

const prefix = 'LB#';
const partKey = (personId: string, listId: string, part: number): Key => ({
  pk: personPartition(personId),
  sk: `${prefix}${listId}#${part}`,
});

/** A person's ballot on a list, row by row, with every write before seen; empty where there is none. */
export async function ballotOf(personId: string, listId: string): Promise<BallotRow[]> {
  return untilDone(async () => {
    const rows = await queryAll<BallotRow>({
      pk: personPartition(personId),
      begins: `${prefix}${listId}#`,
      strong: true,
    });
    // A query may come by while a transaction is written, and see some of its rows only.
    const isWhole = rows.every(({ cast, parts }) => cast === rows[0]?.cast && parts === rows.length);
    return isWhole ? rows : undefined;
  });
}

/** The rows of all of a person's ballots, a page at a time, with every write before seen. */
export async function ballotsAfter(personId: string, after: string | undefined, limit: number) {
  return queryRows<BallotRow>({ pk: personPartition(personId), begins: prefix, after, limit, strong: true });
}

/** A person's account, a list's gate and the entries of these items, with every write before seen, in one round trip. */
export async function beforeCasting(personId: string, listId: string, itemIds: readonly string[]) {
  const entries = itemIds.map((itemId) => entryKey(listId, itemId));
  const rows = await getRows([profileKey(personId), gateKey(listId), ...entries], { strong: true });
  return {
    profile: rows.get(keyText(profileKey(personId))),
    gate: rows.get(keyText(gateKey(listId))) as ListGate | undefined,
    entries: entries.flatMap((key) => (rows.get(keyText(key)) as ListEntryRow | undefined) ?? []),
  };
}

/** The entries of these items that are on the list, in their order. Half a read unit each. */
export async function entriesOf(listId: string, itemIds: readonly string[]): Promise<ListEntryRow[]> {
  const keys = itemIds.map((itemId) => entryKey(listId, itemId));
  const rows = await getRows(keys, { strong: true });
  return keys.flatMap((key) => (rows.get(keyText(key)) as ListEntryRow | undefined) ?? []);
}

/**
 * Puts a ballot of these stretches in the place of the rows read; none of them withdraws it. False where another was
 * cast meanwhile. One write of 1 unit while both fit into one row, else one transaction of 2 units a row.
 */
export async function replaceBallot(
  personId: string,
  listId: string,
  before: readonly BallotRow[],
  parts: readonly (readonly string[])[],
  cast: string,
): Promise<boolean> {
  const [head] = before;
  const still = head
    ? { condition: '#cast = :before', names: { '#cast': 'cast' }, values: { ':before': head.cast } }
    : { condition: 'attribute_not_exists(pk)' };
  const rows = parts.map(
    (items, part): BallotRow => ({
      ...partKey(personId, listId, part),
      type: 'ballot',
      listId,
      part,
      parts: parts.length,
      items: [...items],
      cast,
    }),
  );
  const [first, ...more] = rows;
  if (first && more.length === 0 && before.length <= 1)
    return stored(
      putRow(first, {
        ConditionExpression: still.condition,
        ...(still.names ? { ExpressionAttributeNames: still.names, ExpressionAttributeValues: still.values } : {}),
      }),
    );
  return stored(
    transact([
      first ? { put: first, ...still } : { delete: partKey(personId, listId, 0), ...still },
      ...more.map((row) => ({ put: row })),
      ...before.slice(Math.max(1, rows.length)).map((row) => ({ delete: row })),
    ]),
  );
}

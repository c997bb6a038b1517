import { personPartition } from '#functions/people/reader.ts';
import type { Entry } from '#functions/projections/change.ts';
import { conditionFailed, stored } from '#functions/table/failures.ts';
import {
  getRow,
  getRows,
  type Key,
  keyText,
  queryAll,
  queryCards,
  queryRows,
  transact,
  updateRow,
  type Write,
} from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import { pastShown } from '#shared/claims/rules.ts';
import type { ClaimEnd } from '#shared/claims/schema.ts';
import { type Claimed, claimsPartition, type OwnerRow, ownerKey, type Proven } from './owners/table.ts';

export type WaitingRow = Claimed & { type: 'claim' };
export type PastRow = Claimed & Proven & { type: 'pastClaim'; ended: { at: string; why: ClaimEnd; proposal?: string } };
export type ClaimRow = WaitingRow | OwnerRow | PastRow;

const waiting = 'WAIT#';
const past = 'PAST#';
export const waitingKey = (itemId: string, claimId: string): Key => ({
  pk: claimsPartition(itemId),
  sk: `${waiting}${claimId}`,
});
const pastKey = ({ itemId, id }: Claimed, at: string): Key => ({
  pk: claimsPartition(itemId),
  sk: `${past}${at}#${id}`,
});

const claimed = 'CLAIM#';
/** That a person claimed an item: found again for the export and when the account is deleted. */
export const claimedKey = (personId: string, itemId: string): Key => ({
  pk: personPartition(personId),
  sk: `${claimed}${itemId}`,
});
/** Whether a row says that a person claimed something. */
export const isClaimCredit = ({ sk }: Key): boolean => sk.startsWith(claimed);
/** The items that a person claimed, from rows under the person. */
export const itemsClaimed = (rows: readonly Key[]): string[] =>
  rows.filter(isClaimCredit).map(({ sk }) => sk.slice(claimed.length));

/** The items that a person claimed, a page at a time by id, with every write before seen. */
export async function claimedAfter(personId: string, after: string | undefined, limit: number) {
  const { rows, last } = await queryRows({
    pk: personPartition(personId),
    begins: claimed,
    after: after === undefined ? undefined : claimedKey(personId, after).sk,
    limit,
    strong: true,
  });
  return { itemIds: itemsClaimed(rows), last: last?.slice(claimed.length) };
}

/** A claim that waits for its proof, with every write before seen. */
export async function waitingRow(itemId: string, claimId: string): Promise<WaitingRow | undefined> {
  return getRow<WaitingRow>(waitingKey(itemId, claimId), { strong: true });
}

/** A person’s claim that waits or is proven, with every write before seen. */
export async function standingClaim(itemId: string, claimId: string): Promise<WaitingRow | OwnerRow | undefined> {
  const keys = [ownerKey(itemId, claimId), waitingKey(itemId, claimId)];
  const rows = await getRows(keys, { strong: true });
  return keys.map((key) => rows.get(keyText(key)) as WaitingRow | OwnerRow | undefined).find((row) => row);
}

/** A person’s claims to these items that wait or are proven, by item, with every write before seen: one round trip. */
export async function standingClaims(
  claims: readonly { itemId: string; claimId: string }[],
): Promise<Map<string, WaitingRow | OwnerRow>> {
  const keys = claims.flatMap(({ itemId, claimId }) => [waitingKey(itemId, claimId), ownerKey(itemId, claimId)]);
  const rows = [...(await getRows(keys, { strong: true })).values()] as (WaitingRow | OwnerRow)[];
  return new Map(rows.map((row) => [row.itemId, row]));
}

/** The latest claims of an item that ended. */
export async function pastRows(itemId: string): Promise<PastRow[]> {
  const { rows } = await queryRows<PastRow>({
    pk: claimsPartition(itemId),
    begins: past,
    descending: true,
    limit: pastShown,
  });
  return rows;
}

/** Everything that a person ever claimed of an item, with every write before seen. */
export async function claimsOf(itemId: string, personId: string): Promise<ClaimRow[]> {
  const rows = await queryAll<ClaimRow>({ pk: claimsPartition(itemId), strong: true });
  return rows.filter(({ byId }) => byId === personId);
}

/** Stores a claim that waits for its proof; false where it waits already, or the account was deleted. 4 write units. */
export async function storeWaiting(row: WaitingRow, personId: string): Promise<boolean> {
  return stored(
    transact([
      { put: row, condition: 'attribute_not_exists(pk)' },
      accountIsOpen(personId, row.itemId),
      { put: { ...claimedKey(personId, row.itemId), type: 'claimMade' } },
    ]),
  );
}

/** The writes by which a claim that waits, as it was read, becomes a proven one. */
export function provenWrites(row: WaitingRow, proven: Proven & { at: string }): Write[] {
  const { pk: _pk, sk: _sk, type: _type, ...rest } = row;
  const owner: OwnerRow = { ...rest, ...ownerKey(row.itemId, row.id), type: 'owner', ...proven };
  return [
    {
      delete: waitingKey(row.itemId, row.id),
      condition: '#token = :read',
      names: { '#token': 'token' },
      values: { ':read': row.token },
    },
    { put: owner, condition: 'attribute_not_exists(pk)' },
  ];
}

/** Proves a claim while its account is open and its item takes what is given (`also`); false where anything moved on. */
export async function storeProven(
  row: WaitingRow,
  proven: Proven & { at: string },
  personId: string,
  also: readonly Write[],
): Promise<boolean> {
  return stored(transact([...provenWrites(row, proven), accountIsOpen(personId, row.itemId), ...also]));
}

/** The writes by which a proven claim, as it was read, ends. Of one whose owner left, nobody is named. */
export function endedWrites(row: OwnerRow, ended: PastRow['ended']): Write[] {
  const { pk: _pk, sk: _sk, type: _type, by, byId, ...rest } = row;
  const named = ended.why === 'left' ? {} : { ...(by ? { by } : {}), ...(byId ? { byId } : {}) };
  const ends: PastRow = { ...rest, ...named, ...pastKey(row, ended.at), type: 'pastClaim', ended };
  return [
    {
      delete: ownerKey(row.itemId, row.id),
      condition: '#at = :read',
      names: { '#at': 'at' },
      values: { ':read': row.at },
    },
    { put: ends },
  ];
}

/** The writes by which the owners of an item, as they were read, know what it was merged into; undefined takes that back. */
export function mergedOwnerWrites(rows: readonly OwnerRow[], merged: OwnerRow['merged']): Write[] {
  return rows.map(({ itemId, id, at }) => ({
    update: ownerKey(itemId, id),
    set: merged ? 'SET #merged = :merged' : 'REMOVE #merged',
    condition: '#at = :read',
    names: { '#at': 'at', '#merged': 'merged' },
    values: { ':read': at, ...(merged ? { ':merged': merged } : {}) },
  }));
}

/** Ends a proven claim; false where it moved on. */
export async function storeEnded(row: OwnerRow, ended: PastRow['ended']): Promise<boolean> {
  return stored(transact(endedWrites(row, ended)));
}

/** Takes a claim away that waits for its proof; false where none does. */
export async function removeWaiting(itemId: string, claimId: string): Promise<boolean> {
  return stored(transact([{ delete: waitingKey(itemId, claimId), condition: 'attribute_exists(pk)' }]));
}

/** The claims whose proof is looked at again, the longest not looked at first. */
const checkPartition = 'CLAIMCHECK';
export const checkEntry = ({ itemId, id, looked }: OwnerRow): Entry => ({
  pk: checkPartition,
  sk: `${looked}#${itemId}#${id}`,
  type: 'entry',
  card: `${itemId}#${id}`,
});

/** The proven claims that nobody looked at since a moment (ISO 8601), a page at a time. */
export async function toBeChecked(since: string, after: string | undefined, limit: number) {
  const to = `${since}~`;
  const { rows, last } = await queryCards({ pk: checkPartition, from: '0', to, after, limit });
  const claims = rows.map(({ card }) => {
    const [itemId = '', claimId = ''] = card.split('#');
    return { itemId, claimId };
  });
  return { claims, last };
}

/** Notes when the proof of a claim, as it was read, was looked for, and that it was seen then or since when it is missing. */
export async function noteLook(row: OwnerRow, looked: string, missing: string | undefined): Promise<void> {
  try {
    await updateRow(ownerKey(row.itemId, row.id), {
      UpdateExpression: missing
        ? 'SET looked = :looked, #missing = :missing'
        : 'SET looked = :looked, seen = :looked REMOVE #missing',
      ConditionExpression: '#at = :read',
      ExpressionAttributeNames: { '#at': 'at', '#missing': 'missing' },
      ExpressionAttributeValues: { ':read': row.at, ':looked': looked, ...(missing ? { ':missing': missing } : {}) },
    });
  } catch (error) {
    // It ended meanwhile.
    if (!conditionFailed(error)) throw error;
  }
}

/** Takes who left off a claim that ended. */
export async function unnamePast(row: PastRow): Promise<void> {
  await updateRow(row, { UpdateExpression: 'REMOVE #by, byId', ExpressionAttributeNames: { '#by': 'by' } });
}

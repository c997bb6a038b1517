import { personPartition, profileKey } from '#functions/people/reader.ts';
import { conditionFailed, rowMet, stored } from '#functions/table/failures.ts';
import {
  getRow,
  getRows,
  type Key,
  keyText,
  queryAll,
  queryRows,
  type Row,
  updateRow,
} from '#functions/table/table.ts';
import { AppError } from '#shared/app-error.ts';
import { readHold, stillHeld, writeHold } from '#shared/holds/rules.ts';
import type { Hold } from '#shared/holds/schema.ts';
import type { ReviewMark } from '#shared/reviews/schema.ts';
import {
  bucketOf,
  changedFooting,
  type Footing,
  heldMark,
  readVote,
  type StoredVote,
  togetherMark,
  writeVote,
} from '#shared/votes/rules.ts';
import type { VoteValue } from '#shared/votes/schema.ts';

/**
 * A person's votes, in 64 rows by target, so that one short query reads them all for a page of 50. Attributes are
 * the facts: `v<item>` a vote with its minute, `m<review>` a set of marks, `s<item>` the own rating of a review, and
 * `h<item>` what is left of a vote that was withdrawn while it was held for acting together: the hold, until it is over.
 * `c<comment>` and `g<comment>` are the same as `v` and `h`, on comments.
 */
export type MarksRow = Row & { type: 'marks' };

/** What an attribute of a marks row is: a vote (`v`), the hold left of one (`h`), marks (`m`) or the own rating (`s`). */
type MarkKind = 'v' | 'h' | 'm' | 's' | 'c' | 'g';
/** What is voted on: how a vote is called there, and the hold that is left of one. */
export type Ballot = { vote: MarkKind; left: MarkKind };
const onItems: Ballot = { vote: 'v', left: 'h' };
export const onComments: Ballot = { vote: 'c', left: 'g' };
export const markName = (kind: MarkKind, targetId: string) => `${kind}${targetId}`;
/** The target of an attribute of a marks row; undefined where it is none of this kind. */
export const targetOf = (kind: MarkKind, name: string) =>
  name.length === 13 && name.startsWith(kind) ? name.slice(1) : undefined;

export const marksPrefix = 'M#';
const marksKey = (personId: string, targetId: string): Key => ({
  pk: personPartition(personId),
  sk: `${marksPrefix}${bucketOf(targetId)}`,
});
/** Holds until the account is deleted: any write that credits the person has it, on one of these rows. */
const open = 'attribute_not_exists(closed)';
const setType = '#type = :type';
const typeName = { '#type': 'type' };
const typeValue = { ':type': 'marks' };

type OnlyIf = { condition: string; values: Record<string, unknown> };

/**
 * Stores a vote on an item: one write, 1 unit, two where a vote of the other sign is or would be held or a hold was left.
 * Answers the vote that stands, undefined where the account was deleted. The same vote again changes nothing, not even its
 * time; one that takes the place of another, or of a hold that was left, keeps the hold while it lasts.
 */
export async function storeVote(
  personId: string,
  itemId: string,
  value: VoteValue,
  minute: number,
  footing: Footing = {},
  on: Ballot = onItems,
): Promise<StoredVote | undefined> {
  const name = markName(on.vote, itemId);
  const left = markName(on.left, itemId);
  const unheld = 'attribute_not_exists(#left)';
  const absent = { condition: `attribute_not_exists(#vote) AND ${unheld}`, values: {} };
  const replaceable = {
    condition: `(${absent.condition} OR NOT (begins_with(#vote, :sign) OR contains(#vote, :held))) AND ${unheld}`,
    values: { ':sign': writeVote(value, minute).slice(0, 1), ':held': heldMark },
  };
  let next = footing;
  let onlyIf: OnlyIf = footing.hold ? absent : replaceable;
  for (let tries = 0; tries < 5; tries++) {
    try {
      await updateRow(marksKey(personId, itemId), {
        UpdateExpression: `SET ${setType}, #vote = :vote REMOVE #left`,
        ConditionExpression: `${open} AND ${onlyIf.condition}`,
        ExpressionAttributeNames: { ...typeName, '#vote': name, '#left': left },
        ExpressionAttributeValues: { ...typeValue, ':vote': writeVote(value, minute, next), ...onlyIf.values },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      return { value, minute, ...next };
    } catch (error) {
      if (!conditionFailed(error)) throw error;
      const met = rowMet(error);
      if (met.closed) return undefined;
      const stored = readVote(met[name]);
      // The clock decides: a hold that is over may still be there until the job comes.
      const hold = stillHeld(stored ? stored.hold : readHold(String(met[left] ?? '')), new Date());
      if (stored?.value === value) return { ...stored, hold };
      next = stored || hold ? changedFooting({ hold }, footing) : footing;
      onlyIf = whileAs(met[name], met[left]) ?? absent;
    }
  }
  throw new AppError('try_again');
}

/** The condition that a vote, or else the hold that was left of one, is as it was met; undefined where there was neither. */
function whileAs(vote: unknown, left: unknown): OnlyIf | undefined {
  if (vote !== undefined) return { condition: '#vote = :before', values: { ':before': vote } };
  if (left === undefined) return undefined;
  return { condition: 'attribute_not_exists(#vote) AND #left = :before', values: { ':before': left } };
}

/** Puts a vote in another's place where that one is still as it was read; whoever cast it. False where it moved on. */
export async function replaceVote(
  personId: string,
  itemId: string,
  before: string,
  after: string,
  on: Ballot = onItems,
): Promise<boolean> {
  return stored(
    updateRow(marksKey(personId, itemId), {
      UpdateExpression: 'SET #vote = :vote',
      ConditionExpression: '#vote = :before',
      ExpressionAttributeNames: { '#vote': markName(on.vote, itemId) },
      ExpressionAttributeValues: { ':vote': after, ':before': before },
    }),
  );
}

/**
 * Removes a vote on an item, if there is one: one write, two where it is held for acting together. Then the hold stays in
 * the vote's place while it lasts, or voting anew would shake it off. False where the account was deleted.
 */
export async function removeVote(personId: string, itemId: string, on: Ballot = onItems): Promise<boolean> {
  const name = markName(on.vote, itemId);
  let left: Hold | undefined;
  let onlyIf: OnlyIf = {
    condition: 'attribute_exists(#vote) AND NOT contains(#vote, :together)',
    values: { ':together': togetherMark },
  };
  for (let tries = 0; tries < 5; tries++) {
    try {
      await updateRow(marksKey(personId, itemId), {
        UpdateExpression: left ? 'REMOVE #vote SET #left = :left' : 'REMOVE #vote',
        ConditionExpression: `${open} AND ${onlyIf.condition}`,
        ExpressionAttributeNames: { '#vote': name, ...(left ? { '#left': markName(on.left, itemId) } : {}) },
        ExpressionAttributeValues: { ...onlyIf.values, ...(left ? { ':left': writeHold(left) } : {}) },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      return true;
    } catch (error) {
      if (!conditionFailed(error)) throw error;
      const met = rowMet(error);
      if (met.closed || met[name] === undefined) return !met.closed;
      const hold = stillHeld(readVote(met[name])?.hold, new Date());
      left = hold?.rule === 'together' ? hold : undefined;
      onlyIf = { condition: '#vote = :before', values: { ':before': met[name] } };
    }
  }
  throw new AppError('try_again');
}

/** Removes the hold that was left of a vote, where it is still as it was read; whoever cast it. */
export async function removeLeftHold(personId: string, itemId: string, before: string): Promise<boolean> {
  return stored(
    updateRow(marksKey(personId, itemId), {
      UpdateExpression: 'REMOVE #left',
      ConditionExpression: '#left = :before',
      ExpressionAttributeNames: { '#left': markName('h', itemId) },
      ExpressionAttributeValues: { ':before': before },
    }),
  );
}

/** Adds or takes away one mark on a review; answers the person's marks on it, undefined where the account was deleted. */
export async function changeMark(
  personId: string,
  reviewId: string,
  mark: ReviewMark,
  change: 'add' | 'remove',
): Promise<ReviewMark[] | undefined> {
  const name = markName('m', reviewId);
  try {
    const attributes = await updateRow(marksKey(personId, reviewId), {
      UpdateExpression: `SET ${setType} ${change === 'add' ? 'ADD' : 'DELETE'} #marks :mark`,
      ConditionExpression: change === 'add' ? open : `${open} AND attribute_exists(#marks)`,
      ExpressionAttributeNames: { ...typeName, '#marks': name },
      ExpressionAttributeValues: { ...typeValue, ':mark': new Set([mark]) },
      ReturnValues: 'ALL_NEW',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    return [...((attributes?.[name] as Set<ReviewMark> | undefined) ?? [])].sort();
  } catch (error) {
    if (conditionFailed(error)) return rowMet(error).closed ? undefined : [];
    throw error;
  }
}

/**
 * The write that notes or removes a person's own rating, to stand in the transaction of the review. A rating is
 * refused where the account was deleted meanwhile.
 */
export function ownRatingChange(personId: string, itemId: string, rating: number | undefined) {
  return {
    update: marksKey(personId, itemId),
    set: rating === undefined ? `SET ${setType} REMOVE #rating` : `SET ${setType}, #rating = :rating`,
    ...(rating === undefined ? {} : { condition: open }),
    names: { ...typeName, '#rating': markName('s', itemId) },
    values: { ...typeValue, ...(rating === undefined ? {} : { ':rating': rating }) },
  };
}

/** A person's vote on an item, with every write before seen. */
export async function voteOn(personId: string, itemId: string): Promise<StoredVote | undefined> {
  const row = await getRow(marksKey(personId, itemId), { strong: true });
  return readVote(row?.[markName('v', itemId)]);
}

/**
 * A person's votes on anything, by item, as they are stored; undefined where there are more than `most`. Half a read unit
 * for each 4 KB.
 */
export async function votesOf(personId: string, most: number): Promise<Map<string, string> | undefined> {
  const found = new Map<string, string>();
  let after: string | undefined;
  do {
    const page = await queryRows({ pk: personPartition(personId), begins: marksPrefix, after });
    for (const [name, stored] of page.rows.flatMap((row) => Object.entries(row))) {
      const itemId = targetOf('v', name);
      if (itemId && readVote(stored)) found.set(itemId, String(stored));
    }
    if (found.size > most) return undefined;
    after = page.last;
  } while (after !== undefined);
  return found;
}

/**
 * The profile of a person and the marks rows that may hold marks on these targets, with every write before seen:
 * few targets by key, many in one query of all 64.
 */
export async function marksOn(personId: string, targetIds: readonly string[]): Promise<{ profile?: Row; rows: Row[] }> {
  const keys = new Map(targetIds.map((id) => marksKey(personId, id)).map((key) => [keyText(key), key]));
  const profile = profileKey(personId);
  if (keys.size <= 3) {
    const rows = await getRows([profile, ...keys.values()], { strong: true });
    return { profile: rows.get(keyText(profile)), rows: [...rows.values()].filter(isMarks) };
  }
  const [profileRow, rows] = await Promise.all([getRow(profile, { strong: true }), ownMarks(personId)]);
  return { profile: profileRow, rows };
}

/** All marks rows of a person, with every write before seen unless told: a read unit for each 4 KB, or half of one. */
export async function ownMarks(personId: string, { strong = true } = {}): Promise<MarksRow[]> {
  return queryAll<MarksRow>({ pk: personPartition(personId), begins: marksPrefix, strong });
}

/** Whether a row holds marks. */
export function isMarks(row: Row): row is MarksRow {
  return row.sk.startsWith(marksPrefix);
}

/** The check that a person's account was not deleted meanwhile, for a transaction that credits the person with a target. */
export function accountIsOpen(personId: string, targetId: string) {
  return { check: marksKey(personId, targetId), condition: open };
}

import { conditionFailed, failedConditions, stored } from '#functions/table/failures.ts';
import {
  getRow,
  getRows,
  type Key,
  keyText,
  queryAll,
  queryCards,
  queryRows,
  type Row,
  transact,
  updateRow,
  type Write,
  writeRows,
} from '#functions/table/table.ts';
import { handleSkeleton } from '#shared/people/rules.ts';
import type { Earned } from '#shared/trust/rules.ts';

export type Profile = Row & { type: 'profile'; handle?: string; at?: string; deleted?: true };
export type HandleRow = Row & { type: 'handle'; personId: string; handle: string };
/** What a person gave, in numbers; written by the projector. */
export type PersonStanding = {
  items: number;
  reviews: number;
  saves: number;
  tags: number;
  usefulReceived: number;
} & Earned;
/** The site in numbers: how many people have a handle, and how many contributed in a month. Written by the projector. */
export type SiteStanding = { people: number; active?: Record<string, number> };

export const personPartition = (personId: string) => `P#${personId}`;
/** Whose a row is that lies under a person. */
export const ownerOf = ({ pk }: Key) => pk.slice(personPartition('').length);
export const profileKey = (personId: string): Key => ({ pk: personPartition(personId), sk: 'PROFILE' });
export const personStandingKey = (personId: string): Key => ({ pk: personPartition(personId), sk: 'STANDING' });
export const siteStandingKey: Key = { pk: 'SITE', sk: 'STANDING' };
const added = 'ADDED#';
/** That a person added an item: found again when the account is deleted. */
export const addedKey = (personId: string, itemId: string): Key => ({
  pk: personPartition(personId),
  sk: `${added}${itemId}`,
});
const handleKey = (handle: string): Key => ({ pk: `H#${handleSkeleton(handle)}`, sk: 'HANDLE' });
/** A person's contributions, newest last. */
export const contributionsPartition = (personId: string) => `PC#${personId}`;

/** The profile of a person, with every write before seen; undefined before a handle was chosen. */
export async function profileOf(personId: string): Promise<Profile | undefined> {
  return getRow<Profile>(profileKey(personId), { strong: true });
}

/** Who has a handle, or one that looks like it; undefined if nobody. */
export async function personByHandle(handle: string): Promise<HandleRow | undefined> {
  return getRow<HandleRow>(handleKey(handle));
}

/** The ids of those who have exactly these handles, in any case, by the handle asked for. */
export async function peopleByHandles(handles: readonly string[]): Promise<Map<string, string>> {
  const rows = await getRows(handles.map(handleKey));
  return new Map(
    handles.flatMap((asked) => {
      const found = rows.get(keyText(handleKey(asked))) as HandleRow | undefined;
      return found?.handle.toLowerCase() === asked.toLowerCase() ? [[asked, found.personId] as const] : [];
    }),
  );
}

/** The handles of people, by id; without those who have none. Half a read unit each. */
export async function handlesOf(personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await getRows(personIds.map(profileKey));
  return new Map(
    personIds.flatMap((id) => {
      const handle = (rows.get(keyText(profileKey(id))) as Profile | undefined)?.handle;
      return handle === undefined ? [] : [[id, handle] as const];
    }),
  );
}

/** How many people have a handle, as the projector knows it. */
export async function peopleHere(): Promise<number> {
  return (await getRow<SiteStanding & Row>(siteStandingKey))?.people ?? 0;
}

/** What a person earned, as the projector counted it. Half a read unit for each 4 KB, which it does not reach. */
export async function earnedBy(personId: string): Promise<Earned | undefined> {
  return getRow<PersonStanding & Row>(personStandingKey(personId));
}

/** The site in numbers, as the projector knows it. */
export async function siteNumbers(): Promise<SiteStanding | undefined> {
  return getRow<SiteStanding & Row>(siteStandingKey);
}

/** A person's profile and numbers, by id. */
export async function profileAndStanding(
  personId: string,
): Promise<{ profile?: Profile; standing?: PersonStanding & Row }> {
  const rows = await getRows([profileKey(personId), personStandingKey(personId)]);
  return {
    profile: rows.get(keyText(profileKey(personId))) as Profile | undefined,
    standing: rows.get(keyText(personStandingKey(personId))) as (PersonStanding & Row) | undefined,
  };
}

/**
 * Stores a handle once, with what goes along with it: answers which condition failed, `handle` taken, `profile` already there,
 * something that went along (`also`), or undefined.
 */
export async function storeHandle(
  personId: string,
  handle: string,
  at: string,
  also: readonly Write[] = [],
): Promise<'handle' | 'profile' | 'also' | undefined> {
  const absent = 'attribute_not_exists(pk)';
  try {
    await transact([
      { put: { ...handleKey(handle), type: 'handle', personId, handle }, condition: absent },
      { put: { ...profileKey(personId), type: 'profile', handle, at }, condition: absent },
      ...also,
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    if (failed[1]) return 'profile';
    return failed[0] ? 'handle' : 'also';
  }
}

/**
 * Removes profile and handle at once and leaves a mark without personal data that refuses tokens still valid.
 * False where the handle is not, or no longer, the one named.
 */
export async function removeProfile(personId: string, handle: string | undefined): Promise<boolean> {
  return stored(
    transact([
      {
        put: { ...profileKey(personId), type: 'profile', deleted: true },
        condition: handle ? '#handle = :handle' : 'attribute_not_exists(#handle)',
        names: { '#handle': 'handle' },
        ...(handle ? { values: { ':handle': handle } } : {}),
      },
      ...(handle ? [{ delete: handleKey(handle) }] : []),
    ]),
  );
}

/** Accounts that were deleted, until nothing is left of them: the line that the job `forget` works off. */
const leavers = 'LEAVERS';
export type Leaver = Row & { type: 'leaver'; personId: string; at: string };

/** Notes that an account was deleted at a moment (ISO 8601); repeated, the first stands. */
export async function noteLeaver(personId: string, at: string): Promise<void> {
  await updateRow(
    { pk: leavers, sk: personId },
    {
      UpdateExpression: 'SET #type = :type, personId = :person, #at = if_not_exists(#at, :at)',
      ExpressionAttributeNames: { '#type': 'type', '#at': 'at' },
      ExpressionAttributeValues: { ':type': 'leaver', ':person': personId, ':at': at },
    },
  );
}

/** Everybody who left and of whom something may be left. */
export async function leaversSoFar(): Promise<Leaver[]> {
  return queryAll<Leaver>({ pk: leavers });
}

/** Every row under a person: profile, votes, tags, added items, imports. */
export async function rowsOfPerson(personId: string): Promise<Row[]> {
  return queryAll({ pk: personPartition(personId), strong: true });
}

/** The items that a person added, from all of the person's rows. */
export function addedItems(rows: readonly Row[]): string[] {
  return rows.filter(({ sk }) => sk.startsWith(added)).map(({ sk }) => sk.slice(added.length));
}

/** The items that a person added, a page at a time by id, with every write before seen. */
export async function addedAfter(personId: string, after: string | undefined, limit: number) {
  const { rows, last } = await queryRows({
    pk: personPartition(personId),
    begins: added,
    after: after === undefined ? undefined : addedKey(personId, after).sk,
    limit,
    strong: true,
  });
  return { itemIds: addedItems(rows), last: last?.slice(added.length) };
}

/** Takes the author off a fact that stays; one that is gone meanwhile is left gone. */
export async function unlinkAuthor(key: Key): Promise<void> {
  try {
    await updateRow(key, {
      UpdateExpression: 'REMOVE #by, byId',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#by': 'by' },
    });
  } catch (error) {
    if (!conditionFailed(error)) throw error;
  }
}

/** Deletes rows under a person. */
export async function deletePersonRows(keys: readonly Key[]): Promise<void> {
  await writeRows(keys.map((key) => ({ delete: key })));
}

/** A page of a person's contributions, newest first: written JSON of each. */
export async function contributionsByPerson(personId: string, after: string | undefined, limit: number) {
  return queryCards({ pk: contributionsPartition(personId), descending: true, limit, after });
}

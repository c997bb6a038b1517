import { ownerOf, personPartition } from '#functions/people/reader.ts';
import { failedConditions, stored } from '#functions/table/failures.ts';
import { getRow, getRows, type Key, keyText, queryAll, queryRows, type Row, transact } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { type Target, targetText } from '#shared/targets.ts';
import type { Relation, RelationName } from './relation.ts';

// “Follow” stands for every relation here: whoever watches something follows it in another way.

/** The fact that a person follows something, under the person: acts from `since` on come into the feed. */
export type FollowRow = Row & { type: RelationName; target: string; name: string; since: string };
/**
 * The same fact under what is followed, so that all followers are found. One who follows no longer stays for two days,
 * marked `gone`: a projector that was cut off while it told them something finds them again and takes it back.
 */
export type FollowerRow = Row & {
  type: 'follower' | 'watcher';
  personId: string;
  since: string;
  handle?: string;
  gone?: true;
  ttl?: number;
};
/** How many follow something; written by the projector. */
export type FollowedStanding = { followers: number };

/** What rows of a relation are called: facts of a person, their number, all under a target. */
const names = {
  follow: {
    facts: 'FOLLOW#',
    tally: 'FOLLOWS',
    followers: 'FOL#',
    tallyType: 'followTally',
    followerType: 'follower',
  },
  watch: {
    facts: 'WATCH#',
    tally: 'WATCHES',
    followers: 'WAT#',
    tallyType: 'watchTally',
    followerType: 'watcher',
  },
} as const;
const followersBegin = 'F#';
const followKey = (relation: RelationName, personId: string, target: Target): Key => ({
  pk: personPartition(personId),
  sk: `${names[relation].facts}${targetText(target)}`,
});
const followerPartition = (relation: RelationName, text: string) => `${names[relation].followers}${text}`;
const followerKey = (relation: RelationName, target: Target, personId: string): Key => ({
  pk: followerPartition(relation, targetText(target)),
  sk: `${followersBegin}${personId}`,
});
/** By `targetText`. */
export const followedStandingKey =
  (relation: RelationName) =>
  (text: string): Key => ({ pk: followerPartition(relation, text), sk: 'STANDING' });
const tallyKey = (relation: RelationName, personId: string): Key => ({
  pk: personPartition(personId),
  sk: names[relation].tally,
});
/** Who follows, by the row under that person. */
export const followerOf = (row: FollowRow): string => ownerOf(row);
/** Where the same fact stands under what is followed. */
export const sameUnderTarget = (row: FollowRow): Key => ({
  pk: followerPartition(row.type, row.target),
  sk: `${followersBegin}${followerOf(row)}`,
});
/** Where it is counted how much a person follows. */
export const tallyOf = (row: FollowRow): Key => tallyKey(row.type, followerOf(row));
/** Whether a row under a person only counts what the person stands to. */
export const isFollowTally = ({ type }: Row) => Object.values(names).some(({ tallyType }) => type === tallyType);

/**
 * Stores that a person follows something: both rows or neither, while both accounts are open. Answers what stood in the
 * way: that it is followed already, the limit, one's own account or the other's, deleted meanwhile; or nothing.
 */
export async function storeFollow(
  { name: relation, most }: Relation,
  personId: string,
  target: Target,
  { name, since, handle }: { name: string; since: string; handle?: string },
): Promise<'already' | 'limit' | 'account' | 'target' | undefined> {
  const follow: FollowRow = {
    ...followKey(relation, personId, target),
    type: relation,
    target: targetText(target),
    name,
    since,
  };
  const isPerson = target.what === 'people';
  const follower: FollowerRow = {
    ...followerKey(relation, target, personId),
    type: names[relation].followerType,
    personId,
    since,
    ...(isPerson && handle !== undefined ? { handle } : {}),
  };
  try {
    await transact([
      { put: follow, condition: 'attribute_not_exists(pk)' },
      {
        update: tallyKey(relation, personId),
        set: 'SET #type = :type ADD #count :one',
        condition: 'attribute_not_exists(#count) OR #count < :most',
        names: { '#type': 'type', '#count': 'count' },
        values: { ':type': names[relation].tallyType, ':one': 1, ':most': most },
      },
      accountIsOpen(personId, target.id),
      // A person may watch themselves: no two writes of one transaction are to the same row.
      ...(isPerson && target.id !== personId ? [accountIsOpen(target.id, personId)] : []),
      { put: follower },
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    if (failed[2]) return 'account';
    if (failed[0]) return 'already';
    return failed[1] ? 'limit' : 'target';
  }
}

/** How long somebody who followed is remembered: longer than the projector tries. */
const goneSeconds = 2 * 86_400;

/** Takes away that a person follows something; false where the person does not. */
export async function removeFollow(
  relation: RelationName,
  personId: string,
  target: Target,
  now: Date,
): Promise<boolean> {
  const gone: FollowerRow = {
    ...followerKey(relation, target, personId),
    type: names[relation].followerType,
    personId,
    since: isoSeconds(now),
    gone: true,
    ttl: Math.floor(now.getTime() / 1000) + goneSeconds,
  };
  return stored(
    transact([
      { delete: followKey(relation, personId, target), condition: 'attribute_exists(pk)' },
      {
        update: tallyKey(relation, personId),
        set: 'ADD #count :less',
        names: { '#count': 'count' },
        values: { ':less': -1 },
      },
      { put: gone },
    ]),
  );
}

/** Everything a person follows, with every write before seen. One read unit for each 4 KB: 35 follows or so. */
export async function followsOf(relation: RelationName, personId: string): Promise<FollowRow[]> {
  return queryAll<FollowRow>({ pk: personPartition(personId), begins: names[relation].facts, strong: true });
}

/** A page of what a person follows of one sort, after the one of this id. */
export async function followsPage(
  relation: RelationName,
  personId: string,
  what: Target['what'],
  { after, limit, strong }: { after: string | undefined; limit: number; strong: boolean },
) {
  const begins = followKey(relation, personId, { what, id: '' }).sk;
  const start = after === undefined ? undefined : `${begins}${after}`;
  const { rows } = await queryRows<FollowRow>({ pk: personPartition(personId), begins, after: start, limit, strong });
  return rows.map(({ sk, name }) => ({ id: sk.slice(begins.length), name }));
}

/** Everybody who follows something, and who did until lately, with every write before seen. */
export async function followersOf(relation: RelationName, target: Target): Promise<FollowerRow[]> {
  return queryAll<FollowerRow>({
    pk: followerPartition(relation, targetText(target)),
    begins: followersBegin,
    strong: true,
  });
}

/** A page of who follows a person, after the one of this id; `last` is where it was read up to and more may follow. */
export async function followersPage(personId: string, after: string | undefined, limit: number) {
  const { rows, last } = await queryRows<FollowerRow>({
    pk: followersList(personId),
    begins: followersBegin,
    after: after === undefined ? undefined : `${followersBegin}${after}`,
    limit,
    filter: 'attribute_not_exists(gone)',
  });
  return { rows, last: last?.slice(followersBegin.length) };
}

/** How many follow something, as the projector knows it. */
export async function followersCount(relation: RelationName, target: Target): Promise<number> {
  return (await getRow<FollowedStanding & Row>(followedStandingKey(relation)(targetText(target))))?.followers ?? 0;
}

/** Those of these people whom a person follows. Half a read unit for each of them. */
export async function followedAmong(personId: string, people: readonly string[]): Promise<Set<string>> {
  const keyOf = (id: string) => keyText(followKey('follow', personId, { what: 'people', id }));
  const rows = await getRows(people.map((id) => followKey('follow', personId, { what: 'people', id })));
  return new Set(people.filter((id) => rows.has(keyOf(id))));
}

/** Whether a person follows something, with every write before seen. */
export async function isFollowing(relation: RelationName, personId: string, target: Target): Promise<boolean> {
  return (await getRow(followKey(relation, personId, target), { strong: true })) !== undefined;
}

/** The list that a cursor of a person's follows of one sort belongs to. */
export const followsList = (relation: RelationName, personId: string, what: Target['what']) =>
  `${personPartition(personId)} ${relation === 'follow' ? '' : relation}${what}`;
/** The list that a cursor of a person's followers belongs to. */
export const followersList = (personId: string) =>
  followerPartition('follow', targetText({ what: 'people', id: personId }));

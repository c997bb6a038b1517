import { ownerOf, personPartition } from '#functions/people/reader.ts';
import { failedConditions } from '#functions/table/failures.ts';
import { getRow, getRows, type Key, keyText, queryAll, queryRows, type Row, transact } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import { feedDays, followsPerPerson, type Target, tagMark, targetText } from '#shared/follows/rules.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import type { Act } from './activity.ts';

/** The fact that a person follows something, under the person: acts from `since` on come into the feed. */
export type FollowRow = Row & { type: 'follow'; target: string; name: string; since: string };
/**
 * The same fact under what is followed, so that all followers are found. One who follows no longer stays for two days,
 * marked `gone`: a projector that was cut off while it told them something finds them again and takes it back.
 */
export type FollowerRow = Row & {
  type: 'follower';
  personId: string;
  since: string;
  handle?: string;
  gone?: true;
  ttl?: number;
};
/** A line of somebody's home feed. */
export type FeedEntry = Row & {
  type: 'entry';
  card: string;
  byId: string;
  itemId: string;
  tags?: string[];
  ttl: number;
};
/** Where an act is found under what can be followed. `card` names its fact. */
export type ActEntry = Row & { type: 'entry'; card: string; ttl: number };
/** How many follow something; written by the projector. */
export type FollowedStanding = { followers: number };

const follows = 'FOLLOW#';
const followersBegin = 'F#';
const followKey = (personId: string, target: Target): Key => ({
  pk: personPartition(personId),
  sk: `${follows}${targetText(target)}`,
});
const followerPartition = (text: string) => `FOL#${text}`;
const followerKey = (target: Target, personId: string): Key => ({
  pk: followerPartition(targetText(target)),
  sk: `${followersBegin}${personId}`,
});
/** By `targetText`. */
export const followedStandingKey = (text: string): Key => ({ pk: followerPartition(text), sk: 'STANDING' });
const tallyKey = (personId: string): Key => ({ pk: personPartition(personId), sk: 'FOLLOWS' });
const homePartition = (personId: string) => `HOME#${personId}`;
const actsPartition = (target: Target) => `ACT#${targetText(target)}`;

/** Who follows, by the row under that person. */
export const followerOf = (row: FollowRow): string => ownerOf(row);
/** Whether a row under a person only counts what the person follows. */
export const isFollowTally = ({ type }: Row) => type === 'followTally';

/** The place of an act in a list that is ordered by time. */
export const placeOf = ({ at, id }: Pick<Act, 'at' | 'id'>) => `${at}#${id}`;

/** The line of an act in a follower's feed. */
export function feedEntry(followerId: string, act: Act): FeedEntry {
  const { card, personId, itemId, tags, ttl } = act;
  return {
    pk: homePartition(followerId),
    sk: placeOf(act),
    type: 'entry',
    card,
    byId: personId,
    itemId,
    ...(tags.length > 0 ? { tags: tags.map(tagMark) } : {}),
    ttl,
  };
}

/** Where a line of a follower's feed is, or would be. */
export const feedKey = (followerId: string, sk: string): Key => ({ pk: homePartition(followerId), sk });

/** A transaction takes 100 writes; each line brings the check of its fact. */
const linesAtOnce = 40;

/**
 * Puts lines into a feed, each only while its fact tells of it: as of the same time, in public, under what it is heard
 * through. Four write units a line. @throws where one is not told any more: `failedConditions`
 */
export async function storeLines(personId: string, lines: readonly { act: Act; through: Target }[]): Promise<void> {
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    const writes = lines.slice(from, from + linesAtOnce).flatMap(({ act, through }) => {
      const byTag = through.what === 'tags';
      return [
        {
          check: act.fact,
          condition: `#at = :at AND attribute_exists(#by) AND attribute_not_exists(#held) AND attribute_not_exists(#private)${byTag ? ' AND contains(#tags, :tag)' : ''}`,
          names: {
            '#at': 'at',
            '#by': 'by',
            '#held': 'held',
            '#private': 'private',
            ...(byTag ? { '#tags': 'tags' } : {}),
          },
          values: { ':at': act.at, ...(byTag ? { ':tag': through.id } : {}) },
        },
        { put: feedEntry(personId, act) },
      ];
    });
    await transact(writes);
  }
}

/** The row under each target that leads to an act. */
export function actEntries(act: Act): ActEntry[] {
  const card = JSON.stringify([act.fact.pk, act.fact.sk]);
  return act.under.map((target) => ({
    pk: actsPartition(target),
    sk: placeOf(act),
    type: 'entry',
    card,
    ttl: act.ttl,
  }));
}

/** Acts under a target from a time on, as far as they are listed, with every write before seen. */
export async function actsUnder(target: Target, since: string): Promise<{ sk: string; fact: Key }[]> {
  const rows = await queryAll<ActEntry>({ pk: actsPartition(target), from: since, strong: true });
  return rows.map(({ sk, card }) => {
    const [pk, factSk] = JSON.parse(card) as [string, string];
    return { sk, fact: { pk, sk: factSk } };
  });
}

/** When the act before the latest `count` ones under a target was, or else when the feeds begin. Half a read unit for each 4 KB. */
export async function beginningOf(target: Target, count: number, now: Date): Promise<string> {
  const { rows } = await queryRows({ pk: actsPartition(target), from: begin(now), descending: true, limit: count });
  const last = rows.length === count ? rows.at(-1) : undefined;
  return last ? last.sk.slice(0, last.sk.indexOf('#')) : begin(now);
}

const begin = (now: Date) => isoSeconds(new Date(now.getTime() - feedDays * 86_400_000));

/**
 * Stores that a person follows something: both rows or neither, while both accounts are open. Answers what stood in the
 * way: that it is followed already, the limit, one's own account or the other's, deleted meanwhile; or nothing.
 */
export async function storeFollow(
  personId: string,
  target: Target,
  { name, since, handle }: { name: string; since: string; handle: string },
): Promise<'already' | 'limit' | 'account' | 'target' | undefined> {
  const follow: FollowRow = { ...followKey(personId, target), type: 'follow', target: targetText(target), name, since };
  const isPerson = target.what === 'people';
  const follower: FollowerRow = {
    ...followerKey(target, personId),
    type: 'follower',
    personId,
    since,
    ...(isPerson ? { handle } : {}),
  };
  try {
    await transact([
      { put: follow, condition: 'attribute_not_exists(pk)' },
      {
        update: tallyKey(personId),
        set: 'SET #type = :type ADD #count :one',
        condition: 'attribute_not_exists(#count) OR #count < :most',
        names: { '#type': 'type', '#count': 'count' },
        values: { ':type': 'followTally', ':one': 1, ':most': followsPerPerson },
      },
      accountIsOpen(personId, target.id),
      ...(isPerson ? [accountIsOpen(target.id, personId)] : []),
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
export async function removeFollow(personId: string, target: Target, now: Date): Promise<boolean> {
  const gone: FollowerRow = {
    ...followerKey(target, personId),
    type: 'follower',
    personId,
    since: isoSeconds(now),
    gone: true,
    ttl: Math.floor(now.getTime() / 1000) + goneSeconds,
  };
  try {
    await transact([
      { delete: followKey(personId, target), condition: 'attribute_exists(pk)' },
      {
        update: tallyKey(personId),
        set: 'ADD #count :less',
        names: { '#count': 'count' },
        values: { ':less': -1 },
      },
      { put: gone },
    ]);
    return true;
  } catch (error) {
    if (failedConditions(error)) return false;
    throw error;
  }
}

/** Everything a person follows, with every write before seen. One read unit for each 4 KB: 35 follows or so. */
export async function followsOf(personId: string): Promise<FollowRow[]> {
  return queryAll<FollowRow>({ pk: personPartition(personId), begins: follows, strong: true });
}

/** A page of what a person follows of one sort, after the one of this id. */
export async function followsPage(
  personId: string,
  what: Target['what'],
  { after, limit, strong }: { after: string | undefined; limit: number; strong: boolean },
) {
  const begins = followKey(personId, { what, id: '' }).sk;
  const start = after === undefined ? undefined : `${begins}${after}`;
  const { rows } = await queryRows<FollowRow>({ pk: personPartition(personId), begins, after: start, limit, strong });
  return rows.map(({ sk, name }) => ({ id: sk.slice(begins.length), name }));
}

/** Everybody who follows something, and who did until lately, with every write before seen. */
export async function followersOf(target: Target): Promise<FollowerRow[]> {
  return queryAll<FollowerRow>({
    pk: followerPartition(targetText(target)),
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
export async function followersCount(target: Target): Promise<number> {
  return (await getRow<FollowedStanding & Row>(followedStandingKey(targetText(target))))?.followers ?? 0;
}

/** Those of these people whom a person follows. Half a read unit for each of them. */
export async function followedAmong(personId: string, people: readonly string[]): Promise<Set<string>> {
  const keyOf = (id: string) => keyText(followKey(personId, { what: 'people', id }));
  const rows = await getRows(people.map((id) => followKey(personId, { what: 'people', id })));
  return new Set(people.filter((id) => rows.has(keyOf(id))));
}

/** Whether a person follows something, with every write before seen. */
export async function isFollowing(personId: string, target: Target): Promise<boolean> {
  return (await getRow(followKey(personId, target), { strong: true })) !== undefined;
}

/** A stretch of a person's home feed, newest first: of the last sixty days, and nothing that claims to be from later than now. */
export async function homeStretch(personId: string, now: Date, after: string | undefined, limit: number) {
  const [from, to] = [begin(now), `${isoSeconds(now)}~`];
  // A cursor from elsewhere in the list would leave the stretch.
  if (after !== undefined && (after < from || after > to)) return { rows: [], last: undefined };
  return queryRows<FeedEntry>({ pk: homePartition(personId), from, to, descending: true, after, limit });
}

/** The list that a cursor of a home feed belongs to. */
export const homeList = homePartition;
/** The list that a cursor of a person's follows of one sort belongs to. */
export const followsList = (personId: string, what: Target['what']) => `${personPartition(personId)} ${what}`;
/** The list that a cursor of a person's followers belongs to. */
export const followersList = (personId: string) => followerPartition(targetText({ what: 'people', id: personId }));

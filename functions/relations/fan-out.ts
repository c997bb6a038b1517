import { isDeepStrictEqual } from 'node:util';
import type { Change } from '#functions/projections/change.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { getRows, type Key, keyText, writeRows } from '#functions/table/table.ts';
import { readTarget, type Target, targetText } from '#shared/targets.ts';
import { actsUnder, feedKey, placeOf, storeLines } from './feeds/table.ts';
import { type Follower, heardThrough, tellings } from './join.ts';
import type { Act, Relation } from './relation.ts';
import { type FollowRow, followerOf, followersOf, followsOf } from './table.ts';

/** How many lists of followers are read at once. */
const listsAtOnce = 8;

/** Whether the same is told, to the same. */
export const sameAct = (one: Act | undefined, other: Act | undefined): boolean => isDeepStrictEqual(one, other);

/**
 * Writes what follows for the feeds of a relation from changed facts: what was done comes to the followers, what somebody began to
 * follow comes to that one. It runs after the rows that list the facts are written and before the checkpoint moves,
 * whether the changes come for the first time or again.
 *
 * Nothing is missed: an act is listed under what it is under before its followers are read, and a follow is a fact before
 * the acts under it are read, so that of the two at least one sees the other. Nothing is left over: what was read is
 * read again after the writes, until nobody moved; where this is cut off in between, the same changes come again, and
 * who ceased to follow meanwhile is still found (`gone`), and a line is brought along only while its fact is as it was read.
 */
export async function fanOut(relation: Relation, changes: readonly Change[], now: Date): Promise<void> {
  const told = new Map<string, { fact: Key; known: Act[] }>();
  const follows = new Map<string, FollowRow[]>();
  for (const { before, after } of changes) {
    const row = after ?? before;
    if (!row) continue;
    if (row.type === relation.name) {
      const states = [before, after].filter((state) => state !== undefined) as FollowRow[];
      follows.set(keyText(row), [...(follows.get(keyText(row)) ?? []), ...states]);
    }
    if (!relation.mayTell(row)) continue;
    const [was, is] = [relation.actOf(before, now), relation.actOf(after, now)];
    // Where the same is told as before, the change that made it so told it.
    if (sameAct(was, is)) continue;
    const { known } = told.get(keyText(row)) ?? { known: [] };
    told.set(keyText(row), { fact: row, known: [...known, ...[was, is].filter((act) => act !== undefined)] });
  }
  if (told.size > 0) await tell(relation, [...told.values()], now);
  for (const states of follows.values()) await bringAlong(relation, states, now);
}

type Stands = { stand: (Act | undefined)[]; followers: Map<string, Map<string, Follower>> };

/** Brings acts to those who follow what they are under, as both stand now. */
async function tell(relation: Relation, acts: readonly { fact: Key; known: Act[] }[], now: Date): Promise<void> {
  /** Whoever was seen to follow stays among those it may have been told to. */
  const seen = new Map<string, Map<string, Follower>>();
  const read = async (): Promise<Stands> => {
    const rows = await getRows(
      acts.map(({ fact }) => fact),
      { strong: true },
    );
    const stand = acts.map(({ fact }) => relation.actOf(rows.get(keyText(fact)), now));
    const under = acts.flatMap(({ known }, n) =>
      [...known, ...(stand[n] ? [stand[n]] : [])].flatMap((act) => act.under),
    );
    const targets = [...new Set(under.map(targetText))];
    const lists = await atMost(listsAtOnce, targets, async (text) =>
      followersOf(relation.name, readTarget(text, relation.whats) as Target),
    );
    const byId = (list: readonly Follower[] = []) => new Map(list.map((one) => [one.personId, slim(one)]));
    return { stand, followers: new Map(targets.map((text, n) => [text, byId(lists[n])])) };
  };
  let then: Stands | undefined;
  for (let stands = await read(); ; ) {
    for (const [text, list] of stands.followers) {
      const all = seen.get(text) ?? new Map<string, Follower>();
      seen.set(text, all);
      for (const [id, follower] of all) all.set(id, { ...follower, gone: true });
      for (const [id, follower] of list) all.set(id, follower);
    }
    // Only who moved is told again: else one who begins and ceases without end would have it told to thousands without end.
    const moved = then && movedBetween(then, stands);
    let written = 0;
    for (const [n, { known }] of acts.entries()) {
      const is = stands.stand[n];
      const isSame = then !== undefined && sameAct(then.stand[n], is);
      const writes = tellings(relation, known, is, (target) => {
        const all = seen.get(targetText(target));
        return isSame ? [...(moved ?? [])].flatMap((id) => all?.get(id) ?? []) : [...(all?.values() ?? [])];
      });
      if (is && !known.some((act) => sameAct(act, is))) known.push(is);
      await writeRows(writes);
      written += writes.length;
    }
    // Where nobody follows, or nobody moved, nothing can have become stale.
    if (written === 0) return;
    then = stands;
    stands = await read();
  }
}

/** Who began or ceased to follow any of this between two looks at it. */
function movedBetween(then: Stands, now: Stands): Set<string> {
  const moved = new Set<string>();
  for (const text of new Set([...then.followers.keys(), ...now.followers.keys()])) {
    const [was, is] = [then.followers.get(text), now.followers.get(text)];
    for (const id of new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]))
      if (!isDeepStrictEqual(was?.get(id), is?.get(id))) moved.add(id);
  }
  return moved;
}

const slim = ({ personId, since, gone }: Follower): Follower => ({ personId, since, ...(gone ? { gone } : {}) });

/** Brings the acts under something to one who follows it, and takes them from one who does not, as all stands now. */
async function bringAlong(relation: Relation, states: readonly FollowRow[], now: Date): Promise<void> {
  const [row] = states;
  const target = row && readTarget(row.target, relation.whats);
  if (!row || !target) return;
  const personId = followerOf(row);
  const begins = new Set(states.map(({ since }) => since));
  const read = async () => {
    const follows = new Map((await followsOf(relation.name, personId)).map((follow) => [follow.target, follow.since]));
    const mine = follows.get(row.target);
    if (mine !== undefined) begins.add(mine);
    const listed = await actsUnder(relation.name, target, [...begins].sort()[0] ?? '');
    // Of most that somebody hears no more the list says so: their facts, which may be long, are not looked at.
    const mayHear = ({ sk, personId: by, under }: (typeof listed)[number]) =>
      under.length === 0 || (by !== personId && under.some((text) => (follows.get(text) ?? '~') <= sk));
    const heard = listed.filter(mayHear);
    const facts = await getRows(
      heard.map(({ fact }) => fact),
      { strong: true },
    );
    const acts = heard.flatMap(({ sk, fact }) => {
      const act = relation.actOf(facts.get(keyText(fact)), now);
      // One that is told no more, or at another time, is on its way out by its own change.
      return act && placeOf(act) === sk ? [act] : [];
    });
    return { follows, acts, unheard: listed.filter((one) => !mayHear(one)).map(({ sk }) => sk) };
  };
  for (let stands = await read(); ; ) {
    const { follows, acts } = stands;
    const heard = acts.map((act) => ({ act, through: heardThrough(personId, follows, act) }));
    const unheard = [...stands.unheard, ...heard.flatMap(({ act, through }) => (through ? [] : placeOf(act)))];
    await writeRows(unheard.map((sk) => ({ delete: feedKey(relation.name, personId, sk) })));
    await storeLines(
      relation,
      personId,
      heard.flatMap(({ act, through }) => (through ? [{ act, through }] : [])),
    );
    if (acts.length + unheard.length === 0) return;
    const then = stands;
    stands = await read();
    if (isDeepStrictEqual(then, stands)) return;
  }
}

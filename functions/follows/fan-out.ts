import { isDeepStrictEqual } from 'node:util';
import type { Change } from '#functions/projections/change.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { getRows, type Key, keyText, writeRows } from '#functions/table/table.ts';
import { readTarget, type Target, targetText } from '#shared/follows/rules.ts';
import { type Act, actOf, mayTell, sameAct } from './activity.ts';
import { type Follower, heardThrough, tellings } from './join.ts';
import {
  actsUnder,
  type FollowRow,
  feedKey,
  followerOf,
  followersOf,
  followsOf,
  placeOf,
  storeLines,
} from './table.ts';

/** How many lists of followers are read at once. */
const listsAtOnce = 8;

/**
 * Writes what follows for home feeds from changed facts: what was done comes to the followers, what somebody began to
 * follow comes to that one. It runs after the rows that list the facts are written and before the checkpoint moves,
 * whether the changes come for the first time or again.
 *
 * Nothing is missed: an act is listed under what it is under before its followers are read, and a follow is a fact before
 * the acts under it are read, so that of the two at least one sees the other. Nothing is left over: what was read is
 * read again after the writes, until it stands still; where this is cut off in between, the same changes come again, and
 * who ceased to follow meanwhile is still found (`gone`), and a line is brought along only while its fact is as it was read.
 */
export async function fanOut(changes: readonly Change[], now: Date): Promise<void> {
  const told = new Map<string, { fact: Key; known: Act[] }>();
  const follows = new Map<string, FollowRow[]>();
  for (const { before, after } of changes) {
    const row = after ?? before;
    if (!row) continue;
    if (row.type === 'follow') {
      const states = [before, after].filter((state) => state !== undefined) as FollowRow[];
      follows.set(keyText(row), [...(follows.get(keyText(row)) ?? []), ...states]);
    }
    if (!mayTell(row)) continue;
    const [was, is] = [actOf(before, now), actOf(after, now)];
    // Where the same is told as before, the change that made it so told it.
    if (sameAct(was, is)) continue;
    const { known } = told.get(keyText(row)) ?? { known: [] };
    told.set(keyText(row), { fact: row, known: [...known, ...[was, is].filter((act) => act !== undefined)] });
  }
  if (told.size > 0) await tell([...told.values()], now);
  for (const states of follows.values()) await bringAlong(states, now);
}

/** Brings acts to those who follow what they are under, as both stand now. */
async function tell(acts: readonly { fact: Key; known: Act[] }[], now: Date): Promise<void> {
  /** Whoever was seen to follow stays among those it may have been told to. */
  const seen = new Map<string, Map<string, Follower>>();
  const read = async () => {
    const rows = await getRows(
      acts.map(({ fact }) => fact),
      { strong: true },
    );
    const stand = acts.map(({ fact }) => actOf(rows.get(keyText(fact)), now));
    const under = acts.flatMap(({ known }, n) =>
      [...known, ...(stand[n] ? [stand[n]] : [])].flatMap((act) => act.under),
    );
    const targets = [...new Set(under.map(targetText))];
    const lists = await atMost(listsAtOnce, targets, async (text) => followersOf(readTarget(text) as Target));
    return { stand, followers: new Map(targets.map((text, n) => [text, (lists[n] ?? []).map(slim)])) };
  };
  for (let stands = await read(); ; ) {
    for (const [text, list] of stands.followers) {
      const all = seen.get(text) ?? new Map<string, Follower>();
      seen.set(text, all);
      for (const [id, follower] of all) all.set(id, { ...follower, gone: true });
      for (const follower of list) all.set(follower.personId, follower);
    }
    const ofTarget = (target: Target) => [...(seen.get(targetText(target))?.values() ?? [])];
    let written = 0;
    for (const [n, { known }] of acts.entries()) {
      const is = stands.stand[n];
      const writes = tellings(known, is, ofTarget);
      if (is && !known.some((act) => sameAct(act, is))) known.push(is);
      await writeRows(writes);
      written += writes.length;
    }
    // Where nobody follows, nothing can have become stale.
    if (written === 0) return;
    const then = stands;
    stands = await read();
    if (isDeepStrictEqual(then, stands)) return;
  }
}

const slim = ({ personId, since, gone }: Follower): Follower => ({ personId, since, ...(gone ? { gone } : {}) });

/** Brings the acts under something to one who follows it, and takes them from one who does not, as all stands now. */
async function bringAlong(states: readonly FollowRow[], now: Date): Promise<void> {
  const [row] = states;
  const target = row && readTarget(row.target);
  if (!row || !target) return;
  const personId = followerOf(row);
  const begins = new Set(states.map(({ since }) => since));
  const read = async () => {
    const follows = new Map((await followsOf(personId)).map((follow) => [follow.target, follow.since]));
    const mine = follows.get(row.target);
    if (mine !== undefined) begins.add(mine);
    const listed = await actsUnder(target, [...begins].sort()[0] ?? '');
    const facts = await getRows(
      listed.map(({ fact }) => fact),
      { strong: true },
    );
    const acts = listed.flatMap(({ sk, fact }) => {
      const act = actOf(facts.get(keyText(fact)), now);
      // One that is told no more, or at another time, is on its way out by its own change.
      return act && placeOf(act) === sk ? [act] : [];
    });
    return { follows, acts };
  };
  for (let stands = await read(); ; ) {
    const { follows, acts } = stands;
    const heard = acts.map((act) => ({ act, through: heardThrough(personId, follows, act) }));
    const unheard = heard.filter(({ through }) => !through);
    await writeRows(unheard.map(({ act }) => ({ delete: feedKey(personId, placeOf(act)) })));
    await storeLines(
      personId,
      heard.flatMap(({ act, through }) => (through ? [{ act, through }] : [])),
    );
    if (acts.length === 0) return;
    const then = stands;
    stands = await read();
    if (isDeepStrictEqual(then, stands)) return;
  }
}

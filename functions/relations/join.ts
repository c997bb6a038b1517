import type { Row } from '#functions/table/table.ts';
import { readTarget, type Target, targetText } from '#shared/targets.ts';
import { type FeedEntry, feedEntry, feedKey, placeOf } from './feeds/table.ts';
import type { Act, Relation } from './relation.ts';
import { type FollowerRow, type FollowRow, followerOf } from './table.ts';

// A feed is a join of two kinds of facts: who follows (or watches) what, and what was done under it. An act is in it if the
// person follows one of the things it is under, from a time on that is not after it, and did not do it.

export type Follower = Pick<FollowerRow, 'personId' | 'since' | 'gone'>;
type Write = { put: FeedEntry } | { delete: { pk: string; sk: string } };

/** Through what somebody who follows these (by `targetText`, each from a time on) hears of an act; a tag where it is by nothing else. */
export function heardThrough(personId: string, follows: ReadonlyMap<string, string>, act: Act): Target | undefined {
  if (act.personId === personId) return undefined;
  return act.under.find((target) => {
    const since = follows.get(targetText(target));
    return since !== undefined && since <= act.at;
  });
}

/**
 * What is to be written where an act is now `is`, and was told as `known` before: it comes to everybody who hears of it,
 * and goes from everybody else who may have heard of it, and from where it stood at another time.
 */
export function tellings(
  { name, whats }: Pick<Relation, 'name' | 'whats'>,
  known: readonly Act[],
  is: Act | undefined,
  followersOf: (target: Target) => readonly Follower[],
): Write[] {
  const hearing = new Set<string>();
  for (const target of is?.under ?? []) {
    for (const { personId, since, gone } of followersOf(target)) {
      if (is && !gone && since <= is.at && personId !== is.personId) hearing.add(personId);
    }
  }
  const states = is ? [...known, is] : known;
  const asked = new Set(states.flatMap(({ under }) => under.map(targetText)));
  const everyone = new Set(
    [...asked].flatMap((text) => {
      const target = readTarget(text, whats);
      return target ? followersOf(target).map(({ personId }) => personId) : [];
    }),
  );
  const places = new Set(states.map(placeOf));
  const writes: Write[] = [];
  for (const personId of everyone) {
    for (const sk of places) {
      if (is && sk === placeOf(is) && hearing.has(personId)) writes.push({ put: feedEntry(name, personId, is) });
      else writes.push({ delete: feedKey(name, personId, sk) });
    }
  }
  return writes;
}

/** Every line of every feed of a relation, from all facts: for audit and rebuild. */
export class Feeds {
  readonly #followers = new Map<string, { personId: string; since: string }[]>();
  readonly #acts: Act[] = [];
  readonly #relation: Relation;
  readonly #now: Date;

  constructor(relation: Relation, now: Date) {
    this.#relation = relation;
    this.#now = now;
  }

  /** Takes a fact in; one that is neither followed by nor told to anybody is left. */
  add(row: Row): void {
    const act = this.#relation.actOf(row, this.#now);
    if (act) this.#acts.push(act);
    if (row.type !== this.#relation.name) return;
    const { target, since } = row as FollowRow;
    const all = this.#followers.get(target) ?? [];
    this.#followers.set(target, all);
    all.push({ personId: followerOf(row as FollowRow), since });
  }

  /** The lines, act by act. */
  *entries(): Generator<FeedEntry> {
    for (const act of this.#acts) {
      const followersOf = (target: Target) => this.#followers.get(targetText(target)) ?? [];
      for (const write of tellings(this.#relation, [], act, followersOf)) if ('put' in write) yield write.put;
    }
  }
}

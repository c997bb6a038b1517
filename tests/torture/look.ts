import { isDeepStrictEqual } from 'node:util';
import type { FindingKind } from './findings.ts';
import { type Pair, type Person, slotsOf, tagOn, type Wording } from './person.ts';
import type { Slot } from './slot.ts';
import type { World } from './world.ts';

/** A person's own view of an item, as `getMyView` answers it. */
export type MyView = {
  vote: 'up' | 'down' | null;
  review: Wording | null;
  tags: string[];
  save: { note: string; held?: object } | null;
};

/** Compares what a person sees of an item with what the person did; what was unsure is decided by it. */
export function compare(world: World, by: Person, itemId: string, seen: MyView): void {
  const pair = by.pairOn(itemId);
  const about = `${by.name} on ${itemId}`;
  check(world, `${about}: vote`, pair.vote, seen.vote, (state) => state === seen.vote);
  const review = seen.review && wordingOf(seen.review);
  check(world, `${about}: review`, pair.review, review, (state) =>
    isDeepStrictEqual(state && wordingOf(state), review),
  );
  if (seen.save?.held) by.heldSaves.add(itemId);
  else by.heldSaves.delete(itemId);
  const note = seen.save?.note ?? null;
  check(world, `${about}: save`, pair.save, note, (state) => state === note);
  for (const tag of new Set([...pair.tags.keys(), ...seen.tags])) {
    const isThere = seen.tags.includes(tag);
    check(world, `${about}: tag ${tag}`, tagOn(pair, tag), isThere || null, (state) => state === isThere);
  }
}

const wordingOf = ({ rating, text, revision }: Wording): Wording => ({ rating, text, revision });

/** Lets what was found decide a slot, or finds fault with it. */
export function check<T>(
  world: World,
  about: string,
  slot: Slot<T>,
  found: unknown,
  isSeen: (state: T) => boolean,
): void {
  if (slot.decide(isSeen)) return;
  const expectsNothing = slot.states.every((state) => state === null || state === false);
  const kind: FindingKind = expectsNothing ? 'left over' : 'lost';
  world.findings.add(kind, `${about} is ${JSON.stringify(found)}, not ${JSON.stringify(slot.states)}`);
}

/** What a person did to an item, once it is sure: a look at it decides what no answer told. Undefined if it is too early. */
export async function surePair(world: World, by: Person, itemId: string): Promise<Pair | undefined> {
  const pair = by.pairOn(itemId);
  if (slotsOf(pair).some((slot) => slot.isWaiting)) return undefined;
  if (slotsOf(pair).every((slot) => slot.isSure)) return pair;
  await look(world, by, itemId);
  return slotsOf(pair).every((slot) => slot.isSure) ? pair : undefined;
}

/** Reads one's own view of an item. */
export async function look(world: World, by: Person, itemId: string): Promise<void> {
  const outcome = await world.send(by, 'look at own', { method: 'GET', path: `/api/items/${itemId}/mine` });
  if (outcome.is === 'done') compare(world, by, itemId, outcome.body as MyView);
  if (outcome.is === 'refused') world.findings.add('lost', `${by.name} on ${itemId}: ${outcome.code}`);
}

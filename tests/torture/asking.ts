import type { Ask, Outcome } from './client.ts';
import type { Person } from './person.ts';
import type { Slot } from './slot.ts';
import type { World } from './world.ts';

const attempts = 6;

/** Sends the same again until it is answered, as one does who saw no answer. */
export async function untilAnswered(world: World, send: () => Promise<Outcome>): Promise<Outcome> {
  let outcome = await send();
  for (let n = 1; n < attempts && outcome.is === 'maybe'; n++) {
    await world.victim.untilUp();
    outcome = await send();
  }
  return outcome;
}

/** Whether a slot is sure, once a look at what is there decided what no answer told; false if it is too early. */
export async function made<T>(slot: Slot<T>, look: () => Promise<unknown>): Promise<boolean> {
  if (slot.isWaiting) return false;
  if (!slot.isSure) await look();
  return slot.isSure;
}

/**
 * The answer of a GET by somebody, once nothing is in trouble any more; undefined, and a finding, where there is none.
 * `gone` are refusals that are an answer: then it is the code.
 */
export async function read(
  world: World,
  by: Person,
  path: string,
  gone: readonly string[] = [],
): Promise<Record<string, unknown> | undefined> {
  let outcome: Outcome = { is: 'maybe', why: 'not asked' };
  for (let tries = 0; tries < 5 && outcome.is === 'maybe'; tries++) {
    outcome = await by.client.ask(world.victim.url, { method: 'GET', path, token: by.token });
  }
  if (outcome.is === 'done') return outcome.body;
  if (outcome.is === 'refused' && gone.includes(outcome.code)) return { code: outcome.code };
  world.findings.add('lost', `GET ${path}: ${outcome.is === 'refused' ? outcome.code : outcome.why}`);
  return undefined;
}

/** Every entry of a paged list. */
export async function readAll<T>(world: World, by: Person, path: string): Promise<T[]> {
  const entries: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const more = cursor ? `${path.includes('?') ? '&' : '?'}cursor=${cursor}` : '';
    const answer = (await read(world, by, `${path}${more}`)) as { entries: T[]; next: string | null } | undefined;
    entries.push(...(answer?.entries ?? []));
    cursor = answer?.next ?? null;
  }
  return entries;
}

/** More than was done is doubled, less is lost. */
export function count(world: World, about: string, found: number, expected: number): void {
  if (found !== expected)
    world.findings.add(found > expected ? 'doubled' : 'lost', `${about}: ${found}, not ${expected}`);
}

/** Sends a request of somebody’s, as `what` in the summary, and lets its outcome make a slot the next state. */
export async function set<T>(
  world: World,
  by: Person,
  what: string,
  asked: Omit<Ask, 'token'>,
  { slot, next, allowed = [] }: { slot: Slot<T>; next: T; allowed?: readonly string[] },
): Promise<Outcome> {
  const outcome = await world.send(by, what, asked);
  if (outcome.is === 'refused' && allowed.includes(outcome.code)) return outcome;
  world.settle(slot, next, outcome, `${by.name}: ${what} ${asked.path}`);
  return outcome;
}

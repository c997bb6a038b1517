import { setTimeout as sleep } from 'node:timers/promises';
import { atMost } from '#functions/runtime/concurrency.ts';
import { count, read, readAll } from './asking.ts';
import type { Consented } from './commons.ts';
import type { World } from './world.ts';

const atOnce = 16;

/** Waits until everything is listed by the parameters in force: the job that decides does it, and is still running. */
export async function untilListed(world: World, seconds = 60): Promise<void> {
  const [anyone] = world.people;
  if (!anyone) return;
  let listed = 0;
  for (const end = Date.now() + seconds * 1000; listed < 3; ) {
    if (Date.now() > end) return world.findings.add('stuck', 'Not everything is listed by the parameters in force');
    const answer = await read(world, anyone, '/api/rankings/parameters');
    // What was made in between begins anew.
    listed = answer?.listed === true ? listed + 1 : 0;
    await sleep(700);
  }
}

type Made = { version: string; proposal: string | null };
type Act = { id: string; did: string; rule?: string; proposal?: string; undone?: string; undoes?: string };

/** What people agreed on was made once, and nothing else was. */
export async function verifyConsent(world: World): Promise<void> {
  const [anyone] = world.people;
  if (!anyone) return;
  const { consented } = world.commons;
  const states = new Map<string, string>();
  const stateOf = async (id: string) => {
    const shown = (await read(world, anyone, `/api/proposals/${id}`)) as { proposal: { state: string } } | undefined;
    if (shown) states.set(id, shown.proposal.state);
  };
  await atMost(atOnce, consented, ({ id }) => stateOf(id));
  const { versions = [] } = (await read(world, anyone, '/api/rankings/parameters')) as { versions?: Made[] };
  const acts = await readAll<Act>(world, anyone, '/api/moderation');
  const byVersion = versions.flatMap(({ proposal }) => proposal ?? []);
  const byAct = acts.flatMap(({ rule, proposal }) => (rule === 'appeal' && proposal ? [proposal] : []));
  await atMost(atOnce, [...byVersion, ...byAct], async (id) => {
    if (!states.has(id)) await stateOf(id);
  });
  for (const [at, { version }] of versions.toReversed().entries())
    if (version !== (at === 0 ? '3' : `3.${at}`)) world.findings.add('lost', `Version ${at} is called ${version}`);
  compareMade(world, 'parameters', byVersion, states);
  compareMade(world, 'appeal', byAct, states);
  for (const { id, undone } of acts)
    count(world, `What says that it undid ${id}`, acts.filter(({ undoes }) => undoes === id).length, undone ? 1 : 0);
}

/** Each proposal that says it was made is told of once where it was, and no other is. */
function compareMade(
  world: World,
  what: Consented['change']['what'],
  found: readonly string[],
  states: ReadonlyMap<string, string>,
): void {
  const isMade = (id: string) => ['applied', 'reverted'].includes(states.get(id) ?? '');
  const known = world.commons.consented.filter(({ change }) => change.what === what).map(({ id }) => id);
  for (const id of new Set([...known, ...found])) {
    const times = found.filter((one) => one === id).length;
    count(world, `Times the ${states.get(id)} proposal ${id} (${what}) was made`, times, isMade(id) ? 1 : 0);
  }
}

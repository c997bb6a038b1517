import { atMost } from '#functions/runtime/concurrency.ts';
import { read, readAll } from './asking.ts';
import { check } from './look.ts';
import type { Person } from './person.ts';
import type { World } from './world.ts';

const atOnce = 16;

/** Holds what people claimed, looked over and read against what the site answers. */
export async function verifyOwn(world: World): Promise<void> {
  const [anyone] = world.people;
  if (!anyone) return;
  await atMost(atOnce, world.people, (by) => compareClaims(world, by));
  await atMost(atOnce, world.people, async (by) => {
    const { seen } = ((await read(world, by, '/api/me/notifications')) ?? {}) as { seen?: { until: string | null } };
    if (seen) check(world, `${by.name} has read`, by.noticesRead, seen.until, (is) => is === seen.until);
  });
  await comparePatrols(world, anyone);
}

async function compareClaims(world: World, by: Person): Promise<void> {
  const listed = await readAll<{ item: { id: string } }>(world, by, '/api/me/claims');
  const ids = listed.map(({ item }) => item.id);
  if (new Set(ids).size < ids.length) world.findings.add('doubled', `${by.name} claims ${ids.join(', ')}`);
  for (const [itemId, slot] of by.claims) {
    const isThere = ids.includes(itemId);
    check(world, `${by.name}’s claim to ${itemId}`, slot, isThere, (is) => is === isThere);
  }
  for (const itemId of ids) if (!by.claims.has(itemId)) world.findings.add('left over', `${by.name} claims ${itemId}`);
}

/** Everybody who marked a revision was told who did so first; that one stands, and nobody who did not try. */
async function comparePatrols(world: World, anyone: Person): Promise<void> {
  await atMost(atOnce, [...world.commons.marked], async ([name, { tried, said }]) => {
    const answer = await read(world, anyone, `/api/items/${name}`);
    if (!answer) return;
    const { revision } = answer as { revision: { patrolled?: { by: string | null } } };
    const by = revision.patrolled?.by;
    if (said.size > 1) world.findings.add('doubled', `${name} was marked by ${[...said].join(' and ')}`);
    for (const one of said) if (one !== by) world.findings.add('lost', `${name} is marked by ${by}, not ${one}`);
    if (by && !tried.has(by)) world.findings.add('left over', `${name} is marked by ${by}`);
  });
}

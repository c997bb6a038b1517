import { made, set } from './asking.ts';
import type { Person } from './person.ts';
import { Slot } from './slot.ts';
import { type Step, steps } from './steps.ts';

const claimSlot = (by: Person, itemId: string) => {
  const slot = by.claims.get(itemId) ?? new Slot(false);
  by.claims.set(itemId, slot);
  return slot;
};

/** Says that an item is one’s own, or takes that back. */
const claim: Step = async (by, world) => {
  const itemId = by.pick(world.hot) ?? '';
  const slot = claimSlot(by, itemId);
  const path = `/api/me/claims/${itemId}`;
  const look = async () => {
    const outcome = await world.send(by, 'look at own', { method: 'GET', path });
    if (outcome.is === 'done') slot.decide((state) => state === (outcome.body.claim !== null));
  };
  if (!(await made(slot, look))) return steps.browse(by, world);
  const next = !slot.sure || by.chance(3) === 0;
  await set(world, by, next ? 'claim' : 'end claim', { method: next ? 'PUT' : 'DELETE', path }, { slot, next });
};

type Line = { n: number; by: string | null };

/** Marks one of the latest revisions of a page as looked over: whoever is first stays. */
const patrol: Step = async (by, world) => {
  const page = by.pick(world.commons.pages);
  if (!page) return steps.browse(by, world);
  const path = `/api/items/${page.id}/revisions`;
  const history = await world.send(by, 'look at a history', { method: 'GET', path });
  if (history.is !== 'done') return;
  const line = by.pick((history.body.entries as Line[]).slice(0, 4).filter((one) => one.by !== by.name));
  if (!line) return;
  const name = `${page.id}/revisions/${line.n}`;
  const marked = world.commons.marked.get(name) ?? { tried: new Set<string>(), said: new Set<string>() };
  world.commons.marked.set(name, marked);
  marked.tried.add(by.name);
  const outcome = await world.send(by, 'patrol', { method: 'PUT', path: `${path}/${line.n}/patrol` });
  if (outcome.is === 'done') marked.said.add(String((outcome.body.patrolled as { by: string | null }).by));
  // On a site that grew it takes trust.
  if (outcome.is === 'refused' && (world.isYoung || outcome.code !== 'trust_too_low'))
    world.findings.add('wrongly refused', `${by.name} patrols ${name}: ${outcome.code}`);
};

/** Says until when one has read what one was told; what is earlier changes nothing. */
const readNotices: Step = async (by, world) => {
  const slot = by.noticesRead;
  if (slot.isWaiting) return;
  const until = new Date().toISOString();
  const asked = { method: 'PUT', path: '/api/me/notifications/read', body: { until } };
  await set(world, by, 'read notices', asked, { slot, next: until });
};

export const ownSteps = { claim, patrol, readNotices };

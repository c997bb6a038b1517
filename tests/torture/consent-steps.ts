import type { Consented } from './commons.ts';
import type { Person } from './person.ts';
import { type Step, steps } from './steps.ts';
import type { World } from './world.ts';

/** What people agree on together may be made, changed or decided by others in the same moment. */
const overtaken = ['nothing_changes', 'change_conflict', 'change_not_possible', 'not_undoable'];
const recent = 12;

async function put(by: Person, world: World, what: string, change: Consented['change']): Promise<void> {
  const body = { change, reason: by.unique('consent') };
  const outcome = await world.send(by, what, { method: 'POST', path: '/api/proposals', body });
  if (outcome.is === 'refused' && !overtaken.includes(outcome.code))
    world.findings.add('wrongly refused', `${by.name}: ${what}: ${outcome.code}`);
  if (outcome.is !== 'done') return;
  const { id } = outcome.body.proposal as { id: string };
  if (!world.commons.consented.some((one) => one.id === id)) world.commons.consented.push({ id, change });
}

/** Proposes another number to rank by, from the version in force as one sees it. */
const proposeParameters: Step = async (by, world) => {
  const seen = await world.send(by, 'look at a page', { method: 'GET', path: '/api/rankings/parameters' });
  if (seen.is !== 'done') return;
  const { version: base } = seen.body as { version: string };
  const name = by.pick(['risingDays', 'controversialRatio'] as const) ?? 'risingDays';
  const values = { [name]: 1 + by.chance(20) };
  await put(by, world, 'propose parameters', { what: 'parameters', base, values });
};

type Act = { id: string; did: string; undone?: string };

/** Proposes that something flags folded is shown again. */
const appeal: Step = async (by, world) => {
  const log = await world.send(by, 'look at a page', { method: 'GET', path: '/api/moderation' });
  if (log.is !== 'done') return;
  const folds = (log.body.entries as Act[]).filter(({ did, undone }) => did === 'folded' && !undone);
  const act = by.pick(folds.slice(0, 5));
  if (!act) return steps.browse(by, world);
  await put(by, world, 'appeal', { what: 'appeal', act: act.id });
};

/** Consents to one of these; or, where it was about parameters and is made, proposes to take it back. */
const consent: Step = async (by, world) => {
  const one = by.pick(world.commons.consented.slice(-recent));
  if (!one) return steps.browse(by, world);
  const path = `/api/proposals/${one.id}`;
  if (one.change.what === 'parameters' && by.chance(8) === 0) {
    const body = { reason: by.unique('back') };
    const outcome = await world.send(by, 'take parameters back', { method: 'POST', path: `${path}/reversal`, body });
    if (outcome.is === 'done') {
      const { id } = outcome.body.proposal as { id: string };
      if (!world.commons.consented.some((other) => other.id === id))
        world.commons.consented.push({ id, change: one.change });
    }
    if (outcome.is === 'refused' && ![...overtaken, 'not_revertible'].includes(outcome.code))
      world.findings.add('wrongly refused', `${by.name} takes ${one.id} back: ${outcome.code}`);
    return;
  }
  const body = { vote: 'for', version: 1, reason: '' };
  const outcome = await world.send(by, 'consent', { method: 'PUT', path: `${path}/vote`, body });
  if (outcome.is === 'refused' && !['own_proposal', 'proposal_decided'].includes(outcome.code))
    world.findings.add('wrongly refused', `${by.name} consents to ${one.id}: ${outcome.code}`);
};

export const consentSteps = { proposeParameters, appeal, consent };

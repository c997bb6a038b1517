import type { ProposalVoteValue } from '#shared/proposals/schema.ts';
import { made, set, untilAnswered } from './asking.ts';
import type { Proposed } from './commons.ts';
import { lookAtPage, withSection } from './page-steps.ts';
import type { Cast, Person } from './person.ts';
import { Slot } from './slot.ts';
import { type Step, steps } from './steps.ts';
import type { World } from './world.ts';

const recent = 40;
/** What the job that decides may have come before. */
const late = ['proposal_decided'];

const pickProposal = (by: Person, world: World, fits: (one: Proposed) => boolean) =>
  by.pick(world.commons.proposals.slice(-recent).filter(fits));

async function changed(by: Person, world: World, word: string) {
  const page = world.commons.pages.find(({ proposed }) => proposed);
  const text = page && (await lookAtPage(world, by, page));
  if (!page || !text) return undefined;
  const change = { what: 'edit', itemId: page.id, base: text.revision, text: withSection(text.text, by.name, word) };
  return { page, change };
}

/** Proposes another word for one’s own section. */
const propose: Step = async (by, world) => {
  const word = by.unique('proposed');
  const about = await changed(by, world, word);
  if (!about) return;
  const outcome = await untilAnswered(world, () =>
    world.send(by, 'propose', {
      method: 'POST',
      path: '/api/proposals',
      body: { change: about.change, reason: word },
      key: word,
    }),
  );
  // What one proposed before may have been made since the text was read.
  if (outcome.is === 'refused' && outcome.code !== 'edit_conflict')
    world.findings.add('wrongly refused', `${by.name} proposes ${word}: ${outcome.code}`);
  if (outcome.is !== 'done') return;
  const { id } = outcome.body.proposal as { id: string };
  const content = new Slot({ word, version: 1 });
  world.commons.proposals.push({ id, page: about.page.id, by: by.name, content, withdrawn: new Slot(false) });
};

type Shown = { proposal: { version: number; reason: string; state: string }; votes: (Cast & { by: string | null })[] };

async function lookAtProposal(world: World, by: Person, one: Proposed): Promise<void> {
  const path = `/api/proposals/${one.id}`;
  const outcome = await world.send(by, 'look at a proposal', { method: 'GET', path });
  if (outcome.is !== 'done') return;
  const { proposal, votes } = outcome.body as Shown;
  one.content.decide(({ word, version }) => proposal.reason === word && proposal.version === version);
  one.withdrawn.decide((is) => is === (proposal.state === 'withdrawn'));
  const mine = votes.find((vote) => vote.by === by.name);
  castSlot(by, one.id).decide((state) => (state ? isSame(state, mine) : mine === undefined));
}

export const isSame = (state: Cast, found: Cast | undefined) =>
  found !== undefined && state.vote === found.vote && state.version === found.version;

const own = async (by: Person, world: World) => {
  const one = pickProposal(by, world, (proposal) => proposal.by === by.name && proposal.withdrawn.sure === false);
  if (!one || !(await made(one.content, () => lookAtProposal(world, by, one)))) return undefined;
  return one;
};

/** Puts another version forward. */
const revise: Step = async (by, world) => {
  const one = await own(by, world);
  const before = one?.content.sure;
  if (!one || !before) return steps.browse(by, world);
  const word = by.unique('proposed');
  const about = await changed(by, world, word);
  if (!about) return;
  const body = { change: about.change, reason: word, version: before.version };
  const next = { word, version: before.version + 1 };
  const asked = { method: 'PUT', path: `/api/proposals/${one.id}`, body };
  await set(world, by, 'revise proposal', asked, { slot: one.content, next, allowed: [...late, 'edit_conflict'] });
};

const withdraw: Step = async (by, world) => {
  const one = await own(by, world);
  if (!one) return steps.browse(by, world);
  const asked = { method: 'DELETE', path: `/api/proposals/${one.id}` };
  await set(world, by, 'withdraw proposal', asked, { slot: one.withdrawn, next: true, allowed: late });
};

const castSlot = (by: Person, id: string) => {
  const slot = by.casts.get(id) ?? new Slot<Cast | null>(null);
  by.casts.set(id, slot);
  return slot;
};

const values: readonly ProposalVoteValue[] = ['for', 'for', 'for', 'for', 'against', 'block'];

const vote: Step = async (by, world) => {
  const one = pickProposal(by, world, (proposal) => proposal.by !== by.name && proposal.withdrawn.sure === false);
  const before = one?.content.sure;
  if (!one || !before) return steps.browse(by, world);
  const slot = castSlot(by, one.id);
  if (!(await made(slot, () => lookAtProposal(world, by, one)))) return;
  const value = by.pick(values) ?? 'for';
  // On a site that grew, a block takes trust.
  const cast: Cast = { vote: value === 'block' && !world.isYoung ? 'against' : value, version: before.version };
  const body = { ...cast, reason: cast.vote === 'block' ? 'It would not do' : '' };
  const asked = { method: 'PUT', path: `/api/proposals/${one.id}/vote`, body };
  const outcome = await world.send(by, 'vote on proposal', asked);
  if (outcome.is === 'refused' && late.includes(outcome.code)) return;
  // Another version may have come meanwhile.
  if (outcome.is === 'refused' && outcome.code === 'proposal_changed' && one.content.sure !== before) return;
  world.settle(slot, cast, outcome, `${by.name} votes on the proposal ${one.id}`);
};

const unvote: Step = async (by, world) => {
  const [id, slot] = by.pick([...by.casts].slice(-recent).filter(([, one]) => one.sure)) ?? [];
  if (!id || !slot) return steps.browse(by, world);
  const asked = { method: 'DELETE', path: `/api/proposals/${id}/vote` };
  await set(world, by, 'withdraw vote on proposal', asked, { slot, next: null, allowed: late });
};

/** Says whether somebody’s block stands. */
const onBlock: Step = async (by, world) => {
  const [one, blocker] =
    by.pick(
      world.commons.proposals.slice(-recent).flatMap((proposal) => {
        const blocked = world.people.filter((other) => other.casts.get(proposal.id)?.sure?.vote === 'block');
        return blocked.map((other) => [proposal, other] as const);
      }),
    ) ?? [];
  if (!one || !blocker || blocker === by || one.by === by.name) return steps.browse(by, world);
  const path = `/api/proposals/${one.id}/blocks/${blocker.name}`;
  const body = { vote: by.pick(['overrule', 'overrule', 'uphold', null]) ?? null };
  const outcome = await world.send(by, 'vote on a block', { method: 'PUT', path, body });
  if (outcome.is === 'refused' && ![...late, 'block_not_found'].includes(outcome.code))
    world.findings.add('wrongly refused', `${by.name} on the block of ${one.id}: ${outcome.code}`);
};

/** Adds a book that nothing is done with but to merge it. */
async function addTwin(by: Person, world: World): Promise<string | undefined> {
  const title = by.unique('made');
  world.made.set(title, { least: 0, most: 1 });
  const body = { kind: 'book', fields: { title } };
  const outcome = await untilAnswered(world, () =>
    world.send(by, 'add item', { method: 'POST', path: '/api/items', body, key: title }),
  );
  if (outcome.is !== 'done') return undefined;
  world.made.set(title, { least: 1, most: 1 });
  return (outcome.body.item as { id: string }).id;
}

/** Proposes to make one of two books, either into the other, both at once: one at most is made at a time. */
const merge: Step = async (by, world) => {
  if (by.chance(3) === 0) {
    const [one, other] = [await addTwin(by, world), await addTwin(by, world)];
    if (one && other) world.commons.twins.push({ one, other });
  }
  const twins = by.pick(world.commons.twins.slice(-8));
  if (!twins) return;
  const { one, other } = twins;
  const ask = (from: string, into: string) => {
    const body = { change: { what: 'merge', from, into }, reason: by.unique('merge') };
    return world.send(by, 'propose to merge', { method: 'POST', path: '/api/proposals', body });
  };
  for (const outcome of await Promise.all([ask(one, other), ask(other, one)])) {
    const { id } = (outcome.is === 'done' ? outcome.body.proposal : {}) as { id?: string };
    if (id && !world.commons.merges.includes(id)) world.commons.merges.push(id);
    const made = ['nothing_changes', 'item_merged'];
    if (outcome.is === 'refused' && !made.includes(outcome.code))
      world.findings.add('wrongly refused', `${by.name} proposes to merge: ${outcome.code}`);
  }
};

/** Consents to a merge, or, once it is made, proposes to take it apart. */
const onMerge: Step = async (by, world) => {
  const id = by.pick(world.commons.merges.slice(-20));
  if (!id) return;
  const asked =
    by.chance(6) > 0
      ? { method: 'PUT', path: `/api/proposals/${id}/vote`, body: { vote: 'for', version: 1, reason: '' } }
      : { method: 'POST', path: `/api/proposals/${id}/reversal`, body: { reason: by.unique('apart') } };
  const outcome = await world.send(by, asked.method === 'PUT' ? 'consent to a merge' : 'propose to take apart', asked);
  if (outcome.is === 'done' && asked.method === 'POST') {
    const { id: apart } = outcome.body.proposal as { id: string };
    if (!world.commons.merges.includes(apart)) world.commons.merges.push(apart);
  }
  const allowed = ['own_proposal', 'proposal_decided', 'not_revertible', 'nothing_changes', 'item_merged'];
  if (outcome.is === 'refused' && !allowed.includes(outcome.code))
    world.findings.add('wrongly refused', `${by.name} on the merge ${id}: ${outcome.code}`);
};

export const proposalSteps = { propose, revise, withdraw, vote, unvote, onBlock, merge, onMerge };

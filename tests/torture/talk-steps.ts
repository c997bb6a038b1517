import type { VoteValue } from '#shared/votes/schema.ts';
import { made, set, untilAnswered } from './asking.ts';
import { type Said, threads } from './commons.ts';
import type { Person } from './person.ts';
import { Slot } from './slot.ts';
import { type Step, steps } from './steps.ts';
import type { World } from './world.ts';

/** Whether a comment may have been withdrawn by now, for all that is known. */
const mayBeGone = ({ content }: Said) => content.states.includes(null) || content.isWaiting;
const gone = ['comment_not_found', 'comment_withdrawn'];
const recent = 150;

function pickSaid(by: Person, world: World, fits: (said: Said) => boolean): Said | undefined {
  return by.pick(world.commons.said.slice(-recent).filter(fits));
}

/** Says something, asks, answers or gives a tip; with a key, so that it is said once however often it is sent. */
const say: Step = async (by, world) => {
  const what = by.pick(threads) ?? 'items';
  const target = by.pick(world.hot) ?? '';
  const fits = (said: Said) => said.what === what && said.target === target && said.content.sure !== null;
  const parent = what !== 'tips' && by.chance(3) > 0 ? pickSaid(by, world, fits) : undefined;
  const word = by.unique('said');
  const text = by.chance(4) === 0 ? `${word} @${by.pick(world.names) ?? ''}` : word;
  const word0 = { what, target };
  world.commons.words.set(word, { most: 1, ...word0 });
  const outcome = await untilAnswered(world, () =>
    world.send(by, parent ? 'reply' : `say in ${what}`, {
      method: 'POST',
      path: `/api/threads/${what}/${target}`,
      body: { text, ...(parent ? { parent: parent.id } : {}) },
      key: word,
    }),
  );
  if (outcome.is === 'refused') {
    world.commons.words.set(word, { most: 0, ...word0 });
    if (!(parent && mayBeGone(parent) && gone.includes(outcome.code)))
      world.findings.add('wrongly refused', `${by.name} says ${word}: ${outcome.code}`);
  }
  if (outcome.is !== 'done') return;
  const { id } = outcome.body.comment as { id: string };
  const content = new Slot<Said['content']['states'][number]>({ text, revision: 1, earlier: [] });
  world.commons.said.push({ id, what, target, by: by.name, ...(parent ? { parent: parent.id } : {}), content });
};

/** Reads a comment and lets that decide what it is. */
export async function lookAtSaid(world: World, by: Person, said: Said): Promise<void> {
  const path = `/api/comments/${said.id}`;
  const outcome = await world.send(by, 'look at a comment', { method: 'GET', path });
  if (outcome.is === 'maybe') return;
  decideSaid(world, said, outcome.is === 'done' ? outcome.body : undefined);
}

export type SeenComment = { text: string; revision: number; withdrawn?: true; up: number; down: number };

/** Lets what was read of a comment decide what it is; undefined where it is not there. */
export function decideSaid(world: World, said: Said, answer: Record<string, unknown> | undefined): void {
  const comment = answer?.comment as SeenComment | undefined;
  const found = comment && !comment.withdrawn ? comment : null;
  const isSeen = (state: { text: string; revision: number } | null) =>
    state === null || found === null ? state === found : state.text === found.text && state.revision === found.revision;
  if (said.content.decide(isSeen)) return;
  const kind = said.content.states.every((state) => state === null) ? 'left over' : 'lost';
  world.findings.add(
    kind,
    `Comment ${said.id} is ${JSON.stringify(found)}, not ${JSON.stringify(said.content.states)}`,
  );
}

const ownSaid = async (by: Person, world: World) => {
  const said = pickSaid(by, world, (one) => one.by === by.name && one.content.sure !== null);
  if (!said || !(await made(said.content, () => lookAtSaid(world, by, said)))) return undefined;
  return said.content.sure ? said : undefined;
};

const reword: Step = async (by, world) => {
  const said = await ownSaid(by, world);
  const before = said?.content.sure;
  if (!said || !before) return steps.browse(by, world);
  const text = `${before.text.split(' ')[0]} ${by.unique('reworded')}`;
  const next = { text, revision: before.revision + 1, earlier: [before.text, ...before.earlier] };
  const asked = { method: 'PUT', path: `/api/comments/${said.id}`, body: { text, revision: before.revision } };
  await set(world, by, 'reword comment', asked, { slot: said.content, next });
};

const withdraw: Step = async (by, world) => {
  const said = await ownSaid(by, world);
  if (!said) return steps.browse(by, world);
  const asked = { method: 'DELETE', path: `/api/comments/${said.id}` };
  await set(world, by, 'withdraw comment', asked, { slot: said.content, next: null });
};

const voteSlot = (by: Person, id: string) => {
  const slot = by.commentVotes.get(id) ?? new Slot<VoteValue | null>(null);
  by.commentVotes.set(id, slot);
  return slot;
};

async function lookAtVote(world: World, by: Person, id: string): Promise<void> {
  const outcome = await world.send(by, 'look at own', { method: 'GET', path: `/api/me/marks?comments=${id}` });
  if (outcome.is !== 'done') return;
  const found = (outcome.body.comments as Record<string, VoteValue>)[id] ?? null;
  voteSlot(by, id).decide((state) => state === found);
}

const vote: Step = async (by, world) => {
  const said = pickSaid(by, world, (one) => one.by !== by.name && one.content.sure !== null);
  if (!said) return steps.browse(by, world);
  const slot = voteSlot(by, said.id);
  if (!(await made(slot, () => lookAtVote(world, by, said.id)))) return;
  const value = by.chance(3) === 0 ? 'down' : 'up';
  const asked = { method: 'PUT', path: `/api/comments/${said.id}/vote`, body: { value } };
  const outcome = await world.send(by, 'vote on comment', asked);
  if (outcome.is === 'refused' && mayBeGone(said) && gone.includes(outcome.code)) return;
  world.settle(slot, value, outcome, `${by.name} votes on the comment ${said.id}`);
};

const unvote: Step = async (by, world) => {
  const [id, slot] = by.pick([...by.commentVotes].filter(([, one]) => one.sure)) ?? [];
  if (!id || !slot) return steps.browse(by, world);
  const asked = { method: 'DELETE', path: `/api/comments/${id}/vote` };
  await set(world, by, 'withdraw vote on comment', asked, { slot, next: null });
};

const flagSlot = (by: Person, id: string) => {
  const slot = by.flags.get(id) ?? new Slot(false);
  by.flags.set(id, slot);
  return slot;
};

async function lookAtFlag(world: World, by: Person, id: string): Promise<void> {
  const path = `/api/me/flags/comments/${id}`;
  const outcome = await world.send(by, 'look at own', { method: 'GET', path });
  if (outcome.is === 'done') flagSlot(by, id).decide((state) => state === (outcome.body.flag !== null));
}

/** Flags a comment, one of a few, so that some are folded. */
const flag: Step = async (by, world) => {
  const fits = (one: Said) => one.by !== by.name && one.content.sure !== null && one.id < '8';
  const said = pickSaid(by, world, fits);
  if (!said) return steps.browse(by, world);
  const slot = flagSlot(by, said.id);
  if (!(await made(slot, () => lookAtFlag(world, by, said.id)))) return;
  const asked = { method: 'PUT', path: `/api/me/flags/comments/${said.id}`, body: { reason: 'spam' } };
  const outcome = await world.send(by, 'flag comment', asked);
  // A flag that votes on the fold spent stays, and counts no more.
  if (outcome.is === 'refused' && (outcome.code === 'flag_spent' || mayBeGone(said))) return;
  world.settle(slot, true, outcome, `${by.name} flags the comment ${said.id}`);
};

const unflag: Step = async (by, world) => {
  const [id, slot] = by.pick([...by.flags].filter(([, one]) => one.sure)) ?? [];
  if (!id || !slot) return steps.browse(by, world);
  const asked = { method: 'DELETE', path: `/api/me/flags/comments/${id}` };
  await set(world, by, 'take back flag', asked, { slot, next: false, allowed: ['flag_spent'] });
};

/** Agrees or disagrees with what flags did: enough who disagree unfold it. */
const judge: Step = async (by, world) => {
  const log = await world.send(by, 'look at a page', { method: 'GET', path: '/api/moderation' });
  if (log.is !== 'done') return;
  const act = by.pick((log.body.entries as { id: string; did: string }[]).filter(({ did }) => did === 'folded'));
  if (!act) return;
  const path = `/api/moderation/${act.id}/judgement`;
  const judgement = by.chance(4) === 0 ? 'agree' : 'disagree';
  const outcome = await world.send(by, 'judge an act', { method: 'PUT', path, body: { judgement } });
  const allowed = ['not_undoable', 'own_act', 'flagged_already'];
  if (outcome.is === 'refused' && !allowed.includes(outcome.code))
    world.findings.add('wrongly refused', `${by.name} judges ${act.id}: ${outcome.code}`);
};

export const talkSteps = { say, reword, withdraw, vote, unvote, flag, unflag, judge };

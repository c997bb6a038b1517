import { afterAll, beforeAll, expect, it } from 'vitest';
import { decide } from '#functions/proposals/decide.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { decidedIn, inHours, voted } from '#tests/worlds/proposal.ts';

let system: System;
let world: World;
/** alice and bob’s world, where mallory and erin came. alice is the steward. */
beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
  for (const name of ['erin', 'mallory']) await as(name).done('chooseHandle', { body: { handle: name } });
  await system.settle();
});
afterAll(() => system.stop());

const ban = async (days: number, words = 'Spam.') =>
  (await as('alice').done('banPerson', { params: { handle: 'mallory' }, body: { days, words } })).act;
const appeal = (act: string) => ({ body: { change: { what: 'appeal' as const, act }, reason: 'It was none.' } });
const appealed = async (name: string, act: string) => (await as(name).done('createProposal', appeal(act))).proposal.id;

it('an appeal of who is concerned passes with the word of somebody else, and not by itself', async () => {
  const params = { what: 'reviews', target: world.reviewId };
  for (const name of ['carol', 'dave']) await as(name).done('flagTarget', { params, body: { reason: 'spam' } });
  await system.settle();
  const [fold] = (await seen('listActs')).entries;
  const proposalId = await appealed('bob', fold?.id ?? '');
  expect((await decidedIn(3, proposalId)).verdict).toMatchObject({ result: 'wait', because: 'quorum' });
  await voted('erin', proposalId, 'for');
  expect((await decidedIn(3, proposalId)).fact.state).toBe('applied');
  expect((await seen('getAct', { params: { actId: fold?.id ?? '' } })).act).toHaveProperty('undone');
  expect((await seen('getFlags', { params })).folded).toBeNull();
});

it('a ban that another one replaced is neither appealed nor voted away', async () => {
  const first = await ban(1);
  const early = await appealed('bob', first.id);
  await voted('erin', early, 'for');
  const second = await ban(2, 'Spam, again.');
  expect((await decide(early, inHours(3))).fact).toMatchObject({ state: 'accepted', stuck: { code: 'not_undoable' } });
  // What was consented to is not kept to be made whenever it can.
  expect((await decide(early, inHours(24 * 40))).fact.state).toBe('refused');
  const judge = (name: string, actId: string) =>
    as(name).call('judgeAct', { params: { actId }, body: { judgement: 'disagree' } });
  expect((await judge('bob', first.id)).code).toBe('not_undoable');
  expect((await judge('bob', second.id)).status).toBe(200);
  expect((await as('bob').call('createProposal', appeal(first.id))).code).toBe('not_undoable');
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { personIdOf } from '#functions/people/identity.ts';
import { closeMarks } from '#functions/votes/reader.ts';
import { costOf } from '#tests/builders/cost.ts';
import { subOf } from '#tests/builders/event.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { as } from './call.ts';
import { type System, startSystem } from './system.ts';

let system: System;
let world: World;
beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
});
afterAll(() => system.stop());

const vote = (by: string, itemId: string, value = 'up') =>
  as(by).call('castVote', { params: { itemId }, body: { value } });

it('a vote is one write once the instance knows person and item, and two trips before', async () => {
  const { itemId, editedId } = world;
  await as('late').done('chooseHandle', { body: { handle: 'late-comer' } });
  expect(await costOf(() => vote('late', editedId))).toMatchObject({ roundTrips: 2, writeUnits: 1 });
  // bob voted on this one as the world was made.
  for (const value of ['down', 'up']) {
    expect(await costOf(() => vote('bob', itemId, value))).toEqual({
      requests: 1,
      roundTrips: 1,
      readUnits: 0,
      writeUnits: 1,
    });
  }
  expect(await costOf(() => vote('bob', itemId, 'up'))).toMatchObject({ requests: 1, readUnits: 0 });
  const withdrawn = await costOf(() => as('bob').call('withdrawVote', { params: { itemId } }));
  expect(withdrawn).toMatchObject({ requests: 1, writeUnits: 1 });
});

it('no instance takes anything of an account that another one deleted', async () => {
  const { itemId, editedId, reviewId } = world;
  await vote('carol', itemId);
  await vote('alice', itemId);
  // What another instance does to the table; here the handle is still in memory.
  await closeMarks(personIdOf(subOf('carol')));
  const refused = { status: 410, code: 'account_deleted' };
  expect(await vote('carol', itemId, 'down')).toMatchObject(refused);
  expect(await vote('carol', editedId)).toMatchObject(refused);
  expect(await as('carol').call('withdrawVote', { params: { itemId } })).toMatchObject(refused);
  for (const operation of ['markReview', 'unmarkReview'] as const) {
    expect(await as('carol').call(operation, { params: { reviewId, mark: 'cool' } })).toMatchObject(refused);
  }
  await system.settle();
});

it('a refusal is asked for anew: who had no handle has one, and what was not there is', async () => {
  const { itemId } = world;
  expect(await vote('nobody-yet', itemId)).toMatchObject({ code: 'handle_required' });
  await as('nobody-yet').done('chooseHandle', { body: { handle: 'somebody' } });
  expect(await vote('nobody-yet', itemId)).toMatchObject({ status: 200 });
  expect(await vote('nobody-yet', 'nothing00000')).toMatchObject({ code: 'item_not_found' });
  expect(await vote('alice', itemId)).toMatchObject({ code: 'own_contribution' });
});

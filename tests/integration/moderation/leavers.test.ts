import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';

let system: System;
let world: World;
let target: { what: string; target: string };
let round = 0;

beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
});
/** Everything that happens here is about a comment of bob’s that nobody flagged, by people who are new each time. */
beforeEach(async () => {
  round++;
  for (const name of ['ann', 'ben', 'cleo', 'dan'])
    await as(`${name}${round}`).done('chooseHandle', { body: { handle: `${name}${round}` } });
  const comment = await as('bob').done('postComment', {
    params: { what: 'items', target: world.itemId },
    body: { text: `Said for the ${round}. time` },
  });
  target = { what: 'comments', target: comment.comment.id };
});
afterAll(() => system.stop());

const who = (name: string) => as(`${name}${round}`);
const flag = (name: string, reason = 'spam') =>
  who(name).done('flagTarget', { params: target, body: { reason, words: `Says ${name}` } });
const unflag = (name: string) => who(name).done('unflagTarget', { params: target });
const leave = (name: string) => who(name).done('deleteAccount');
const flags = () => seen('getFlags', { params: target });
/** The acts about this comment, latest first. */
const acts = async () => {
  await system.settle();
  return (await seen('listActs')).entries.filter(({ about }) => about.href.includes(target.target));
};

it('a flag of who left counts no more: one address cannot join, flag and leave until something is folded', async () => {
  await flag('ann', 'abuse');
  await leave('ann');
  expect(await flags()).toMatchObject({ flags: 0, weight: 0, reasons: {} });
  expect(await flag('ben')).toEqual({ flagged: true, folded: false });
  expect(await flags()).toMatchObject({ flags: 1, reasons: { spam: 1 }, folded: null });
  expect(await flag('cleo')).toEqual({ flagged: true, folded: true });
  expect((await acts()).map(({ did, flags: by }) => [did, by?.count])).toEqual([['folded', 2]]);
});

it('what they folded with others stays folded, and their flag goes with the fold', async () => {
  await flag('ann', 'abuse');
  await flag('ben');
  await flag('cleo');
  await leave('ann');
  await leave('ben');
  expect(await flags()).toMatchObject({ flags: 3, reasons: { abuse: 1, spam: 2 }, folded: { flags: 2 } });
  await unflag('cleo');
  // Those two folded it together, and still do.
  expect(await flags()).toMatchObject({ flags: 2, folded: { flags: 2 } });
  await flag('dan');
  await unflag('dan');
  expect((await acts()).map(({ did }) => did)).toEqual(['folded']);
  await rebuild();
  expect((await audit()).differences).toEqual([]);
});

it('once unfolded it takes as many who are here as ever', async () => {
  await flag('ann', 'abuse');
  await flag('ben');
  await leave('ann');
  await unflag('ben');
  expect(await flags()).toMatchObject({ flags: 0, weight: 0, reasons: {}, folded: null });
  expect((await acts()).map(({ did, flags: by }) => [did, by?.count])).toEqual([
    ['unfolded', 0],
    ['folded', 2],
  ]);
  expect(await flag('cleo')).toEqual({ flagged: true, folded: false });
  expect(await flag('ben')).toEqual({ flagged: true, folded: true });
  expect(await flags()).toMatchObject({ flags: 2, reasons: { spam: 2 } });
  await system.settle();
});

it('a vote against an act goes with who gave it while the act stands, one for it stays', async () => {
  await flag('ann');
  await flag('ben');
  const [fold] = await acts();
  const params = { actId: fold?.id ?? '' };
  const judge = (name: string, judgement: 'agree' | 'disagree') =>
    who(name).done('judgeAct', { params, body: { judgement } });
  await judge('cleo', 'disagree');
  await judge('dan', 'agree');
  await leave('cleo');
  await leave('dan');
  expect((await seen('getAct', { params })).act).toMatchObject({ agree: 1, disagree: 0 });
  await leave('ann');
  await as('carol').done('judgeAct', { params, body: { judgement: 'disagree' } });
  await as('dave').done('judgeAct', { params, body: { judgement: 'disagree' } });
  const { act } = await seen('getAct', { params });
  expect(act).toMatchObject({ agree: 1, disagree: 2 });
  expect(act).not.toHaveProperty('undone');
  await as('alice').done('judgeAct', { params, body: { judgement: 'disagree' } });
  expect((await acts()).map(({ did, rule }) => [did, rule])).toEqual([
    ['unfolded', 'votes'],
    ['folded', 'flags'],
  ]);
  expect(await flags()).toMatchObject({ flags: 0, needs: 4 });
});

it('leaving while others flag loses and doubles nothing', async () => {
  await flag('ann');
  await Promise.all([leave('ann'), flag('ben'), flag('cleo'), flag('dan')]);
  const { flags: count, folded } = await flags();
  expect(folded).not.toBeNull();
  // Whether it was folded before or after.
  expect([3, 4]).toContain(count);
  await system.settle();
});

it('a ban takes no flag away: the steward would unfold by it; who is banned may take it back', async () => {
  await flag('ann');
  const handle = `ann${round}`;
  await as('alice').done('banPerson', { params: { handle }, body: { days: 3, words: 'Vandalism.' } });
  expect((await who('ann').call('flagTarget', { params: target, body: { reason: 'spam', words: '' } })).code).toBe(
    'banned',
  );
  expect(await flags()).toMatchObject({ flags: 1 });
  expect(await flag('ben')).toEqual({ flagged: true, folded: true });
  await unflag('ann');
  expect(await flags()).toMatchObject({ flags: 1, folded: null });
  await system.settle();
});

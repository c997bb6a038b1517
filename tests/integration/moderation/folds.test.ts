import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

let table: TestTable;
let stream: UnreliableStream;
let world: World;

beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent';
  table = await createTestTable();
});
/** alice and bob’s world, where erin came, too. */
beforeEach(async () => {
  await table.reset();
  stream = new UnreliableStream({ shards: 2, named: true, chance: chanceFrom(7) });
  world = await aliceAndBob();
  await as('erin').done('chooseHandle', { body: { handle: 'erin' } });
  await stream.begin();
});
afterAll(() => table.drop());

const flag = (name: string, what: string, target: string, reason = 'spam', words = '') =>
  as(name).call('flagTarget', { params: { what, target }, body: { reason, words } });
const flags = (what: string, target: string) => seen('getFlags', { params: { what, target } });
const review = async () => {
  await stream.run(0.3);
  return (await seen('getReview', { params: { reviewId: world.reviewId } })).review;
};
const item = async () => {
  await stream.run(0.3);
  return seen('getItem', { params: { itemId: world.itemId } });
};
const log = async () => {
  await stream.run(0.3);
  return (await seen('listActs')).entries.filter(({ did }) => did !== 'removed');
};
const differences = async () => {
  await stream.run(0);
  return (await audit()).differences;
};

it('enough flags of different people fold a review once, whatever is sent twice; it counts nowhere, and is read behind a line', async () => {
  expect((await flag('bob', 'reviews', world.reviewId)).code).toBe('own_flag');
  expect((await flag('carol', 'reviews', world.reviewId, 'other')).code).toBe('invalid_input');
  expect((await flag('carol', 'reviews', 'a1b2c3d4e5f6')).code).toBe('nothing_to_flag');
  for (let n = 0; n < 3; n++) await flag('carol', 'reviews', world.reviewId, 'spam', 'He sells this.');
  expect(await flags('reviews', world.reviewId)).toMatchObject({ flags: 1, needs: 2, folded: null });
  expect(await review()).not.toHaveProperty('folded');
  const answers = await Promise.all(
    ['dave', 'erin', 'dave', 'alice', 'erin'].map((name) => flag(name, 'reviews', world.reviewId, 'abuse')),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(await flags('reviews', world.reviewId)).toMatchObject({ flags: 4, reasons: { spam: 1, abuse: 3 } });
  const acts = await log();
  expect(acts).toMatchObject([{ did: 'folded', by: null, rule: 'flags', needs: 2, agree: 0, disagree: 0 }]);
  const [act] = acts;
  expect(act?.flags?.count).toBe(2);
  expect(await review()).toMatchObject({ text: 'A fine page.', folded: { act: act?.id, flags: 2 } });
  const page = await item();
  expect(page.counts).toMatchObject({ reviews: 0 });
  expect(page.reviews.entries[0]).toMatchObject({ folded: { flags: 2 }, rating: 4 });
  expect((await seen('getTrust', { params: { handle: 'bob' } })).signals).toMatchObject({ folded: 1 });
  expect(await differences()).toEqual([]);
  await rebuild();
  expect(await differences()).toEqual([]);
  expect((await item()).counts.reviews).toBe(0);
});

it('a flag taken back unfolds what too few are left for, in the log, too; a second time it takes as much', async () => {
  await flag('carol', 'reviews', world.reviewId);
  await flag('dave', 'reviews', world.reviewId);
  const target = { what: 'reviews', target: world.reviewId };
  expect(await as('carol').done('getMyFlag', { params: target })).toMatchObject({ flag: { reason: 'spam' } });
  for (const withdrawn of [true, false])
    expect(await as('carol').done('unflagTarget', { params: target })).toEqual({ withdrawn });
  const [undo, fold] = await log();
  expect(undo).toMatchObject({ did: 'unfolded', rule: 'taken-back', undoes: fold?.id });
  expect(fold).toMatchObject({ did: 'folded', undone: undo?.id });
  expect((await item()).counts.reviews).toBe(1);
  await flag('erin', 'reviews', world.reviewId);
  expect((await log()).map(({ did }) => did)).toEqual(['folded', 'unfolded', 'folded']);
  expect(await differences()).toEqual([]);
});

it('votes of others undo a fold exactly once: then its flags are spent, and it takes twice as many', async () => {
  await flag('carol', 'reviews', world.reviewId);
  await flag('dave', 'reviews', world.reviewId);
  const [fold] = await log();
  const params = { actId: fold?.id ?? '' };
  const judge = (name: string, judgement = 'disagree') => as(name).call('judgeAct', { params, body: { judgement } });
  expect((await judge('bob')).code).toBe('own_act');
  expect((await judge('carol')).code).toBe('flagged_already');
  expect(await as('bob').done('getMyJudgement', { params })).toEqual({ judgement: null, mine: true });
  await judge('alice', 'agree');
  await judge('alice');
  expect((await seen('getAct', { params })).act).toMatchObject({ agree: 0, disagree: 1 });
  expect((await as('alice').done('withdrawJudgement', { params })).act).toMatchObject({ disagree: 0 });
  await as('frank').done('chooseHandle', { body: { handle: 'frank' } });
  const answers = await Promise.all(['alice', 'erin', 'erin', 'frank'].map((name) => judge(name)));
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
  const acts = await log();
  expect(acts.map(({ did, rule }) => [did, rule])).toEqual([
    ['unfolded', 'votes'],
    ['folded', 'flags'],
  ]);
  expect(acts[1]).toMatchObject({ undone: acts[0]?.id, disagree: 2 });
  expect((await item()).counts.reviews).toBe(1);
  expect((await flag('carol', 'reviews', world.reviewId)).code).toBe('flag_spent');
  expect((await as('dave').call('unflagTarget', { params: { what: 'reviews', target: world.reviewId } })).code).toBe(
    'flag_spent',
  );
  for (const name of ['alice', 'erin', 'frank']) await flag(name, 'reviews', world.reviewId);
  expect(await flags('reviews', world.reviewId)).toMatchObject({ flags: 3, needs: 4, folded: null });
  expect(await differences()).toEqual([]);
});

it('a folded item is in no ranking, a folded list in no list of lists; both are there to be read', async () => {
  const inRanking = async () =>
    (await seen('listRanking', { query: { kind: 'link' } })).entries.some(({ id }) => id === world.itemId);
  const inLists = async () => (await seen('listLists')).entries.some(({ id }) => id === world.listId);
  expect([await inRanking(), await inLists()]).toEqual([true, true]);
  for (const name of ['bob', 'carol']) {
    await flag(name, 'items', world.itemId, 'duplicate');
    await flag(name, 'lists', world.listId, 'off-topic');
  }
  expect((await item()).folded).toMatchObject({ flags: 2, reason: 'duplicate' });
  expect([await inRanking(), await inLists()]).toEqual([false, false]);
  expect((await seen('getList', { params: { listId: world.listId } })).folded).toMatchObject({ reason: 'off-topic' });
  expect((await seen('listListsByPerson', { params: { handle: 'alice' } })).entries[0]).toHaveProperty('id');
  expect(await differences()).toEqual([]);
});

it('a folded proposal says so where it is read and in every list, until it unfolds', async () => {
  const change = { what: 'removal' as const, itemId: world.itemId };
  const { proposal } = await as('bob').done('createProposal', { body: { change, reason: 'Buy mine instead.' } });
  const page = async () => {
    await stream.run(0.3);
    return (await seen('getProposal', { params: { proposalId: proposal.id } })).proposal;
  };
  const line = async () =>
    (await seen('listProposals', { query: { list: 'open' } })).entries.find(({ id }) => id === proposal.id);
  for (const name of ['carol', 'dave']) await flag(name, 'proposals', proposal.id);
  const folded = { flags: 2, reason: 'spam' };
  expect(await page()).toMatchObject({ state: 'open', folded });
  expect(await line()).toMatchObject({ folded });
  expect((await log())[0]).toMatchObject({ did: 'folded', about: { href: `/proposals/${proposal.id}` } });
  await rebuild();
  expect(await differences()).toEqual([]);
  await as('dave').done('unflagTarget', { params: { what: 'proposals', target: proposal.id } });
  expect(await page()).not.toHaveProperty('folded');
  expect(await line()).not.toHaveProperty('folded');
  expect(await differences()).toEqual([]);
});

it('a folded comment says nothing where it is only quoted; unfolded, edited and withdrawn since, it says what it is', async () => {
  const target = { what: 'items', target: world.itemId };
  await as('alice').done('watchTarget', { params: target });
  const post = async (text: string) =>
    (
      await as('bob').done('postComment', {
        params: target,
        body: { text },
        headers: { 'idempotency-key': randomUUID() },
      })
    ).comment;
  const comment = await post('Buy mine, @carol');
  const quoted = async () => {
    await stream.run(0.3);
    const [mine, theirs, watched] = await Promise.all([
      as('alice').done('listNotices'),
      as('carol').done('listNotices'),
      as('alice').done('listWatchedChanges'),
    ]);
    const lines = [mine, theirs, watched].flatMap(({ entries }) => entries as { id: string; text?: string }[]);
    return lines.filter(({ id }) => id === `c${comment.id}`).map(({ text }) => text);
  };
  const said = async () => {
    await stream.run(0.3);
    return (await seen('listCommentsByPerson', { params: { handle: 'bob' } })).entries.map(({ text }) => text);
  };
  const text = 'Buy mine, @carol';
  expect(await quoted()).toEqual([text, text, text]);
  for (const name of ['carol', 'dave']) await flag(name, 'comments', comment.id);
  expect(await quoted()).toEqual([undefined, undefined, undefined]);
  expect(await said()).not.toContain(text);
  await as('bob').done('editComment', {
    params: { commentId: comment.id },
    body: { text: 'Buy, @carol', revision: 1 },
  });
  expect(await quoted()).toEqual([undefined, undefined, undefined]);
  await as('dave').done('unflagTarget', { params: { what: 'comments', target: comment.id } });
  expect(await quoted()).toEqual(['Buy, @carol', 'Buy, @carol', 'Buy, @carol']);
  expect(await said()).toContain('Buy, @carol');
  await flag('erin', 'comments', comment.id);
  await as('bob').done('withdrawComment', { params: { commentId: comment.id } });
  expect(await as('erin').done('unflagTarget', { params: { what: 'comments', target: comment.id } })).toEqual({
    withdrawn: true,
  });
  expect(await quoted()).toEqual([]);
  expect(await differences()).toEqual([]);
});

it('the steward alone reads what is flagged and not folded, and what was said; nobody reads who', async () => {
  const list = async (name = 'alice') => {
    await stream.run(0.3);
    return (await as(name).done('listFlagged', { query: {} })).entries;
  };
  await flag('carol', 'reviews', world.reviewId, 'spam', 'He sells this.');
  const params = { what: 'reviews', target: world.reviewId };
  expect(await list()).toMatchObject([{ ...params, flags: 1, needs: 2, reasons: { spam: 1 } }]);
  const said = await as('alice').done('getFlagWords', { params });
  expect(said).toEqual({ flags: [{ reason: 'spam', words: 'He sells this.', at: expect.any(String) }] });
  expect((await as('bob').call('listFlagged', { query: {} })).code).toBe('steward_only');
  expect((await as('carol').call('getFlagWords', { params })).code).toBe('steward_only');
  await flag('dave', 'reviews', world.reviewId);
  expect(await list()).toEqual([]);
  await as('dave').done('unflagTarget', { params });
  expect(await list()).toHaveLength(1);
  await as('carol').done('unflagTarget', { params });
  expect(await list()).toEqual([]);
  expect(await differences()).toEqual([]);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { nameSteward } from '#functions/moderation/steward/name-steward.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { putRow, type Row, scanRows, writeRows } from '#functions/table/table.ts';
import { allOperations, operations } from '#shared/capabilities.ts';
import { newId } from '#shared/ids.ts';
import { mayWhileBanned } from '#shared/moderation/bans.ts';
import { subOf } from '#tests/builders/event.ts';
import { examplesOf } from '#tests/builders/request.ts';
import { as, call, seen } from '#tests/integration/contract/call.ts';
import { facts, type System, startSystem } from '#tests/integration/contract/system.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';

let system: System;
let world: World;
/** alice and bob’s world, where mallory saved something, made a token and reviewed, and erin came. alice is the steward. */
beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
  for (const name of ['erin', 'grace']) await as(name).done('chooseHandle', { body: { handle: name } });
  await as('mallory').done('postReview', { params: { itemId: world.itemId }, body: { rating: 1, text: 'Buy mine.' } });
  await as('mallory').done('saveItem', { params: { itemId: world.itemId }, body: { private: true, note: 'Mine.' } });
  await system.settle();
});
afterAll(() => system.stop());

const ban = (by: string, handle: string, days = 7, words = 'Spam, again and again.') =>
  as(by).call('banPerson', { params: { handle }, body: { days, words } });

it('only the steward bans, nobody themselves, and everybody sees why and until when', async () => {
  expect((await seen('getSteward')).steward).toMatchObject({ handle: 'alice' });
  expect((await ban('bob', 'mallory')).code).toBe('steward_only');
  expect((await ban('alice', 'alice')).code).toBe('ban_yourself');
  expect((await ban('alice', 'mallory')).status).toBe(200);
  const { ban: shown } = await seen('getBan', { params: { handle: 'mallory' } });
  expect(shown).toMatchObject({ reason: 'Spam, again and again.' });
  await system.settle();
  const [act] = (await seen('listActs')).entries;
  expect(act).toMatchObject({ id: shown?.act, did: 'banned', by: 'alice', words: 'Spam, again and again.', needs: 3 });
  expect(act?.about).toEqual({ title: '@mallory', href: '/@mallory' });
});

it('whoever is banned is told so before they write, and nobody else is by this', async () => {
  const { ban: told } = await as('mallory').done('countWaiting');
  expect(told).toEqual((await seen('getBan', { params: { handle: 'mallory' } })).ban);
  expect(Date.parse(told?.until ?? '')).toBeGreaterThan(Date.now());
  expect((await as('bob').done('countWaiting')).ban).toBeNull();
});

it('whoever is banned is refused every write, by any way in, and nothing of it is stored', async () => {
  const { secret } = await as('grace').done('createToken', { body: { name: 'A script', scopes: ['save'] } });
  await ban('alice', 'grace', 3, 'Vandalism.');
  const before = await facts();
  for (const operation of allOperations.filter((one) => one.auth === 'person' && !mayWhileBanned(one))) {
    for (const example of await examplesOf(operation, world)) {
      // An example may make somebody for itself; those who are banned make nothing.
      const answer = await call(operation, example, 'mallory');
      expect({ name: operation.name, code: answer.code }).toEqual({ name: operation.name, code: 'banned' });
      if (!operation.scope) continue;
      expect((await call(operation, { ...example, token: secret ?? '' })).code).toBe('banned');
    }
  }
  const removal = { change: { what: 'removal', itemId: world.itemId }, reason: 'Because.' };
  expect((await as('mallory').call('createProposal', { body: removal })).code).toBe('banned');
  const { body } = await ban('mallory', 'alice');
  expect(body.detail).toMatch(
    /^You are banned until \d{4}-\d\d-\d\dT[\d:]+Z: Spam, again and again\. \(\/moderation\/\w{12}\)$/,
  );
  const after = [...(await facts())].filter(([key, text]) => before.get(key) !== text && !/mallory\d/.test(text));
  const them = [personIdOf(subOf('mallory')), personIdOf(subOf('grace'))];
  expect(after.filter(([key]) => them.some((id) => key.includes(id)))).toEqual([]);
});

it('they still read, take back and export, and may leave; a vote of others lifts a ban, and so does the steward', async () => {
  const mallory = as('mallory');
  expect((await mallory.call('getMe')).status).toBe(200);
  const whole = { params: { format: 'commonplace' }, query: { site: 'https://example.org' } };
  expect(JSON.stringify(await mallory.done('exportMine', whole))).toContain('Mine.');
  expect((await mallory.done('withdrawReview', { params: { itemId: world.itemId } })).withdrawn).toBe(true);
  const [act] = (await seen('listActs')).entries.filter(({ about }) => about.title === '@mallory');
  const appeal = { change: { what: 'appeal', act: act?.id }, reason: 'It was not spam.' };
  // Theirs; what was decided of others is for those who may write.
  const graces = (await seen('listActs')).entries.find(({ about }) => about.title === '@grace');
  const others = { change: { what: 'appeal', act: graces?.id }, reason: 'It was not vandalism.' };
  expect((await mallory.call('createProposal', { body: others })).code).toBe('banned');
  expect((await mallory.call('createProposal', { body: appeal })).status).toBe(200);
  const params = { actId: act?.id ?? '' };
  for (const name of ['bob', 'carol', 'dave'])
    await as(name).done('judgeAct', { params, body: { judgement: 'disagree' } });
  expect((await seen('getBan', { params: { handle: 'mallory' } })).ban).toBeNull();
  expect((await mallory.done('countWaiting')).ban).toBeNull();
  expect((await mallory.call('castVote', { params: { itemId: world.itemId }, body: { value: 'up' } })).status).toBe(
    200,
  );
  const lift = () => as('alice').call('unbanPerson', { params: { handle: 'grace' }, query: { words: 'Said sorry.' } });
  expect((await lift()).body.act).toMatchObject({ did: 'unbanned', by: 'alice' });
  expect((await lift()).body.act).toBeNull();
  await system.settle();
  const deeds = (await seen('listActs')).entries.map(({ did, rule, by }) => [did, rule ?? by]);
  expect(deeds.slice(0, 2)).toEqual([
    ['unbanned', 'alice'],
    ['unbanned', 'votes'],
  ]);
});

it('the steward takes a text off what the law does not let stand, its earlier wordings too; the log says so', async () => {
  const params = { what: 'reviews', target: world.reviewId };
  const mine = { params: { itemId: world.itemId } };
  await as('bob').done('postReview', { ...mine, body: { rating: 3, text: 'Her number is 555.', revision: 1 } });
  await as('bob').done('postReview', { ...mine, body: { rating: 3, text: 'Her number is 556.', revision: 2 } });
  const remove = (name: string) => as(name).call('removeText', { params, body: { words: 'A private number.' } });
  expect((await remove('bob')).code).toBe('steward_only');
  const first = await remove('alice');
  expect(first.body.act).toMatchObject({ did: 'removed', by: 'alice', words: 'A private number.' });
  expect((await remove('alice')).body).toEqual(first.body);
  await system.settle();
  const { review, history } = await seen('getReview', { params: { reviewId: world.reviewId } });
  expect(review).toMatchObject({ text: '', rating: 3, removed: (first.body.act as { id: string }).id });
  expect(history.map(({ text }) => text)).toEqual(['', '']);
  for await (const rows of scanRows()) expect(JSON.stringify(rows)).not.toContain('Her number');
  expect(
    (await as('bob').call('postReview', { ...mine, body: { rating: 3, text: 'Fine.', revision: 4 } })).status,
  ).toBe(200);
});

it('what a version says is taken away once the item says it no more', async () => {
  const fields = (title: string) => ({ url: 'https://example.org/versions', title });
  const { item } = await as('bob').done('createItem', { body: { kind: 'link', fields: fields('As it came') } });
  const revise = (base: number, title: string, text: string) =>
    as('bob').done('reviseItem', { params: { itemId: item.id }, body: { base, fields: fields(title), text } });
  await revise(1, 'Her number is 557', 'Her number is 558.');
  const remove = (n: number) =>
    as('alice').call('removeText', {
      params: { what: 'revisions', target: `${item.id}.${n}` },
      body: { words: 'A private number.' },
    });
  expect(await remove(2)).toMatchObject({ status: 404, code: 'nothing_to_remove' });
  await revise(2, 'Her number is 557', 'Under the same title.');
  await revise(3, 'As it stays', 'Nothing.');
  expect((await remove(2)).status).toBe(200);
  const { fields: said, text } = await seen('getRevision', { params: { itemId: item.id, n: '2' } });
  expect([said, text]).toEqual([{}, '']);
  await system.settle();
  // Nor in the lists of changes; what somebody noted for themselves is theirs.
  for await (const rows of scanRows()) {
    const ofAll = rows.filter(({ type }) => type !== 'watch');
    for (const row of ofAll) expect(JSON.stringify(row)).not.toMatch(/Her number is 55[78]/);
  }
});

it('whoever deployed the site names another steward, and may take that back', async () => {
  await expect(nameSteward('nobody-here', new Date())).rejects.toMatchObject({ code: 'person_not_found' });
  expect(await nameSteward('bob', new Date())).toEqual({ steward: 'bob', before: 'alice' });
  expect((await seen('getSteward')).steward).toMatchObject({ handle: 'bob' });
  expect((await ban('alice', 'grace')).code).toBe('steward_only');
  expect(await nameSteward('Alice', new Date())).toEqual({ steward: 'alice', before: 'bob' });
  expect((await ban('bob', 'grace')).code).toBe('steward_only');
});

it('however many are banned there is room for more, and where there is none that is said', async () => {
  const names = ['heidi', 'ivan', 'judy', 'kurt', 'lena'];
  for (const name of names) {
    await as(name).done('chooseHandle', { body: { handle: name } });
    expect((await ban('alice', name)).status).toBe(200);
  }
  const rows: Row[] = [];
  for await (const page of scanRows()) rows.push(...page.filter(({ type }) => type === 'bans'));
  expect(rows.length).toBeGreaterThan(2);
  const full = rows.find(({ people }) => personIdOf(subOf('judy')) in (people as object));
  await putRow({ ...(full as Row), filler: 'x'.repeat(408_500) });
  expect(await ban('alice', 'judy', 30, '長'.repeat(500))).toMatchObject({ status: 409, code: 'no_room' });
  expect((await seen('getBan', { params: { handle: 'judy' } })).ban).toMatchObject({
    reason: 'Spam, again and again.',
  });
});

it('a ban from when all stood in one row holds again after a rebuild, unless it is over or there is another one', async () => {
  for (const handle of ['erin', 'grace']) await ban('alice', handle, 2, 'Before.');
  let people: Record<string, object> = {};
  for await (const rows of scanRows())
    for (const row of rows.filter(({ pk, sk }) => pk === 'SITE' && sk.startsWith('BANS#'))) {
      people = { ...people, ...(row.people as object) };
      await writeRows([{ delete: row }]);
    }
  const over = { act: newId(), until: '2026-01-01T00:00:00Z', reason: 'Before.' };
  await ban('alice', 'grace', 1, 'Anew.');
  await system.settle();
  await putRow({ pk: 'SITE', sk: 'BANS', type: 'bans', people: { ...people, [personIdOf(subOf('dave'))]: over } });
  const reason = async (handle: string) => (await seen('getBan', { params: { handle } })).ban?.reason;
  expect(await reason('erin')).toBeUndefined();
  expect((await audit()).differences).toEqual([expect.stringContaining('SITE / BANS: ')]);
  await rebuild();
  expect([await reason('erin'), await reason('dave'), await reason('grace')]).toEqual(['Before.', undefined, 'Anew.']);
  expect((await audit()).differences).toEqual([]);
  const lift = (handle: string) => as('alice').call('unbanPerson', { params: { handle }, query: { words: 'Over.' } });
  for (const handle of ['erin', 'grace']) expect((await lift(handle)).body.act).toMatchObject({ did: 'unbanned' });
  await system.settle();
});

it('a deleted account leaves its flags and votes as numbers, its name nowhere, and the steward’s place empty', async () => {
  const target = { what: 'reviews', target: world.reviewId };
  const flag = (name: string, reason: string, words: string) =>
    as(name).done('flagTarget', { params: target, body: { reason, words } });
  await flag('carol', 'other', 'carol knows him');
  await flag('dave', 'spam', '');
  await system.settle();
  const [fold] = (await seen('listActs')).entries;
  await as('erin').done('judgeAct', { params: { actId: fold?.id ?? '' }, body: { judgement: 'agree' } });
  await ban('alice', 'grace', 3, 'Vandalism.');
  for (const name of ['alice', 'bob', 'carol', 'erin', 'grace'])
    expect(await as(name).done('deleteAccount')).toEqual({ deleted: true });
  await system.settle();
  expect((await seen('getSteward')).steward).toBeNull();
  expect((await seen('getAct', { params: { actId: fold?.id ?? '' } })).act).toMatchObject({ agree: 1 });
  expect((await seen('getAct', { params: { actId: world.actId } })).act.by).toBeNull();
  expect(await seen('getFlags', { params: target })).toMatchObject({ flags: 2 });
  const left = new RegExp(
    ['bob', 'alice', 'grace'].map((name) => `${personIdOf(subOf(name))}|@${name}|"${name}"`).join('|'),
  );
  for await (const rows of scanRows())
    for (const row of rows.filter(({ pk }) => /^(FL|MOD|SITE|ACTS)/.test(pk)))
      expect(JSON.stringify(row)).not.toMatch(left);
});

it('who flagged is in no answer, log line or list', async () => {
  const [carol, dave] = ['carol', 'dave'].map((name) => personIdOf(subOf(name)));
  const answers = JSON.stringify([
    await seen('getFlags', { params: { what: 'reviews', target: world.reviewId } }),
    await seen('listActs'),
    await seen('getReview', { params: { reviewId: world.reviewId } }),
  ]);
  for (const secret of ['carol knows', 'dave', carol ?? '', dave ?? '']) {
    expect(answers).not.toContain(secret);
    expect(system.log.join('')).not.toContain(secret);
  }
  expect(operations.getFlags.auth).toBe('public');
});

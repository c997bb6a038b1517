import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Change } from '#shared/proposals/schema.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { jobIn, pageOf, stateOf } from '#tests/worlds/proposal.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob', 'carol']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

let number = 0;
const link = async () => {
  const fields = { url: `https://example.org/d/${++number}`, title: `Page ${number}` };
  return (await as('alice').done('createItem', { body: { kind: 'link', fields } })).item.id;
};
const propose = (change: Change, by = 'bob') =>
  as(by).call('createProposal', { body: { change, reason: 'Because of this.\nAnd that.' } });
const item = async (itemId: string) => (await seen('getItem', { params: { itemId } })).item;
const better = async (tag: string) => (await seen('listSynonyms', { params: { tag } })).better;
const inForce = async () =>
  (await seen('getRankingParameters')) as { version: string; listed: boolean; parameters: Record<string, number> };
/** Everything that is due, made, and the projections compared with a recount. */
const later = async (hours: number) => {
  await system.settle();
  await jobIn(hours);
  await system.settle();
};

it('each is proposed, made once its time is over, and taken back by a proposal', async () => {
  const [from, into, gone] = [await link(), await link(), await link()];
  await system.settle();
  const changes: [Change, title: string, made: () => Promise<unknown>][] = [
    [{ what: 'merge', from, into }, 'Page 1 into Page 2', async () => (await item(from)).mergedInto === into],
    [{ what: 'removal', itemId: gone }, 'Remove: Page 3', async () => (await item(gone)).removed !== undefined],
    [
      { what: 'synonym', tag: 'Web', other: 'www' },
      '“web” is the better name of “www”',
      async () => (await better('www')) === 'web',
    ],
    [
      { what: 'parameters', base: '3', values: { risingDays: 9 } },
      'Ranking: rising days 7 → 9',
      async () => (await inForce()).parameters.risingDays === 9,
    ],
  ];
  const ids: string[] = [];
  for (const [change, title] of changes) {
    const { status, body, text } = await propose(change);
    expect(status, text).toBe(200);
    const { proposal } = body as { proposal: { id: string; about: { title: string } } };
    expect(proposal.about.title).toBe(title);
    ids.push(proposal.id);
  }
  await later(2.1);
  for (const [n, [change, , isMade]] of changes.entries()) {
    expect(await stateOf(ids[n] ?? ''), change.what).toBe('applied');
    expect(await isMade(), change.what).toBe(true);
    expect((await propose(change, 'carol')).status, change.what).toBe(409);
  }
  expect(await inForce()).toMatchObject({ version: '3.1', listed: true });
  expect((await item(gone)).removed).toMatchObject({ reason: 'Because of this.', proposal: ids[1] });
  const { entries } = await seen('listRevisions', { params: { itemId: from }, query: {} });
  expect(entries[0]).toMatchObject({ did: 'merged', by: 'bob', proposal: ids[0] });

  const reversals: string[] = [];
  for (const [n, id] of ids.entries()) {
    const { proposal } = await as('carol').done('revertProposal', {
      params: { proposalId: id },
      body: { reason: 'It was better before.' },
    });
    reversals.push(proposal.id);
    expect(proposal.state, changes[n]?.[0].what).toBe('open');
  }
  await later(5);
  for (const [n, [change, , isMade]] of changes.entries()) {
    expect(await stateOf(reversals[n] ?? ''), change.what).toBe('applied');
    expect(await stateOf(ids[n] ?? ''), change.what).toBe('reverted');
    expect(await isMade(), change.what).toBe(false);
  }
  expect(await inForce()).toMatchObject({ version: '3.2', listed: true, parameters: { risingDays: 7 } });
});

it('two that were open at once and cannot both be made: the second stays accepted, and says why', async () => {
  const [one, two, three] = [await link(), await link(), await link()];
  const changes: Change[] = [
    { what: 'merge', from: one, into: two },
    { what: 'merge', from: two, into: one },
    { what: 'merge', from: one, into: three },
    { what: 'removal', itemId: one },
  ];
  const ids: string[] = [];
  for (const change of changes) ids.push(((await propose(change)).body as { proposal: { id: string } }).proposal.id);
  await later(2.1);
  const states = await Promise.all(ids.map(stateOf));
  // Of four that exclude each other one is made, whichever comes first; what is still possible beside it may be, too.
  expect(states.filter((state) => state === 'applied').length).toBeGreaterThanOrEqual(1);
  for (const [n, id] of ids.entries()) {
    if (states[n] === 'applied') continue;
    expect((await pageOf(id)).proposal).toMatchObject({ state: 'accepted', stuck: { code: expect.any(String) } });
  }
  const [first, second] = [await item(one), await item(two)];
  expect(Number(first.mergedInto !== undefined) + Number(first.removed !== undefined)).toBeLessThanOrEqual(1);
  expect(first.mergedInto === two && second.mergedInto === one).toBe(false);
});

it('what nobody could do is refused with its reason before anybody votes on it', async () => {
  const itemId = await link();
  const { item: book } = await as('alice').done('createItem', { body: { kind: 'book', fields: { title: 'A book' } } });
  const refusals: [Change, code: string, detail?: string][] = [
    [{ what: 'merge', from: itemId, into: itemId }, 'change_not_possible'],
    [{ what: 'merge', from: itemId, into: book.id }, 'change_not_possible', 'A link is not merged into a book'],
    [{ what: 'merge', from: itemId, into: 'nonexistent1' }, 'item_not_found'],
    [{ what: 'unmerge', from: itemId, into: book.id }, 'nothing_changes'],
    [{ what: 'restoration', itemId }, 'nothing_changes'],
    [{ what: 'synonym', tag: 'web', other: '#Web' }, 'change_not_possible'],
    [{ what: 'synonym', tag: 'web', other: 'w3', end: true }, 'nothing_changes'],
    [{ what: 'parameters', base: '3', values: { settledFrom: 3 } }, 'change_not_possible'],
    [{ what: 'parameters', base: '3', values: { starsZ: 1e9 } }, 'change_not_possible', 'starsZ is from 0.1 to 4'],
    [{ what: 'parameters', base: '9', values: { starsZ: 2 } }, 'change_not_possible'],
  ];
  for (const [change, code, detail] of refusals) {
    const answer = await propose(change);
    expect({ change, code: answer.code }).toEqual({ change, code });
    if (detail) expect(answer.body.detail).toBe(detail);
  }
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { isOwner } from '#functions/claims/owners/reader.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { made } from '#tests/builders/decide.ts';
import { subOf } from '#tests/builders/event.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob', 'carol']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

const personOf = (name: string) => personIdOf(subOf(name));
const propose = (name: string, change: Record<string, unknown>) =>
  as(name).call('createProposal', { body: { change, reason: 'It is so.' } });

it('what has no website is claimed by consent, by who proposed it, and the same way it ends', async () => {
  const { item } = await as('alice').done('createItem', { body: { kind: 'book', fields: { title: 'A book' } } });
  const itemId = item.id;
  const { claim } = await as('bob').done('startClaim', { params: { itemId } });
  expect(claim).toMatchObject({ state: 'waiting', record: null, file: null });
  expect(await as('bob').call('proveClaim', { params: { itemId }, body: { way: 'dns' } })).toMatchObject({
    code: 'no_website',
  });
  const change = { what: 'claim' as const, itemId, claim: claim.id };
  expect(await propose('bob', { ...change, claim: 'AAAAAAAAAAAA' })).toMatchObject({ code: 'change_not_possible' });
  expect(await propose('bob', { ...change, what: 'unclaim' })).toMatchObject({ code: 'nothing_changes' });
  // It would stand in the way of bob's own, and could never be made.
  expect(await propose('carol', change)).toMatchObject({ code: 'change_not_possible' });
  expect((await propose('bob', change)).body).toMatchObject({ existing: false });

  // Somebody else's proposal makes nobody an owner.
  await expect(made(change, { by: 'carol', byId: personOf('carol') })).rejects.toThrow('not whose claim');
  await expect(made(change)).rejects.toThrow('not whose claim');
  const { opposite, proposalId } = await made(change, { by: 'bob', byId: personOf('bob') });
  expect(await isOwner(itemId, personOf('bob'))).toBe(true);
  await system.settle();
  const { owners } = await seen('getClaims', { params: { itemId } });
  expect(owners).toMatchObject([{ by: 'bob', way: 'consent', proposal: proposalId }]);
  expect(await propose('bob', change)).toMatchObject({ code: 'nothing_changes' });

  await made(opposite as typeof change, {});
  expect(await isOwner(itemId, personOf('bob'))).toBe(false);
  await system.settle();
  const { entries } = await as('bob').done('listNotices', { query: {} });
  expect(entries).toMatchObject([{ kind: 'claim', did: 'consent' }]);
  expect((await seen('getClaims', { params: { itemId } })).past).toMatchObject([
    { by: 'bob', ended: { why: 'consent' } },
  ]);
});

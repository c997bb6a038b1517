import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOwner, ownersOf } from '#functions/claims/owners/reader.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { audit } from '#functions/projections/audit.ts';
import { owns } from '#tests/builders/claim.ts';
import { made } from '#tests/builders/decide.ts';
import { subOf } from '#tests/builders/event.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

test('the owners of an item are named on its page of claims, and known to other capabilities', async () => {
  const fields = { url: 'https://shop.example.org/', title: 'A shop' };
  const { item } = await as('alice').done('createItem', { body: { kind: 'link', fields } });

  await owns('bob', item.id);

  expect(await isOwner(item.id, personIdOf(subOf('bob')))).toBe(true);
  expect(await isOwner(item.id, personIdOf(subOf('alice')))).toBe(false);
  expect((await ownersOf(item.id)).map(({ by }) => by)).toEqual(['bob']);
  const { owners, host, past } = await seen('getClaims', { params: { itemId: item.id } });
  expect(owners).toEqual([expect.objectContaining({ by: 'bob', way: 'dns', host: 'example.org' })]);
  expect(JSON.stringify(owners)).not.toContain('a token');
  expect([host, past]).toEqual(['shop.example.org', []]);
});

test('who owns what was merged is told and may claim what it was merged into, which is not theirs by that; taken apart, all is as before', async () => {
  const add = async (name: string) => {
    const fields = { url: `https://${name}.example.org/`, title: name };
    return (await as('alice').done('createItem', { body: { kind: 'link', fields } })).item.id;
  };
  const [from, into] = [await add('one-shop'), await add('other-shop')];
  await owns('bob', from);
  await system.settle();
  const told = async () =>
    (await as('bob').done('listNotices', { query: {} })).entries.filter(({ kind }) => kind === 'claim');
  const ownersOn = async (itemId: string) => (await seen('getItem', { params: { itemId } })).owners.map(({ by }) => by);

  await made({ what: 'merge', from, into });
  await system.settle();
  expect(await told()).toMatchObject([{ did: 'merged', by: null, about: { href: `/i/${into}/claim` } }]);
  expect(await Promise.all([from, into].map(ownersOn))).toEqual([['bob'], []]);
  expect((await audit()).differences).toEqual([]);

  await made({ what: 'unmerge', from, into });
  await system.settle();
  expect(await told()).toEqual([]);
  expect(await Promise.all([from, into].map(ownersOn))).toEqual([['bob'], []]);
  expect((await audit()).differences).toEqual([]);
});

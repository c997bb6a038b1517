import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isOwner } from '#functions/claims/owners/reader.ts';
import { withNetwork } from '#functions/claims/proof/look.ts';
import { runClaims } from '#functions/claims/run-claims.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { subOf } from '#tests/builders/event.ts';
import { fakeNetwork } from '#tests/builders/network.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
let world = fakeNetwork();
let restore = () => {};
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob', 'carol', 'dave']) await as(handle).done('chooseHandle', { body: { handle } });
});
beforeEach(() => {
  restore();
  world = fakeNetwork();
  restore = withNetwork(world.network);
});
afterAll(async () => {
  restore();
  await system.stop();
});

let shops = 0;
async function shop(): Promise<{ itemId: string; host: string }> {
  const host = `www.shop${++shops}.example.org`;
  const fields = { name: `Shop ${shops}`, position: { latitude: 48, longitude: shops }, website: `http://${host}/en` };
  const { item } = await as('alice').done('createItem', { body: { kind: 'place', fields } });
  return { itemId: item.id, host };
}
const owned = (itemId: string, name: string) => isOwner(itemId, personIdOf(subOf(name)));
const prove = (name: string, itemId: string, way: 'dns' | 'file') =>
  as(name).call('proveClaim', { params: { itemId }, body: { way } });
const start = async (name: string, itemId: string) => (await as(name).done('startClaim', { params: { itemId } })).claim;

describe('a claim', () => {
  it('is proven by the record or the file of its own, at the item’s own host, and is public from then on', async () => {
    const { itemId, host } = await shop();
    const claim = await start('bob', itemId);
    expect(claim).toMatchObject({
      state: 'waiting',
      record: `_commonplace.${host.slice(4)}`,
      file: `https://${host}/.well-known/commonplace.txt`,
    });
    expect((await start('bob', itemId)).text).toBe(claim.text);
    expect(await prove('bob', itemId, 'dns')).toMatchObject({ status: 409, code: 'proof_not_found' });
    expect(await prove('carol', itemId, 'dns')).toMatchObject({ status: 404, code: 'claim_not_found' });
    expect((await seen('getClaims', { params: { itemId } })).owners).toEqual([]);

    // Somebody else's line proves nothing of bob's, nor does one that has more in it.
    const other = await start('carol', itemId);
    world.dns.set(claim.record ?? '', [other.text, `${claim.text}x`, `v=spf1 ${claim.text}`]);
    expect(await prove('bob', itemId, 'dns')).toMatchObject({ code: 'proof_not_found' });
    expect(await owned(itemId, 'bob')).toBe(false);

    world.dns.set(claim.record ?? '', ['v=spf1 -all', claim.text]);
    expect((await prove('bob', itemId, 'dns')).body).toMatchObject({ claim: { state: 'proven' } });
    expect((await prove('bob', itemId, 'file')).body).toMatchObject({ claim: { state: 'proven' } });
    world.files.set(host, { status: 200, text: `# proofs\n${other.text}\r\n` });
    expect((await prove('carol', itemId, 'file')).status).toBe(200);
    expect(world.asked).toContain(`get ${host} at 93.184.216.34 /.well-known/commonplace.txt`);
    await system.settle();
    const { owners } = await seen('getItem', { params: { itemId } });
    expect(owners.map(({ by, way }) => [by, way]).sort()).toEqual([
      ['bob', 'dns'],
      ['carol', 'file'],
    ]);
    expect(JSON.stringify(await seen('getClaims', { params: { itemId } }))).not.toContain('commonplace-claim');
  });

  it.each([
    ['a private address', ['10.0.0.1']],
    ['the machine itself', ['127.0.0.1']],
    ['the cloud’s metadata', ['169.254.169.254']],
    ['a private address of version 6', ['fd00:ec2::254']],
    ['one written as version 6', ['::ffff:10.0.0.1']],
    ['one by way of a translator', ['64:ff9b::a00:1']],
    ['both a public and a private address', ['93.184.216.34', '192.168.0.1']],
    ['nothing', []],
  ])('asks no host that leads to %s', async (_, addresses) => {
    const { itemId, host } = await shop();
    await start('bob', itemId);
    world.addresses.set(host, addresses);

    const refused = await prove('bob', itemId, 'file');

    expect(refused).toMatchObject({ status: 409, code: 'proof_not_found' });
    expect(world.asked.filter((line) => line.startsWith('get'))).toEqual([]);
  });

  it('follows no redirect, and tells nothing of what a host says', async () => {
    const { itemId, host } = await shop();
    const { text } = await start('bob', itemId);
    world.files.set(host, { status: 302, text });
    expect(await prove('bob', itemId, 'file')).toMatchObject({ code: 'proof_not_found' });
    world.files.set(host, { status: 200, text: 'the secret of another host' });
    const { text: answer } = await prove('bob', itemId, 'file');
    expect(answer).not.toContain('secret');
  });

  it('needs a website that others had time to see: an item is edited by anybody', async () => {
    const { itemId } = await shop();
    const claim = await start('bob', itemId);
    const fields = { name: 'Shop', position: { latitude: 48, longitude: shops }, website: 'https://mine.example.org/' };
    await as('bob').done('reviseItem', { params: { itemId }, body: { fields, base: 1, summary: 'A new site' } });
    world.dns.set('_commonplace.mine.example.org', [claim.text]);

    expect(await prove('bob', itemId, 'dns')).toMatchObject({ status: 409, code: 'website_too_new' });

    const without = { ...fields, website: undefined };
    await as('bob').done('reviseItem', { params: { itemId }, body: { fields: without, base: 2, summary: 'None' } });
    expect(await prove('bob', itemId, 'dns')).toMatchObject({ status: 409, code: 'no_website' });
  });

  it('ends on request, when its owner leaves, and when the proof was gone for three days', async () => {
    const { itemId, host } = await shop();
    const owners = ['bob', 'carol', 'dave'];
    const lines = [];
    for (const name of owners) lines.push((await start(name, itemId)).text);
    world.dns.set(`_commonplace.${host.slice(4)}`, lines);
    for (const name of owners) expect((await prove(name, itemId, 'dns')).status).toBe(200);
    await system.settle();

    expect(await as('bob').done('endClaim', { params: { itemId } })).toEqual({ ended: true });
    expect(await as('bob').done('endClaim', { params: { itemId } })).toEqual({ ended: false });
    expect(await owned(itemId, 'bob')).toBe(false);
    await as('dave').done('deleteAccount');

    world.dns.set(`_commonplace.${host.slice(4)}`, []);
    const context = { getRemainingTimeInMillis: () => 900_000 };
    const day = 86_400_000;
    for (const days of [1, 2, 3.5]) {
      await system.settle();
      expect(await owned(itemId, 'carol')).toBe(true);
      await runClaims(context, new Date(Date.now() + days * day));
      if (days === 1) {
        await system.settle();
        expect((await seen('getClaims', { params: { itemId } })).owners).toMatchObject([{ by: 'carol' }]);
      }
    }
    expect(await owned(itemId, 'carol')).toBe(true);
    await system.settle();
    await runClaims(context, new Date(Date.now() + 4.5 * day));
    expect(await owned(itemId, 'carol')).toBe(false);
    await system.settle();
    const { past } = await seen('getClaims', { params: { itemId } });
    expect(past.map(({ by, ended }) => `${by} ${ended.why}`).sort()).toEqual([
      'bob withdrawn',
      'carol gone',
      'null left',
    ]);
    expect((await seen('getItem', { params: { itemId } })).owners).toEqual([]);
  });
});

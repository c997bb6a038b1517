import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allOperations } from '#shared/capabilities.ts';
import { fieldsOf } from '#tests/builders/fields.ts';
import { examplesOf } from '#tests/builders/request.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { as, call } from './call.ts';
import { facts, type System, startSystem } from './system.ts';

let system: System;
let world: World;
beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
});
afterAll(() => system.stop());

const keyed = allOperations.filter(({ idempotencyKey }) => idempotencyKey);
const key = (value: string) => ({ 'idempotency-key': value });
/** What is told once alone; a repeat does not know it any more. */
const toldOnce = { createToken: { secret: null } } as Partial<Record<string, object>>;
const itemsIn = (rows: Map<string, string>) => [...rows.values()].filter((row) => row.includes('"type":"item"')).length;

describe('a creation', () => {
  it.each(keyed)('$name, repeated under its key, is done once and answered the same', async (operation) => {
    for (const [variant, { by, ...example }] of (await examplesOf(operation, world)).entries()) {
      const request = { ...example, headers: key(`repeat-${variant}`) };
      const first = await call(operation, request, by);
      expect(first.status).toBe(200);
      const before = await facts();
      const again = { ...first.body, ...toldOnce[operation.name] };
      for (let times = 0; times < 3; times++) expect((await call(operation, request, by)).body).toEqual(again);
      expect(await facts()).toEqual(before);
    }
  });

  it.each(keyed)('$name, sent many times at once under its key, is done once', async (operation) => {
    for (const [variant, { by, ...example }] of (await examplesOf(operation, world)).entries()) {
      const request = { ...example, headers: key(`at-once-${variant}`) };
      const before = itemsIn(await facts());
      const answers = await Promise.all(Array.from({ length: 12 }, () => call(operation, request, by)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      const ids = answers.map(
        ({ body }) =>
          ((body.item ?? body.import ?? body.token ?? body.list ?? body.comment ?? body.proposal) as { id: string }).id,
      );
      expect(new Set(ids).size).toBe(1);
      expect(itemsIn(await facts()) - before).toBe(['createItem', 'composeItem'].includes(operation.name) ? 1 : 0);
    }
  });

  it('under a key used for something else is refused', async () => {
    const book = (title: string) => ({ headers: key('other'), body: { kind: 'book', fields: { title } } });
    await as('alice').done('createItem', book('One'));
    const before = await facts();
    expect(await as('alice').call('createItem', book('Two'))).toMatchObject({
      status: 409,
      code: 'idempotency_key_reused',
    });
    const place = { headers: key('other'), body: { kind: 'place', fields: fieldsOf.place() } };
    expect(await as('alice').call('createItem', place)).toMatchObject({ status: 409, code: 'idempotency_key_reused' });
    const sameTitle = { headers: key('other'), body: { kind: 'book', fields: { title: 'One', authors: ['Another'] } } };
    expect(await as('alice').call('createItem', sameTitle)).toMatchObject({
      status: 409,
      code: 'idempotency_key_reused',
    });
    const text = (title: string) => `Book Id,Title,Author,My Rating\n1,${title},Ann,4`;
    const started = (title: string) => ({ headers: key('other'), body: { format: 'goodreads', text: text(title) } });
    await as('alice').done('startImport', started('One'));
    expect(await as('alice').call('startImport', started('Two'))).toMatchObject({
      status: 409,
      code: 'idempotency_key_reused',
    });
    const rows = await facts();
    expect([...before].filter(([name, row]) => rows.get(name) !== row)).toEqual([]);
    expect(itemsIn(rows)).toBe(itemsIn(before));
  });

  it('that was edited since is answered as it is now', async () => {
    const request = { headers: key('edited'), body: { kind: 'book', fields: { title: 'Before' } } };
    const { item } = await as('alice').done('createItem', request);
    await as('alice').done('reviseItem', {
      params: { itemId: item.id },
      body: { fields: { title: 'After' }, base: 1 },
    });
    const again = await as('alice').call('createItem', request);
    expect(again).toMatchObject({ status: 200, body: { item: { id: item.id, title: 'After', revision: 2 } } });
  });

  it('under another person’s key is another', async () => {
    const request = { headers: key('mine'), body: { kind: 'book', fields: { title: 'The same' } } };
    const [one, two] = [await as('alice').done('createItem', request), await as('bob').done('createItem', request)];
    expect(one.item.id).not.toBe(two.item.id);
    expect(two).toMatchObject({ item: { by: 'bob' }, existing: false });
  });
});

describe('a key', () => {
  const hostile = [
    '',
    ' ',
    'a b',
    'x'.repeat(101),
    'x'.repeat(100_000),
    '\u0000',
    'a\r\nSet-Cookie: b=c',
    '\u00e9',
    '\u{1f511}',
    '\ud800',
    '\u007f',
    '\t',
  ];

  it.each(keyed)('that is none is refused by $name', async (operation) => {
    const before = await facts();
    for (const value of hostile) {
      for (const { by, ...example } of await examplesOf(operation, world)) {
        expect
          .soft(await call(operation, { ...example, headers: key(value) }, by), value.slice(0, 50))
          .toMatchObject({ status: 400, code: 'invalid_input' });
      }
    }
    expect(await facts()).toEqual(before);
  });

  it('of visible ASCII is taken, whatever it reads like', async () => {
    for (const value of ['__proto__', '~'.repeat(100), '"', "';--", '../../x', '{}', '#', 'I#x', '\\']) {
      const request = { headers: key(value), body: { kind: 'book', fields: { title: `Under ${value}` } } };
      const { item } = await as('alice').done('createItem', request);
      expect((await as('alice').done('createItem', request)).item.id).toBe(item.id);
    }
  });

  it('means nothing to other operations', async () => {
    const { itemId } = world;
    const headers = key('x'.repeat(500));
    expect(await as('carol').call('castVote', { params: { itemId }, body: { value: 'up' }, headers })).toMatchObject({
      status: 200,
    });
  });
});

it('counts everything exactly', () => system.settle());

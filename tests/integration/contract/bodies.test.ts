import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allOperations, operations } from '#shared/capabilities.ts';
import type { Operation } from '#shared/operation.ts';
import type { Request } from '#tests/builders/event.ts';
import { examplesOf } from '#tests/builders/request.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { type Answer, as, call } from './call.ts';
import { facts, type System, startSystem } from './system.ts';

let system: System;
let world: World;
let before: Map<string, string>;
beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
  await system.settle();
  before = await facts();
});
afterAll(() => system.stop());

const withBody = allOperations.filter(({ body }) => body);
const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

/** Sends an operation's examples with another body, made from the JSON of the valid one. */
async function sendRaw(
  operation: Operation,
  raw: (json: string) => Request['raw'],
  headers?: Record<string, string>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { by, body, ...example } of await examplesOf(operation, world)) {
    const sent = { 'content-type': 'application/json', ...headers };
    answers.push(await call(operation, { ...example, raw: raw(JSON.stringify(body)), headers: sent }, by));
  }
  return answers;
}

async function expectAll(answers: Promise<Answer[]>, ...codes: string[]): Promise<void> {
  for (const { code, text } of await answers) expect.soft(codes, text.slice(0, 300)).toContain(code);
}

const mangled: [string, (json: string) => string | Uint8Array][] = [
  ['no JSON', () => 'rating=5&text=good'],
  ['half of it', (json) => json.slice(0, json.length / 2)],
  ['two of it', (json) => json + json],
  ['a comment', (json) => `/* hello */ ${json}`],
  ['single quotes', (json) => json.replaceAll('"', "'")],
  ['NaN', () => '{"a": NaN}'],
  ['a trailing comma', (json) => json.replace(/\}$/, ',}')],
  ['a raw line break in text', (json) => json.replace('"', '"\n')],
  ['a NUL', (json) => `${json}\u0000`],
  ['nothing but spaces', () => '   '],
  ['bytes that are no UTF-8', (json) => bytes(json.slice(0, -2), [0xff, 0xfe, 0xc3], '"}')],
  ['overlong UTF-8', (json) => bytes(json.slice(0, -2), [0xc0, 0xaf], '"}')],
  ['UTF-8 surrogates', (json) => bytes(json.slice(0, -2), [0xed, 0xa0, 0x80], '"}')],
  ['UTF-8 cut off', (json) => bytes(json.slice(0, -2), [0xe2, 0x82])],
  ['UTF-16', (json) => Buffer.from(`\ufeff${json}`, 'utf16le')],
  ['gzip', () => Buffer.from('1f8b0800000000000003ab56ca48cdc9c95700', 'hex')],
  ['random bytes', () => Uint8Array.from({ length: 500 }, (_, n) => (n * 7919) % 251)],
];

const otherShapes: [string, (json: string) => string][] = [
  ['null', () => 'null'],
  ['a list around it', (json) => `[${json}]`],
  ['an empty list', () => '[]'],
  ['a text', () => '"text"'],
  ['a number', () => '1e999'],
  ['an empty object', () => '{}'],
  ['10,000 lists in each other', () => '['.repeat(10_000) + ']'.repeat(10_000)],
  ['10,000 objects in each other', () => `${'{"fields":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['60,000 lists in each other', () => '['.repeat(60_000) + ']'.repeat(60_000)],
  ['a field of 10,000 lists', (json) => json.replace(/\}$/, `,"more":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)],
  ['a constructor', (json) => json.replace(/\}$/, ',"constructor":{"prototype":{"admin":true}}}')],
];

describe.each(withBody)('$name', (operation) => {
  it.each(mangled)('refuses a body of %s', async (_what, raw) => {
    await expectAll(sendRaw(operation, raw), 'invalid_json');
  });

  // Where nothing of a body must be said, an empty one is valid.
  const wrong = operation.body?.safeParse({}).success ? otherShapes.filter(([, raw]) => raw('') !== '{}') : otherShapes;
  it.each(wrong)('refuses %s', async (_what, raw) => {
    await expectAll(sendRaw(operation, raw), 'invalid_input');
  });

  it('refuses no body at all', async () => {
    for (const { by, body: _body, ...example } of await examplesOf(operation, world)) {
      expect(await call(operation, example, by)).toMatchObject({ status: 400, code: 'invalid_json' });
    }
    await expectAll(
      sendRaw(operation, () => ''),
      'invalid_json',
    );
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/problem+json',
    'text/html, application/json',
    '',
  ])('refuses a content type of "%s"', async (type) => {
    await expectAll(
      sendRaw(operation, (json) => json, { 'content-type': type }),
      'unsupported_media_type',
    );
  });

  it('refuses a body over its limit, whatever is in it', async () => {
    const limit = operation.maxBody ?? 128 * 1024;
    for (const filler of [' ', 'x', '{"a":[', '"', '\u00e9', '\u{1f4a9}']) {
      await expectAll(
        sendRaw(operation, () => filler.repeat(limit / filler.length + 1)),
        'body_too_large',
      );
    }
    await expectAll(
      sendRaw(operation, (json) => json.padEnd(limit + 1, ' ')),
      'body_too_large',
    );
    await expectAll(
      sendRaw(operation, () => new Uint8Array(limit + 1)),
      'body_too_large',
    );
  });
});

describe.each(withBody.filter(({ idempotencyKey }) => idempotencyKey))('$name with a key', (operation) => {
  it('refuses 5,000 objects in each other deep in it', async () => {
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    // In the innermost object there is, which may hold what its schema does not know.
    const into = (json: string) => {
      const at = json.lastIndexOf(':{"') + 1;
      return `${json.slice(0, at)}{"more":${deep}${json.slice(at + 1) === '}' ? '' : ','}${json.slice(at + 1)}`;
    };
    const answers = sendRaw(operation, into, { 'idempotency-key': `deep-${operation.name}` });
    await expectAll(answers, 'invalid_input');
  });
});

describe('what was refused', () => {
  it('left everything as it was', async () => {
    expect(await facts()).toEqual(before);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
    await system.settle();
  });
});

describe('an unusual body', () => {
  const sent = (raw: Request['raw']) => ({ raw, headers: { 'content-type': 'Application/JSON ; charset=UTF-8' } });
  const vote = (raw: Request['raw']) =>
    as('carol').call('castVote', { params: { itemId: world.itemId }, ...sent(raw) });

  it('is taken where it is JSON in UTF-8 all the same', async () => {
    expect(await vote('{"value":"up"}')).toMatchObject({ status: 200 });
    expect(await vote('\ufeff \n{"value":"up"}\n')).toMatchObject({ status: 200 });
    expect(await vote(Buffer.from('{"v\\u0061lue":"up"}'))).toMatchObject({ status: 200 });
  });

  it('with a field twice counts as the last', async () => {
    expect(await vote('{"value":"up","value":"down"}')).toMatchObject({ body: { vote: 'down' } });
    expect(await vote('{"value":"down","value":"sideways"}')).toMatchObject({ code: 'invalid_input' });
    expect((await as('carol').done('getMyView', { params: { itemId: world.itemId } })).vote).toBe('down');
  });

  it('cannot reach the prototype of anything', async () => {
    const reviewed = { params: { itemId: world.editedId } };
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const inside = `"${name}":{"admin":true,"value":"up","authors":["Me"]}`;
      const answers = [
        await vote(`{"value":"up",${inside}}`),
        await as('alice').call('createItem', sent(`{"kind":"book","fields":{"title":"P",${inside}}}`)),
        await as('alice').call('postReview', { ...reviewed, ...sent(`{"rating":4,"aspects":{${inside}}}`) }),
      ];
      for (const { code, text } of answers) {
        // zod leaves `__proto__` out of records; what matters is that nothing of it comes through.
        expect.soft(name === '__proto__' ? ['invalid_input', undefined] : ['invalid_input'], text).toContain(code);
        expect.soft(text).not.toMatch(/admin|Me/);
      }
      expect(({} as Record<string, unknown>).admin).toBeUndefined();
    }
    expect((await as('carol').done('getMyView', { params: { itemId: world.itemId } })).vote).toBe('down');
  });

  it('of a megabyte is read where an operation takes that much', async () => {
    const row = (n: number) => `${n},"${'Ünï'.repeat(1000)} ${n}",Ann,5,"${'<b>fine</b> '.repeat(60)}"`;
    const text = [
      'Book Id,Title,Author,My Rating,My Review',
      ...Array.from({ length: 160 }, (_, n) => row(n + 1)),
    ].join('\n');
    expect(Buffer.byteLength(text)).toBeGreaterThan(800_000);
    const { status, body } = await as('dave').call('startImport', { body: { format: 'goodreads', text } });
    expect({ status, total: (body.import as { total: number }).total }).toEqual({ status: 200, total: 160 });
    const nonsense = [
      'x'.repeat(1_000_000),
      ','.repeat(1_000_000),
      '"'.repeat(1_000_001),
      '\n'.repeat(1_000_000),
      '<'.repeat(1_000_000),
      '\u0000'.repeat(500_000),
    ];
    for (const one of nonsense) {
      expect((await as('dave').call('startImport', { body: { format: 'goodreads', text: one } })).code).toBe(
        'import_unreadable',
      );
      const inRow = `Book Id,Title,Author,My Rating,My Review\n7,Book,Ann,4,"${one.replaceAll('"', '""')}"`;
      expect((await as('dave').call('startImport', { body: { format: 'goodreads', text: inRow } })).status).toBe(200);
    }
  });

  it('is counted exactly', () => system.settle());
});

it('knows every operation by its route alone', async () => {
  const elsewhere = { ...operations.getMe, path: '/api/me/nothing' };
  await expect(call(elsewhere, {}, 'alice')).rejects.toThrow('route_not_found');
});

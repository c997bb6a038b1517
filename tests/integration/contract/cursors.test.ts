import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allOperations, type OperationName, operations } from '#shared/capabilities.ts';
import type { Request } from '#tests/builders/event.ts';
import { examplesOf } from '#tests/builders/request.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { chanceFrom } from '#tests/worlds/unreliable-stream.ts';
import { as, call } from './call.ts';
import { type System, startSystem } from './system.ts';

type List = { name: string; operation: OperationName; request: Request; by?: string; size: number; from: number };

let system: System;
let world: World;
let lists: List[];
/** Every cursor that each list gave out, in order. */
const cursors = new Map<string, string[]>();

/** Tags as long as they come: each letter takes four bytes of UTF-8 and twelve in an address. */
const longTag = (number: number) => `${'\u{1f4da}'.repeat(36)}${number}`;

beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
  const { itemId, importId } = world;
  const link = (n: number) => ({
    kind: 'link',
    fields: { url: `https://example.org/many/${n}`, title: `Number ${n}` },
  });
  for (let n = 0; n < 110; n++) await as('alice').done('createItem', { body: link(n) });
  for (let n = 0; n < 22; n++) {
    const name = `reader${n}`;
    await as(name).done('chooseHandle', { body: { handle: name } });
    await as(name).done('postReview', { params: { itemId }, body: { rating: 4, text: `Number ${n}` } });
    if (n < 11)
      for (let k = 0; k < 10; k++)
        await as(name).done('applyTag', { params: { itemId, tag: longTag(1000 + n * 10 + k) } });
  }
  await as('alice').done('advanceImport', { params: { importId } });
  const text = ['Book Id,Title,Author,My Rating', ...Array.from({ length: 230 }, () => ',No number,Ann,0')].join('\n');
  const { id } = (await as('bob').done('startImport', { body: { format: 'goodreads', text } })).import;
  for (let n = 0; n < 10; n++) await as('bob').done('advanceImport', { params: { importId: id } });
  await system.settle();
  const about = { params: { itemId } };
  lists = [
    ...(['hot', 'new', 'top'] as const).map((order) => ({
      name: order,
      operation: 'listRanking' as const,
      request: { query: { order, kind: 'link' } },
      size: 50,
      from: 112,
    })),
    ...(['helpful', 'newest', 'highest', 'lowest'] as const).map((order) => ({
      name: order,
      operation: 'listReviews' as const,
      request: { ...about, query: { order } },
      size: 10,
      from: 23,
    })),
    {
      name: 'four stars',
      operation: 'listReviews',
      request: { ...about, query: { order: 'highest', stars: '4' } },
      size: 10,
      from: 23,
    },
    { name: 'people', operation: 'search', request: { query: { what: 'people' } }, size: 20, from: 25 },
    { name: 'tags', operation: 'listTags', request: { query: {} }, size: 100, from: 112 },
    {
      name: 'contributions',
      operation: 'listContributions',
      request: { params: { handle: 'alice' }, query: {} },
      size: 20,
      from: 112,
    },
    {
      name: 'import rows',
      operation: 'listImportRows',
      request: { params: { importId: id }, query: {} },
      by: 'bob',
      size: 100,
      from: 230,
    },
  ];
});
afterAll(() => system.stop());

const page = ({ operation, request, by }: List, cursor?: string) =>
  call(
    operations[operation],
    { ...request, query: { ...request.query, ...(cursor === undefined ? {} : { cursor }) } },
    by,
  );

describe('a list', () => {
  it('is given page by page, everything once', async () => {
    for (const list of lists) {
      const seen: string[] = [];
      const given: string[] = [];
      for (let cursor: string | undefined, pages = 0; pages < 20; pages++) {
        const { status, text, body } = await page(list, cursor);
        expect(status, `${list.name}: ${text.slice(0, 300)}`).toBe(200);
        const { hits, entries = hits, next } = body as { entries?: object[]; hits: object[]; next: string | null };
        seen.push(...entries.map((entry) => JSON.stringify(entry)));
        if (next === null) break;
        expect(entries.length, list.name).toBe(list.size);
        given.push(next);
        cursor = next;
      }
      expect(new Set(seen).size, list.name).toBe(seen.length);
      expect(seen.length, list.name).toBeGreaterThanOrEqual(list.from);
      expect(given.length, list.name).toBeGreaterThan(0);
      cursors.set(list.name, given);
    }
  });

  it('gives the same page for the same cursor', async () => {
    for (const list of lists) {
      for (const cursor of cursors.get(list.name) ?? [])
        expect((await page(list, cursor)).body).toEqual((await page(list, cursor)).body);
    }
  });
});

describe('a cursor', () => {
  /** The lists that are one list read differently: a cursor of one stands in the other. */
  const sameList = (one: List, other: List) =>
    one.operation === 'listReviews' &&
    other.operation === 'listReviews' &&
    ['highest', 'lowest', 'four stars'].includes(one.name) &&
    ['highest', 'lowest', 'four stars'].includes(other.name);

  it('of another list is refused', async () => {
    for (const list of lists) {
      for (const other of lists.filter((one) => one !== list && !sameList(one, list))) {
        const [cursor] = cursors.get(other.name) ?? [];
        expect
          .soft(await page(list, cursor), `${other.name} in ${list.name}`)
          .toMatchObject({ status: 400, code: 'invalid_cursor' });
      }
    }
  });

  it('of another’s import is refused', async () => {
    const [cursor] = cursors.get('import rows') ?? [];
    const theirs = await as('alice').call('listImportRows', {
      params: { importId: world.importId },
      query: { cursor },
    });
    expect(theirs).toMatchObject({ status: 400, code: 'invalid_cursor' });
  });

  it('of one stretch of a list leads to no other', async () => {
    const highest = lists.find(({ name }) => name === 'highest');
    const [cursor] = cursors.get('highest') ?? [];
    if (!highest) return expect.fail();
    const fives = { ...highest, request: { ...highest.request, query: { order: 'highest', stars: '5' } } };
    expect(await page(fives, cursor)).toMatchObject({ status: 400, code: 'invalid_cursor' });
  });

  it('of the whole list ends a window that closed before it', async () => {
    for (const order of ['new', 'hot', 'rising']) {
      const { next } = (await call(operations.listRanking, { query: { order: 'new' } })).body as { next: string };
      // The list's own mark before the lowest place there is.
      const lowest = Buffer.from(next, 'base64url').toString().slice(0, 6);
      const whole = (await call(operations.listRanking, { query: { order } })).body as { next: string | null };
      const mark = whole.next ? Buffer.from(whole.next, 'base64url').toString().slice(0, 6) : lowest;
      const cursor = Buffer.from(`${mark}${'0'.repeat(16)}0000000aaaaaaaaaaaa`).toString('base64url');
      for (const window of ['day', 'week', 'month', 'year']) {
        const { status, body } = await call(operations.listRanking, { query: { order, window, cursor } });
        if (status === 200) expect(body).toEqual({ entries: [], next: null });
      }
    }
  });

  it('that is forged gets a documented answer from every list', async () => {
    const genuine = [...cursors.values()].flat();
    const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64url');
    const chance = chanceFrom(7);
    const bytes = (length: number) => Uint8Array.from({ length }, () => chance(256));
    const forged = [
      ...Array.from({ length: 30 }, (_, n) => base64(bytes(1 + n * 12)).slice(0, 512)),
      'A'.repeat(512),
      '_'.repeat(512),
      '-',
      'AA',
      'AAAAAAAA',
      base64('null'),
      base64('{"pk":"TAGS","sk":"x"}'),
      base64('000000'),
      base64('000000x'),
      base64(`000000${'x'.repeat(370)}`),
      base64('000000\u0000'),
      base64('000000\u{1f4a9}'),
      base64('P#x\nPROFILE'),
      ...genuine.flatMap((cursor) => [
        cursor.slice(0, -1),
        cursor.slice(0, -7),
        cursor.slice(0, 10),
        cursor.slice(1),
        `${cursor}AAAA`,
        [...cursor].reverse().join(''),
      ]),
      ...genuine.map((cursor) => base64(`${Buffer.from(cursor, 'base64url').toString().slice(0, 6)}~~~~`)),
      ...genuine.map((cursor) => base64(`${Buffer.from(cursor, 'base64url').toString().slice(0, 6)}!`)),
      ...genuine.map((cursor) =>
        base64(`${Buffer.from(cursor, 'base64url').toString().slice(0, 6)}${'z'.repeat(370)}`),
      ),
      ...genuine.map((cursor) =>
        base64(Buffer.concat([Buffer.from(cursor, 'base64url').subarray(0, 6), Buffer.from([0xff, 0xfe, 0x00])])),
      ),
    ].filter((cursor) => cursor !== '');
    for (const list of lists) {
      for (const cursor of forged) {
        const { status, code, text } = await page(list, cursor);
        if (status !== 200) expect.soft(['invalid_cursor', 'invalid_input'], text).toContain(code);
      }
    }
  });

  it.each([
    '',
    ' ',
    'a b',
    '=',
    'AA==',
    'a+b',
    'a/b',
    '\u0000',
    '\u{1f4a9}',
    'x'.repeat(513),
    'x'.repeat(100_000),
    '../..',
  ])('written "%s" is refused by every operation that takes one', async (cursor) => {
    for (const operation of allOperations.filter(({ errors }) => errors.includes('invalid_cursor'))) {
      for (const { by, ...example } of await examplesOf(operation, world)) {
        const answer = await call(operation, { ...example, query: { ...example.query, cursor } }, by);
        expect.soft(answer).toMatchObject({ status: 400 });
      }
    }
  });
});

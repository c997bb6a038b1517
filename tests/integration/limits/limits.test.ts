import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { handler as write } from '#functions/write.ts';
import { lambdaContext } from '#infra/local/lambda-context.ts';
import { operations } from '#shared/capabilities.ts';
import { newId } from '#shared/ids.ts';
import { limits, windowSeconds } from '#shared/limits/rules.ts';
import type { Operation } from '#shared/operation.ts';
import { newSecret, tokenStart } from '#shared/tokens/rules.ts';
import { eventFor, type Request } from '#tests/builders/event.ts';
import { as } from '#tests/integration/contract/call.ts';
import { facts, type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
let itemId: string;
beforeAll(async () => {
  system = await startSystem();
  process.env.LIMIT_FACTOR = '1';
  for (const handle of ['alice', 'bob', 'carol', 'dave']) await as(handle).done('chooseHandle', { body: { handle } });
  const link = { kind: 'link' as const, fields: { url: 'https://example.org/', title: 'A page' } };
  itemId = (await as('alice').done('createItem', { body: link })).item.id;
});
beforeEach(() => {
  process.env.LIMIT_FACTOR = '1';
});
afterAll(() => system.stop());

type From = { address?: string; headers?: Record<string, string> };

async function send(operation: Operation, request: Request, by?: string, { address, headers = {} }: From = {}) {
  const event = eventFor(operation, { ...request, headers }, by) as Parameters<typeof write>[0];
  if (address) event.requestContext.http.sourceIp = address;
  const { statusCode, headers: answered, body = '' } = await write(event, lambdaContext('test', 'test'));
  return { status: statusCode, code: (JSON.parse(body) as { code?: string }).code, headers: answered };
}
const vote = (by: string, from?: From) =>
  send(operations.castVote, { params: { itemId }, body: { value: 'up' } }, by, from);

test('one person writes as much as the limit lets them, in all instances together, and nothing after it', async () => {
  const sent = limits.person + 40;
  const answers: Awaited<ReturnType<typeof send>>[] = [];
  // A tag each: what changes nothing writes nothing, and is not counted.
  const tag = (n: number) =>
    send(operations.applyTag, { params: { itemId, tag: `t${n % 5}` } }, 'bob', { address: '192.0.2.1' });
  const untag = (n: number) =>
    send(operations.removeTag, { params: { itemId, tag: `t${n % 5}` } }, 'bob', { address: '192.0.2.1' });
  for (let at = 0; at < sent; at += 5) {
    const step = at % 10 === 0 ? tag : untag;
    answers.push(...(await Promise.all(Array.from({ length: 5 }, (_, n) => step(n)))));
  }
  const taken = answers.filter(({ status }) => status === 200);
  const refused = answers.filter(({ code }) => code === 'too_many_requests');

  expect(taken.length).toBeLessThanOrEqual(limits.person);
  // What is lost to leases taken side by side is little.
  expect(taken.length).toBeGreaterThan(limits.person * 0.8);
  expect(taken.length + refused.length).toBe(sent);
  for (const { status, headers } of refused) {
    expect(status).toBe(429);
    expect(Number(headers?.['retry-after'])).toBeGreaterThan(0);
    expect(Number(headers?.['retry-after'])).toBeLessThanOrEqual(windowSeconds);
  }

  const before = await facts();
  expect((await vote('bob', { address: '192.0.2.1' })).status).toBe(429);
  expect(await facts()).toEqual(before);
  expect((await vote('carol', { address: '192.0.2.1' })).status).toBe(200);
});

test('whoever wrote too much still reads, and still may leave', async () => {
  const { getMe, deleteAccount } = operations;

  expect((await send(getMe, {}, 'bob')).status).toBe(200);
  expect((await send(deleteAccount, {}, 'bob')).status).toBe(200);
});

test('few people arrive at one address', async () => {
  const arrive = (n: number, from: From) =>
    send(operations.chooseHandle, { body: { handle: `newcomer${n}` } }, `newcomer${n}`, from);
  const answers = [];
  for (let n = 0; n <= limits.arrivals; n++) answers.push(await arrive(n, { address: '192.0.2.7' }));

  expect(answers.map(({ status }) => status)).toEqual([...Array(limits.arrivals).fill(200), 429]);
  expect((await arrive(99, { address: '192.0.2.8' })).status).toBe(200);
});

test('few imports are begun, and what was begun goes on', async () => {
  const text = 'Book Id,Title,Author,My Rating,My Review\n1,A book,Ann,4,Read';
  const begin = () => send(operations.startImport, { body: { format: 'goodreads', text } }, 'carol');
  const begun = [];
  for (let n = 0; n < limits.imports; n++) begun.push(await begin());

  expect(begun.filter(({ status }) => status !== 200)).toEqual([]);
  expect(await begin()).toMatchObject({ status: 429, code: 'too_many_requests' });
  expect(operations.advanceImport.limits).toEqual([]);
});

test('an address is the visitor’s only where the edge says so', async () => {
  process.env.EDGE_KEY = 'the-edge';
  process.env.LIMIT_FACTOR = String(1 / limits.arrivals);
  const arrive = (n: number, viewer: string, key: string) =>
    send(operations.chooseHandle, { body: { handle: `visitor${n}` } }, `visitor${n}`, {
      address: '198.51.100.1',
      headers: { 'x-commonplace-edge': key, 'x-forwarded-for': `203.0.113.9, ${viewer}, 198.51.100.1` },
    });

  expect((await arrive(1, '192.0.2.11', 'the-edge')).status).toBe(200);
  expect((await arrive(2, '192.0.2.12', 'the-edge')).status).toBe(200);
  expect((await arrive(3, '192.0.2.12', 'the-edge')).status).toBe(429);
  expect((await arrive(4, '192.0.2.13', 'guessed')).status).toBe(200);
  expect((await arrive(5, '192.0.2.14', 'guessed')).status).toBe(429);
  delete process.env.EDGE_KEY;
});

const tokenOf = async (name: string) => {
  const { secret } = await as(name).done('createToken', { body: { name: 'A script', scopes: ['save'] } });
  return secret ?? '';
};

test('wrong API tokens are counted at their address, and good ones go on there', async () => {
  const from = { address: '192.0.2.21' };
  const token = await tokenOf('alice');
  const wrong = () => send(operations.getMe, { token: `${tokenStart(newId())}${newSecret()}` }, undefined, from);
  const answers = [];
  for (let n = 0; n <= limits.wrongTokens; n++) answers.push((await wrong()).status);

  expect(answers).toEqual([...Array(limits.wrongTokens).fill(401), 429]);
  // What cannot be a token is refused before anything is asked.
  expect(await send(operations.getMe, { token: 'rubbish' }, undefined, from)).toMatchObject({ status: 401 });
  expect(await send(operations.getMe, { token }, undefined, from)).toMatchObject({ status: 200 });
});

test('what goes by an API token counts against its owner, whichever token it is', async () => {
  const tokens = [await tokenOf('dave'), await tokenOf('dave')];
  const from = { address: '192.0.2.22' };
  process.env.LIMIT_FACTOR = String(8 / limits.person);
  const answers = [];
  for (let n = 0; n < 14; n++) {
    const operation = n % 4 < 2 ? operations.applyTag : operations.removeTag;
    const request = { params: { itemId, tag: `t${n % 2}` }, token: tokens[n % 2] };
    answers.push((await send(operation, request, undefined, from)).status);
  }

  expect(answers[0]).toBe(200);
  expect(answers.filter((status) => status === 200).length).toBeLessThanOrEqual(10);
  expect(answers.at(-1)).toBe(429);
});

test('no address and no person is kept with how often they wrote', async () => {
  const { scanRows } = await import('#functions/table/table.ts');
  const rows = [];
  for await (const page of scanRows()) rows.push(...page.filter(({ type }) => type === 'limit'));
  const ends = Date.now() / 1000 + 3 * windowSeconds;

  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ ttl }) => typeof ttl !== 'number' || ttl > ends)).toEqual([]);
  expect(JSON.stringify(rows)).not.toMatch(/192\.0\.2|198\.51|203\.0|127\.0/);
});

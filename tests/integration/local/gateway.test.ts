import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Gateway, startGateway } from '#infra/local/gateway.ts';
import type { HttpEvent } from '#infra/local/http-event.ts';
import { createTokenMint } from '#tests/setup/tokens.ts';

let gateway: Gateway;
let bearer: string;
let events: HttpEvent[] = [];
let faults: unknown[] = [];
let reply: () => object = () => ({ statusCode: 200, body: '{}' });

beforeAll(async () => {
  const mint = await createTokenMint();
  bearer = `Bearer ${await mint.accessToken('alice')}`;
  const answer = async (event: HttpEvent) => {
    events.push(event);
    return reply();
  };
  gateway = await startGateway({
    tokens: mint.rules,
    functions: { read: answer, write: answer },
    onFault: (error) => faults.push(error),
  });
});

beforeEach(() => {
  events = [];
  faults = [];
  reply = () => ({ statusCode: 200, body: '{}' });
});

afterAll(() => gateway.stop());

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${gateway.url}${path}`, { ...init, headers: { authorization: bearer, ...init.headers } });
const code = async (response: Response) => ((await response.json()) as { code: string }).code;

/** Sends bytes as they are and gives what comes back. */
async function sendRaw(bytes: string, hangUp = false): Promise<string> {
  const socket = connect(gateway.port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  socket.on('error', () => {});
  socket.write(bytes);
  if (hangUp) setTimeout(() => socket.destroy(), 50);
  await once(socket, 'close');
  return answer;
}

test('a request becomes an event of payload format 2.0', async () => {
  const response = await ask('/api/items/abcdefghijkl?x=1&x=two%20words&y=', {
    headers: { 'X-Twice': 'a, b', cookie: 'a=1; b=2' },
  });

  expect(response.status).toBe(200);
  expect(events[0]).toMatchObject({
    version: '2.0',
    routeKey: 'GET /api/items/{itemId}',
    rawPath: '/api/items/abcdefghijkl',
    rawQueryString: 'x=1&x=two%20words&y=',
    cookies: ['a=1', 'b=2'],
    headers: { 'x-twice': 'a, b' },
    queryStringParameters: { x: '1,two words', y: '' },
    pathParameters: { itemId: 'abcdefghijkl' },
    isBase64Encoded: false,
    requestContext: {
      stage: '$default',
      http: { method: 'GET', path: '/api/items/abcdefghijkl', protocol: 'HTTP/1.1' },
    },
  });
  expect(events[0]).not.toHaveProperty('body');
  expect(events[0]?.requestContext).not.toHaveProperty('authorizer');
});

test('path parameters arrive decoded, and a fixed segment wins over a variable one', async () => {
  await ask(`/api/people/${encodeURIComponent('zoë/λ')}`);
  await ask('/api/items', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' });

  expect(events.map(({ routeKey }) => routeKey)).toEqual(['GET /api/people/{handle}', 'POST /api/items']);
  expect(events[0]?.pathParameters).toEqual({ handle: 'zoë/λ' });
});

test('text bodies stay text; bytes and broken UTF-8 become base64', async () => {
  const post = (type: string, body: Buffer) =>
    ask('/api/items', { method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(body) });
  const broken = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);

  await post('application/json; charset=utf-8', Buffer.from('{"ü":"\u0000"}'));
  await post('application/json', broken);
  await post('application/octet-stream', Buffer.from('plain'));

  expect(events.map(({ body, isBase64Encoded }) => [body, isBase64Encoded])).toEqual([
    ['{"ü":"\u0000"}', false],
    [broken.toString('base64'), true],
    [Buffer.from('plain').toString('base64'), true],
  ]);
});

test('status, headers, cookies and base64 bodies come back as the function gave them', async () => {
  reply = () => ({
    statusCode: 201,
    headers: { 'Content-Type': 'image/gif', 'x-number': 7 },
    cookies: ['a=1', 'b=2'],
    body: Buffer.from([0, 255]).toString('base64'),
    isBase64Encoded: true,
  });

  const response = await ask('/api/tags');

  expect(response.status).toBe(201);
  expect(response.headers.get('content-type')).toBe('image/gif');
  expect(response.headers.get('x-number')).toBe('7');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255]);
});

test('what has no route, or not by this method, is a problem document', async () => {
  const missing = await ask('/api/nothing/here');
  const wrong = await ask('/api/items', { method: 'DELETE' });
  const outside = await ask('/somewhere');
  const malformed = await ask('/api/people/%ff');

  expect([missing.status, await code(missing)]).toEqual([404, 'route_not_found']);
  expect([wrong.status, await code(wrong)]).toEqual([405, 'method_not_allowed']);
  expect([outside.status, await code(outside)]).toEqual([404, 'route_not_found']);
  expect([malformed.status, await code(malformed)]).toEqual([400, 'invalid_input']);
  expect(events).toEqual([]);
});

test('a function that fails past its own handling answers 500 without detail', async () => {
  reply = () => {
    throw new Error('secret detail');
  };

  const response = await ask('/api/tags');
  const text = await response.text();

  expect(response.status).toBe(500);
  expect(text).toContain('internal_error');
  expect(text).not.toContain('secret');
  expect(faults).toHaveLength(1);
});

test('more than 10 MB is refused, announced or not, without being read', async () => {
  const head = `POST /api/items HTTP/1.1\r\nhost: x\r\nauthorization: ${bearer}\r\ncontent-type: application/json\r\n`;

  const announced = await sendRaw(`${head}content-length: 99999999\r\n\r\n{`);
  const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`;
  const streamed = await sendRaw(`${head}transfer-encoding: chunked\r\n\r\n${chunk.repeat(12)}`);

  for (const answer of [announced, streamed]) {
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain('"code":"body_too_large"');
  }
  expect(events).toEqual([]);
});

test('bytes that are no request, and uploads broken off, leave the gateway standing', async () => {
  const nonsense = await sendRaw('\u0000\u0001 nonsense\r\n\r\n');
  const header = await sendRaw(`GET /api/tags HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`);
  await sendRaw(
    `POST /api/items HTTP/1.1\r\nhost: x\r\nauthorization: ${bearer}\r\ncontent-length: 50\r\n\r\n{"half":`,
    true,
  );

  expect(nonsense).toMatch(/^HTTP\/1.1 400 .*invalid_input/s);
  expect(header).toMatch(/^HTTP\/1.1 4\d\d /);
  expect(events).toEqual([]);
  expect(faults).toEqual([]);
  expect((await ask('/api/tags')).status).toBe(200);
});

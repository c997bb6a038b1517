import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { operations } from '#shared/capabilities.ts';
import { as, call, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { aliceAndBob } from '#tests/worlds/alice-and-bob.ts';

let system: System;
let model: Server;
/** What the stand-in of the model was asked, and what it says to the next question. */
let asked: { request: IncomingMessage; body: string }[] = [];
let says: { status: number; body: string };
const ids: Record<string, string> = {};

const settings = ['SEARCH_PATIENCE', 'ASK_MODEL', 'BEDROCK_ENDPOINT'];

beforeAll(async () => {
  process.env.SEARCH_PATIENCE = '0';
  system = await startSystem();
  await aliceAndBob();
  const add = async (kind: 'area' | 'place' | 'book', fields: Record<string, unknown>) =>
    (await as('alice').done('createItem', { body: { kind, fields, licence: 'CC0-1.0' } })).item.id;
  ids.vienna = await add('area', { name: 'Vienna', position: { latitude: 48.2, longitude: 16.37 } });
  ids.prater = await add('place', {
    name: 'Prater',
    category: 'park',
    position: { latitude: 48.2166, longitude: 16.3957 },
  });
  ids.book = await add('book', { title: 'Museums in Vienna', authors: ['Ann'] });
  ids.novel = await add('book', { title: 'Waves', authors: ['Ann'], year: 1931 });
  await as('alice').done('applyTag', { params: { itemId: ids.novel, tag: 'sci-fi' } });
  await system.settle();
  model = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push({ request, body });
      response.writeHead(says.status, { 'content-type': 'application/json' }).end(says.body);
    });
  });
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  for (const name of settings) delete process.env[name];
  await new Promise((resolve) => model.close(resolve));
  await system.stop();
});

const ask = async (q: string) => seen('ask', { query: { q } });

it('knows the areas, places and tags of this site by search, and what is a name here', async () => {
  expect((await ask('parks in vienna')).query).toEqual({ category: 'park', area: ids.vienna });
  expect((await ask('restaurants near the Prater')).query).toEqual({
    category: 'restaurant',
    near: '48.2166,16.3957',
    within: '2000',
    sort: 'near',
  });
  expect((await ask('science fiction novels since 1900')).query).toEqual({
    tags: 'sci-fi',
    kind: 'book',
    years: '1900..',
  });
  expect(await ask('museums in vienna')).toMatchObject({ sure: false });
  expect(asked).toEqual([]);
});

it('what it understood can be searched, and finds the things themselves', async () => {
  const { query } = await ask('science fiction novels since 1900');
  const { hits } = await seen('search', { query });
  expect(hits.map(({ id }) => id)).toEqual([ids.novel]);
});

it.each(['', ' ', 'x'.repeat(301), '\u0000', '\ud800'])('refuses what is no question: %j', async (q) => {
  expect((await call(operations.ask, { query: { q } })).status).toBe(400);
});

it('a model reads what rules do not, signed for, and nothing that it made up holds', async () => {
  process.env.ASK_MODEL = 'amazon.nova-micro-v1:0';
  process.env.BEDROCK_ENDPOINT = `http://127.0.0.1:${(model.address() as AddressInfo).port}`;
  const question = 'somewhere I might hear myself think over cake';
  const input = {
    parts: [
      { words: 'hear myself think', name: 'amenities', value: 'quiet' },
      { words: 'over cake', name: 'category', value: 'patisserie of dreams' },
    ],
  };
  says = { status: 200, body: JSON.stringify({ output: { message: { content: [{ toolUse: { input } }] } } }) };
  expect(await ask(question)).toMatchObject({ by: 'model', sure: true, query: { amenities: 'quiet' } });
  expect(asked[0]?.request.url).toBe('/model/amazon.nova-micro-v1%3A0/converse');
  expect(asked[0]?.request.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 .*\/bedrock\/aws4_request/);
  expect(asked[0]?.body).toContain(question);

  for (says of [
    { status: 200, body: JSON.stringify({ output: { message: { content: [{ text: 'Café Central is best.' }] } } }) },
    { status: 200, body: 'not JSON' },
    { status: 500, body: '{}' },
  ])
    expect(await ask(question)).toMatchObject({ by: 'rules' });

  // Neither names nor what rules are sure of are shown to it, and never more than so many a minute.
  asked = [];
  await ask('parks in vienna open now please');
  await ask('museums in vienna');
  expect(asked).toEqual([]);
  for (let n = 0; n < 25; n++) await ask(`${question} number ${n}`);
  expect(asked.length).toBe(16);
});

import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeIndex } from '#functions/search/make-index.ts';
import { searchBody } from '#functions/search/open-search-query.ts';
import type { PublishedRow } from '#functions/search/published/table.ts';
import { searchStore } from '#functions/search/store.ts';
import { scanRows } from '#functions/table/table.ts';
import { operations } from '#shared/capabilities.ts';
import { SameTags } from '#shared/search/same-tags.ts';
import { searchQuery } from '#shared/search/schema.ts';
import { as, call, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

type Asked = { url: string; authorization: string; body: Record<string, unknown> };

let system: System;
let domain: Server;
const asked: Asked[] = [];
/** What the domain answers: what the pipeline would have taken there, whatever is asked. */
let answering = async () => ({ status: 200, body: '{}' });

const folder = mkdtempSync(join(tmpdir(), 'search-'));

/** What the job wrote for the pipeline. */
async function published(): Promise<PublishedRow[]> {
  const store = searchStore();
  if (store) await makeIndex({ store });
  const found: PublishedRow[] = [];
  for await (const page of scanRows())
    found.push(...(page.filter(({ type }) => type === 'searchDocument') as PublishedRow[]));
  return found;
}

beforeAll(async () => {
  system = await startSystem();
  domain = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', async () => {
      asked.push({
        url: request.url ?? '',
        authorization: request.headers.authorization ?? '',
        body: JSON.parse(body) as Asked['body'],
      });
      const answer = await answering();
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => domain.listen(0, '127.0.0.1', resolve));
  const { port } = domain.address() as AddressInfo;
  Object.assign(process.env, {
    SEARCH_ENDPOINT: `http://127.0.0.1:${port}`,
    SEARCH_PUBLISHES: 'true',
    SEARCH_DIRECTORY: folder,
  });
  for (const handle of ['alice', 'bob', 'carol', 'dave']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(async () => {
  for (const name of ['SEARCH_ENDPOINT', 'SEARCH_PUBLISHES', 'SEARCH_DIRECTORY']) delete process.env[name];
  await new Promise((resolve) => domain.close(resolve));
  await system.stop();
});

it('what can be found is written to rows for the pipeline, asked for by signed requests, and shown as it stands', async () => {
  const { item } = await as('alice').done('createItem', {
    body: { kind: 'book', fields: { title: 'Lighthouses', authors: ['Ann Author'], language: 'en' } },
  });
  await as('bob').done('saveItem', {
    params: { itemId: item.id },
    body: { private: true, shelves: [], note: '', privateNote: 'secretly', tags: ['hush'], readings: [] },
  });
  await system.settle();
  const rows = await published();
  expect(rows.map(({ key }) => key)).toContain(`items:${item.id}`);
  expect(JSON.stringify(rows)).not.toMatch(/secretly|hush/);

  answering = async () => ({
    status: 200,
    body: JSON.stringify({
      hits: {
        total: { value: 1 },
        hits: rows
          .filter(({ key }) => key === `items:${item.id}`)
          .map((_source) => ({ _score: 3, _source, sort: [3, _source.tie] })),
      },
      aggregations: {
        found: { values: { buckets: [{ key: 'items', doc_count: 1 }] } },
        language: {
          values: {
            buckets: [
              { key: 'en', doc_count: 1 },
              { key: 'de', doc_count: 2 },
            ],
          },
        },
      },
    }),
  });
  const query = { q: 'lighthose", "fuzziness', kind: 'book', years: '1900..', near: '1,2', within: '500' };
  const page = await seen('search', { query });
  expect(page).toMatchObject({
    total: 1,
    complete: true,
    found: { items: 1, tags: 0 },
    facets: {
      language: [
        { value: 'en', count: 1 },
        { value: 'de', count: 2 },
      ],
    },
    hits: [{ id: item.id, title: [['Lighthouses', true]], item: { title: 'Lighthouses' } }],
  });
  const [{ url, authorization, body }] = asked.slice(-1) as [Asked];
  expect([url, authorization.slice(0, 16)]).toEqual(['/found/_search', 'AWS4-HMAC-SHA256']);
  // Typed words are a value, whatever is in them.
  expect(JSON.stringify(body.query)).toContain(JSON.stringify({ query: query.q }).slice(1, -1));
  expect(body.post_filter).toMatchObject({
    bool: {
      filter: expect.arrayContaining([
        { term: { what: 'items' } },
        { term: { kind: 'book' } },
        { range: { year: { gte: 1900 } } },
        { geo_distance: { distance: '500m', position: { lat: 1, lon: 2 } } },
      ]),
    },
  });
  expect((await seen('suggest', { query: { q: 'light' } })).suggestions).toMatchObject([{ id: item.id }]);
  const better = new SameTags(new Map([['www', 'web']]));
  const either = { terms: { 'tags.whole': ['web', 'www'] } };
  const named = searchBody(searchQuery.parse({ q: 'www design', tags: 'www' }), undefined, new Date(), better);
  expect(named.post_filter).toMatchObject({ bool: { filter: [{ term: { what: 'items' } }, either] } });
  expect(JSON.stringify(named.query)).toContain(JSON.stringify({ must: [either] }).slice(1, -2));

  // The pipeline may be behind: what is folded by now is not shown, whatever the domain says.
  for (const name of ['bob', 'carol', 'dave'])
    await as(name).done('flagTarget', { params: { what: 'items', target: item.id }, body: { reason: 'spam' } });
  await system.settle();
  expect((await seen('search', { query: { q: 'lighthouses' } })).hits).toEqual([]);
  expect((await published()).map(({ key }) => key)).not.toContain(`items:${item.id}`);
});

it('an empty domain finds nothing; one that does not answer says to try again', async () => {
  answering = async () => ({ status: 404, body: '{}' });
  expect((await seen('search', { query: { q: 'x' } })).hits).toEqual([]);
  answering = async () => ({ status: 500, body: 'no' });
  const { status, code } = await call(operations.search, { query: { q: 'x' } });
  expect([status, code]).toEqual([503, 'search_unavailable']);
  system.log.length = 0;
});

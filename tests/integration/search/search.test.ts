import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuild } from '#functions/projections/rebuild.ts';
import { Embedded } from '#functions/search/embedded.ts';
import { makeIndex } from '#functions/search/make-index.ts';
import { searchStore } from '#functions/search/store.ts';
import { operations } from '#shared/capabilities.ts';
import { searchQuery } from '#shared/search/schema.ts';
import { made } from '#tests/builders/decide.ts';
import { as, call, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';

let system: System;
let world: World;
const folder = mkdtempSync(join(tmpdir(), 'search-'));

beforeAll(async () => {
  Object.assign(process.env, { SEARCH_PATIENCE: '0', SEARCH_DIRECTORY: folder });
  system = await startSystem();
  world = await aliceAndBob();
  await system.settle();
});
afterAll(async () => {
  await system.stop();
  for (const name of ['SEARCH_PATIENCE', 'SEARCH_DIRECTORY']) delete process.env[name];
  rmSync(folder, { recursive: true, force: true });
});

const book = async (title: string, more: Record<string, unknown> = {}) =>
  (
    await as('alice').done('createItem', {
      body: { kind: 'book', fields: { title, authors: ['Ann Author'], ...more }, licence: 'CC0-1.0' },
    })
  ).item.id;
const found = async (query: Record<string, string>) => seen('search', { query });
const ids = async (query: Record<string, string>) => (await found(query)).hits.map(({ id }) => id);

describe('search', () => {
  it('finds what was just written, misspelled, begun and by its stem, and says where', async () => {
    const id = await book('The Lighthouse Keepers of Møn', { description: 'Of **storms**, and how they ended.' });
    await system.settle();
    for (const q of [
      'lighthose kepers',
      'ligthhouse',
      'keeper mon',
      'light house',
      'storm author',
      'THE LIGHTHOUSE KEEPERS OF MØN',
    ])
      expect([q, await ids({ q })]).toEqual([q, [id]]);
    const [hit] = (await found({ q: 'storm keepers' })).hits;
    expect(hit).toMatchObject({
      what: 'items',
      title: [
        ['The Lighthouse ', false],
        ['Keepers', true],
        [' of Møn', false],
      ],
      snippet: [
        ['Of ', false],
        ['storms', true],
        [', and how they ended.', false],
      ],
      item: { id, kind: 'book', title: 'The Lighthouse Keepers of Møn', byline: 'Ann Author', by: 'alice' },
    });
    expect(hit?.why.score).toBeCloseTo((hit?.why.relevance ?? 0) * (hit?.why.standing ?? 0), 2);
    expect((await seen('suggest', { query: { q: 'lightho' } })).suggestions).toEqual([
      {
        what: 'items',
        id,
        text: [
          ['The ', false],
          ['Lighthouse', true],
          [' Keepers of Møn', false],
        ],
        kind: 'book',
        byline: 'Ann Author',
      },
    ]);
  });

  it('follows edits, tags, lists and people, and has counts by filter', async () => {
    const id = await book('A Quiet Harbour', { language: 'pt-BR', year: 1951 });
    const other = await book('A Loud Harbour', { language: 'de', year: 1990 });
    await as('bob').done('applyTag', { params: { itemId: id, tag: 'sea-side' } });
    const { list } = await as('bob').done('createList', { body: { title: 'Harbours I know', mode: 'closed' } });
    await as('bob').done('addToList', { params: { listId: list.id, itemId: id }, body: { note: null } });
    await system.settle();
    expect(await ids({ q: 'seaside' })).toEqual([id]);
    expect(await ids({ q: 'sea side', what: 'tags' })).toEqual(['sea-side']);
    expect(await ids({ q: 'harbour', what: 'lists' })).toEqual([list.id]);
    expect(await ids({ q: 'bob', what: 'people' })).toEqual(['bob']);
    const both = await found({ q: 'harbour' });
    expect(both).toMatchObject({ total: 2, found: { items: 2, lists: 1, people: 0 }, next: null });
    expect(both.facets.language).toEqual([
      { value: 'de', count: 1 },
      { value: 'pt-BR', count: 1 },
    ]);
    expect(both.facets).not.toHaveProperty('kind');
    const narrowed = await found({ q: 'harbour', language: 'pt', years: '1950..1960', tags: 'sea-side' });
    expect(narrowed.hits.map((hit) => hit.id)).toEqual([id]);
    expect((await ids({ q: 'harbour', sort: 'new' })).sort()).toEqual([other, id].sort());
    await as('alice').done('reviseItem', {
      params: { itemId: id },
      body: { base: 1, fields: { title: 'A Quiet Anchorage', authors: [] }, summary: '', minor: false },
    });
    await system.settle();
    expect([await ids({ q: 'harbour' }), await ids({ q: 'quiet anchorage' })]).toEqual([[other], [id]]);
  });

  it('finds what has a tag by any of its names, the filter too, and says which is the better one', async () => {
    const [old, better] = [await book('Of Gophers'), await book('Of Spiders')];
    await as('bob').done('applyTag', { params: { itemId: old, tag: 'world-wide-web' } });
    await as('bob').done('applyTag', { params: { itemId: better, tag: 'weblike' } });
    await system.settle();
    const query = { q: 'world wide web' };
    expect(await found(query)).toMatchObject({ hits: [{ id: old }], called: [] });
    const { opposite } = await made({ what: 'synonym', tag: 'weblike', other: 'world-wide-web' });
    await system.settle();
    const both = [old, better].sort();
    const page = await found(query);
    expect([page.hits.map(({ id }) => id).sort(), page.called]).toEqual([
      both,
      [{ other: 'world-wide-web', tag: 'weblike' }],
    ]);
    expect((await ids({ ...query, what: 'tags' })).sort()).toEqual(['weblike', 'world-wide-web']);
    const filtered = await found({ tags: 'world-wide-web' });
    expect([filtered.hits.map(({ id }) => id).sort(), filtered.called]).toEqual([both, page.called]);
    expect((await ids({ tags: 'weblike' })).sort()).toEqual(both);
    expect((await found({ q: 'of' })).facets.tags).toContainEqual({ value: 'weblike', count: 2 });
    await made(opposite ?? ({} as never));
    await system.settle();
    expect(await found(query)).toMatchObject({ hits: [{ id: old }], called: [] });
  });

  it('narrows places down by what they are, where, and when they are open', async () => {
    const place = async (name: string, more: Record<string, unknown>) =>
      (
        await as('alice').done('createItem', {
          body: { kind: 'place', fields: { name, position: { latitude: 48.2, longitude: 16.37 }, ...more } },
        })
      ).item.id;
    const cafe = await place('Café Sperling', { category: 'cafe', price: 2, amenities: ['wifi'], hours: '24/7' });
    const bar = await place('Bar Sperling', {
      category: 'bar',
      price: 3,
      position: { latitude: 48.21, longitude: 16.38 },
      hours: 'Mo-Su 20:00-20:30',
    });
    const far = await place('Sperling', { category: 'cafe', position: { latitude: -33.86, longitude: 151.2 } });
    await system.settle();
    const sperling = (query: Record<string, string>) => ids({ q: 'sperling', ...query });
    expect(await sperling({ category: 'cafe', price: '1,2', amenities: 'wifi' })).toEqual([cafe]);
    expect(await sperling({ near: '48.2,16.37', sort: 'near' })).toEqual([cafe, bar, far]);
    expect(await sperling({ sort: 'near' })).toHaveLength(3);
    expect(await sperling({ near: '48.2,16.37', within: '3000', sort: 'near' })).toEqual([cafe, bar]);
    expect(await sperling({ view: '-40,150,-30,155' })).toEqual([far]);
    expect(await sperling({ view: '-40,150,60,-150' })).toEqual([far]);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    // A quarter past eight in Vienna, whatever the time of the year.
    const evenings = [`${tomorrow}T18:15Z`, `${tomorrow}T19:15Z`];
    const open = await Promise.all(evenings.map((open) => sperling({ open })));
    expect(open.map((all) => all.includes(bar)).sort()).toEqual([false, true]);
    expect(await sperling({ open: 'now', category: 'cafe' })).toEqual([cafe]);
    const { hits, facets } = await found({ q: 'sperling', near: '48.2,16.37', category: 'cafe', within: '3000' });
    const position = { latitude: 48.2, longitude: 16.37 };
    expect(hits[0]).toMatchObject({ id: cafe, category: 'cafe', price: 2, distance: 0, position });
    // What else could be chosen in place of what is.
    expect(facets.category).toEqual([
      { value: 'bar', count: 1 },
      { value: 'cafe', count: 1 },
    ]);
  });

  it('goes through every hit once, page after page, and refuses a cursor of another search', async () => {
    for (let n = 0; n < 43; n++) await book(`Manifold ${n}`);
    await system.settle();
    const all: string[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 4 && (pages === 0 || cursor); pages++) {
      const page = await found({ q: 'manifold', ...(cursor ? { cursor } : {}) });
      expect(page.total).toBe(43);
      all.push(...page.hits.map(({ id }) => id));
      cursor = page.next ?? undefined;
      if (cursor)
        expect((await call(operations.search, { query: { q: 'other', cursor } })).code).toBe('invalid_cursor');
    }
    expect([all.length, new Set(all).size]).toEqual([43, 43]);
  });

  it('never finds what is private, held, folded, removed or gone', async () => {
    const note = 'Zanzibarwort';
    await as('bob').done('saveItem', {
      params: { itemId: world.bookId },
      body: { private: true, shelves: [], note, privateNote: note, tags: [note.toLowerCase()], readings: [] },
    });
    const id = await book('Of Xylographs');
    const review = await as('carol').done('postReview', {
      params: { itemId: id },
      body: { rating: 4, text: 'A quagga of a book', aspects: {} },
    });
    await as('erin').done('chooseHandle', { body: { handle: 'erin_the_gone' } });
    await system.settle();
    for (const what of ['items', 'tags', 'reviews', 'lists', 'people'])
      expect(await ids({ q: note, what })).toEqual([]);
    expect(await ids({ q: 'quagga', what: 'reviews' })).toEqual(review.review.held ? [] : [review.review.id]);
    expect(await ids({ q: 'erin', what: 'people' })).toEqual(['erin_the_gone']);
    await as('carol').done('withdrawReview', { params: { itemId: id } });
    await as('erin').done('deleteAccount');
    for (const name of ['bob', 'carol', 'dave'])
      await as(name).done('flagTarget', { params: { what: 'items', target: id }, body: { reason: 'spam' } });
    await system.settle();
    expect(await ids({ q: 'quagga', what: 'reviews' })).toEqual([]);
    expect(await ids({ q: 'erin', what: 'people' })).toEqual([]);
    const { folded } = await seen('getItem', { params: { itemId: id } });
    expect([folded !== null, await ids({ q: 'xylographs' })]).toEqual([true, []]);
    expect((await seen('suggest', { query: { q: 'xylogr' } })).suggestions).toEqual([]);
  });

  it.each([
    '(a+)+$',
    '.*'.repeat(150),
    '\\',
    '{"$ne":1}',
    '<script>alert(1)</script>',
    '"; DROP TABLE items',
    '__proto__ constructor toString',
    '😀😀',
    'ﷺ'.repeat(100),
    '漢字検索',
    `${'a b '.repeat(74)}`,
    'é́́́́',
    '-',
    '%00',
  ])('answers %j', async (q) => {
    const { status } = await call(operations.search, { query: { q } });
    const suggested = await call(operations.suggest, { query: { q: q.slice(0, 100) } });
    expect([status, suggested.status]).toEqual([200, 200]);
  });

  it('refuses 10,000 characters and filters that are none, and says which', async () => {
    const long = await call(operations.search, { query: { q: 'x'.repeat(10_000) } });
    const near = await call(operations.search, { query: { near: '91,0' } });
    expect([long.code, long.text.includes('query.q'), near.code, near.text.includes('query.near')]).toEqual([
      'invalid_input',
      true,
      'invalid_input',
      true,
    ]);
  });
});

describe('what search begins with', () => {
  const engine = async (q: string) => (await (await Embedded.load()).search(searchQuery.parse({ q }), new Date())).hits;

  it('is gathered once, then kept up by the log, and anew after a rebuild; at any time the log brings the rest', async () => {
    const store = searchStore();
    if (!store) throw new Error('A folder is set');
    const id = await book('Palimpsests');
    await system.settle();
    expect(await makeIndex({ store })).toMatchObject({ did: 'gathered' });
    expect(await makeIndex({ store })).toMatchObject({ did: 'nothing' });
    const later = await book('Later palimpsests');
    await system.settle();
    expect((await engine('palimpsests')).map((hit) => hit.id).sort()).toEqual([id, later].sort());
    expect(await makeIndex({ store })).toMatchObject({ did: 'changed' });
    expect(await makeIndex({ store })).toMatchObject({ did: 'nothing' });
    await rebuild();
    await system.settle();
    expect(await makeIndex({ store })).toMatchObject({ did: 'gathered' });
    expect(await makeIndex({ store })).toMatchObject({ did: 'nothing' });
    const page = await found({ q: 'palimpsests' });
    expect([page.complete, page.total]).toEqual([true, 2]);
  });

  it('holds what the log brings, document by document', async () => {
    const store = searchStore();
    if (!store) throw new Error('A folder is set');
    await makeIndex({ store, remake: true });
    const queries = ['manifold', 'harbour', 'exmaple', 'alice', ''];
    const anew = await Promise.all(
      queries.map(async (q) => (await engine(q)).map(({ id, why }) => [id, why.standing])),
    );
    const kept = await Promise.all(
      queries.map(async (q) => (await found({ q })).hits.map(({ id, why }) => [id, why.standing])),
    );
    expect(kept).toEqual(anew);
  });
});

import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { feedAddress, feedFormats, feedRights } from '#shared/feeds/rules.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { askPage, origin } from '#tests/integration/pages/page.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { publicLists } from './public-lists.ts';
import { readFeed } from './validate.ts';

let system: System;
let world: World;
beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
  await as('carol').done('saveItem', {
    params: { itemId: world.itemId },
    body: {
      private: false,
      shelf: 'read',
      note: 'To *keep*.',
      tags: ['to-drop', 'web', 'c++', 'list'],
      shelves: ['c++'],
      privateNote: 'Mine.',
    },
  });
  await as('bob').done('saveItem', { params: { itemId: world.editedId }, body: { private: true, tags: ['keep'] } });
  await system.settle();
});
afterAll(() => system.stop());

describe.each(feedFormats)('as %s', (format) => {
  const feedOf = async (page: string) => readFeed(format, await askPage(feedAddress(format, page)));

  test('every list is a valid feed that leads where the list leads', async () => {
    for (const { page, ids } of await publicLists(world)) {
      expect(ids.length, page).toBeGreaterThan(0);
      const feed = await feedOf(page);
      expect(
        feed.entries.map(({ link }) => link.replace(origin, '')),
        page,
      ).toEqual(ids);
      expect(new Set(feed.entries.map(({ id }) => id)).size, page).toBe(ids.length);
      expect(feed, page).toMatchObject({
        page: origin + page.replace(/^(\/@\w+)\/lists$/, '$1'),
        self: origin + feedAddress(format, page),
        rights: feedRights,
      });
    }
  });

  test('an entry says what the list says', async () => {
    const { entries: cards } = await seen('listRanking', { query: { order: 'new', kind: 'link' } });
    const card = cards.find(({ id }) => id === world.itemId);
    const feed = await feedOf('/k/link?order=new');
    expect(feed.title).toBe('Links · New');
    const entry = feed.entries.find(({ id }) => id === `${origin}/i/${world.itemId}`);
    expect(entry).toMatchObject({
      title: card?.title,
      by: '@alice',
      tags: card?.tags,
      at: new Date(card?.at ?? '').toISOString(),
    });
    expect(entry?.html).toContain(`<a href="${origin}/t/web">web</a>`);
    expect(entry?.html).toContain('<p>example.org</p>');

    const reviews = await feedOf(`/i/${world.itemId}`);
    expect(reviews.title).toBe('Reviews of A page of alice’s');
    expect(reviews.entries[0]).toMatchObject({ title: '4 of 5 stars by @bob', by: '@bob' });
    expect(reviews.entries[0]?.html).toContain('<p>A fine page.</p>');

    const savers = await feedOf(`/i/${world.itemId}/savers`);
    expect(savers.title).toBe('Saves of A page of alice’s');
    expect(savers.entries).toMatchObject([
      { title: 'Saved by @carol', by: '@carol', tags: ['c++', 'list', 'to-drop', 'web'] },
    ]);
    expect(savers.entries[0]?.html).toContain(' · Read, c++</p><p>To <em>keep</em>.</p>');

    const list = await feedOf(`/l/${world.listId}`);
    expect(list.title).toBe('Pages of everybody');
    expect(list.entries).toMatchObject([{ by: '@alice' }, { by: '@carol' }]);
    expect(list.entries[0]?.html).toContain('<p>It was here first.</p>');
    const own = (await feedOf('/@alice/lists')).entries.find(({ link }) => link.endsWith(world.closedListId));
    expect(own).toMatchObject({ title: 'Pages of alice’s', by: '@alice' });
    expect(own?.html).toContain('<p>Pages worth a visit.</p>');

    const bob = await feedOf('/@BOB');
    expect(bob).toMatchObject({ title: '@bob', page: `${origin}/@bob` });
    expect(bob.entries[0]).toMatchObject({ title: 'A page of alice’s: 4 of 5 stars', by: '@bob' });
  });

  test('who has it is not sent it again, by tag or by time', async () => {
    const address = feedAddress(format, `/i/${world.itemId}`);
    const [newest] = (await seen('listReviews', { params: { itemId: world.itemId }, query: { order: 'newest' } }))
      .entries;
    const written = Date.parse(newest?.at ?? '');
    // What was just written may not be all of its second: until then there is a tag alone.
    vi.useFakeTimers({ toFake: ['Date'], now: written + 1000 });
    expect((await askPage(address)).headers).not.toHaveProperty('last-modified');
    vi.setSystemTime(written + 90_000);
    const { headers } = await askPage(address);
    const etag = String(headers.etag);
    const modified = String(headers['last-modified']);
    expect(headers['cache-control']).toMatch(/^public, max-age=0, s-maxage=\d+, stale-while-revalidate=\d+/);
    vi.setSystemTime(Date.now() + 3_600_000);
    for (const known of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
      const again = await askPage(address, { 'if-none-match': known });
      expect(again).toMatchObject({ status: 304, body: '', headers: { etag, 'last-modified': modified } });
      expect(again.headers['cache-control']).toBe(headers['cache-control']);
    }
    expect(await askPage(address, { 'if-modified-since': modified })).toMatchObject({ status: 304, body: '' });
    const before = new Date(Date.parse(modified) - 1000).toUTCString();
    expect((await askPage(address, { 'if-modified-since': before })).status).toBe(200);
    // The tag knows better than the time.
    expect((await askPage(address, { 'if-modified-since': modified, 'if-none-match': '"other"' })).status).toBe(200);
    expect((await askPage(address, { 'if-modified-since': 'yesterday' })).status).toBe(200);
    vi.useRealTimers();
  });

  test('a list that old entries may come to has a tag and no time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 90_000 });
    for (const page of ['/', '/t/web?order=new', `/i/${world.itemId}?order=helpful`]) {
      const { headers } = await askPage(feedAddress(format, page));
      expect(headers, page).toHaveProperty('etag');
      expect(headers, page).not.toHaveProperty('last-modified');
    }
    vi.useRealTimers();
  });

  test('it comes compressed to who takes that, and whole by HEAD', async () => {
    const address = feedAddress(format, '/?order=new');
    const plain = await askPage(address);
    const packed = await askPage(address, { 'accept-encoding': 'gzip, deflate, br' });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', etag: plain.headers.etag });
    expect(gunzipSync(Buffer.from(packed.body, 'base64')).toString()).toBe(plain.body);
    expect((await askPage(address, { 'accept-encoding': 'gzip;q=0' })).headers).not.toHaveProperty('content-encoding');
    expect(await askPage(address, {}, 'HEAD')).toMatchObject({ status: 200, headers: plain.headers });
  });

  test('a list with nothing in it is a valid feed', async () => {
    const feed = await feedOf('/t/nobody-used-this');
    expect(feed).toMatchObject({ title: 'Everything tagged nobody-used-this · Hot', entries: [] });
  });
});

test('what is no list has no feed', async () => {
  for (const path of [
    '/feeds/atom',
    '/feeds/',
    '/feeds/nonsense/',
    '/feeds/toString/',
    '/feeds/atom/k/nonsense',
    '/feeds/atom/t/a%20b%2F',
    '/feeds/rss/i/aaaaaaaaaaaa',
    '/feeds/rss/i/not-an-id',
    '/feeds/rss/i/aaaaaaaaaaaa/savers',
    '/feeds/rss/@nobody-here/saves',
    '/feeds/rss/@nobody-here/lists',
    '/feeds/rss/l/aaaaaaaaaaaa',
    '/feeds/rss/@carol/readings',
    '/feeds/rss/@carol/shelf/nonsense',
    '/feeds/rss/@carol/shelf/link/nonsense',
    '/feeds/rss/@carol/shelf/link/read/more',
    '/feeds/json/@nobody-here',
    '/feeds/json/@a%2Fb',
    '/feeds/json/%F0%28/x',
    '/feeds/atom/tags',
    '/feeds/atom/account',
    '/feeds/atom/feeds/atom/',
  ]) {
    const { status, headers, body } = await askPage(path);
    expect({ path, status, type: headers['content-type'] }).toEqual({
      path,
      status: 404,
      type: 'application/problem+json; charset=utf-8',
    });
    expect(JSON.parse(body), path).toHaveProperty('code');
  }
  expect((await askPage('/feeds/atom/', {}, 'POST')).status).toBe(405);
});

test('an order that there is not is the usual one, as on the page', async () => {
  const usual = await askPage('/feeds/atom/');
  for (const search of ['?order=nonsense', '?window=all&order=hot', '?utm_source=x'])
    expect((await askPage(`/feeds/atom/${search}`)).body, search).toBe(usual.body);
});

test('a feed holds fifty entries of a list that is longer, and changes with it', async () => {
  const { item } = await as('alice').done('createItem', { body: { kind: 'book', fields: { title: 'Much read' } } });
  const params = { itemId: item.id };
  // No two of them look alike.
  const letters = [...'abdefghj'];
  const readers = letters.flatMap((one) => letters.map((other) => `reader${one}${other}`)).slice(0, 52);
  for (const reader of readers) {
    await as(reader).done('chooseHandle', { body: { handle: reader } });
    await as(reader).done('postReview', { params, body: { rating: 3, text: `Said by ${reader}.` } });
  }
  await system.settle();
  const address = `/feeds/rss/i/${item.id}`;
  const first = await askPage(address);
  expect((await readFeed('rss', first)).entries).toHaveLength(50);

  await new Promise((resolve) => setTimeout(resolve, 1100));
  await as('bob').done('postReview', { params, body: { rating: 5, text: 'The last word.' } });
  await system.settle();
  const second = await askPage(address, { 'if-none-match': String(first.headers.etag) });
  expect(second.status).toBe(200);
  expect((await readFeed('rss', second)).entries[0]?.html).toContain('The last word.');
});

test('what an author hides is in no feed', async () => {
  const { item } = await as('alice').done('createItem', { body: { kind: 'book', fields: { title: 'With an end' } } });
  const text = 'It was ||the **butler**|| and \\|\\|the cook\\|\\|, [who](/@bob) ![x](https://spy.example/pixel.gif)';
  await as('bob').done('postReview', { params: { itemId: item.id }, body: { rating: 5, text } });
  await system.settle();
  for (const format of feedFormats)
    for (const page of [`/i/${item.id}`, '/@bob']) {
      const { entries } = await readFeed(format, await askPage(feedAddress(format, page)));
      const { html } = entries.find(({ title }) => page.startsWith('/i/') || title.startsWith('With an end:')) ?? {
        html: '',
      };
      expect(html).toContain('It was');
      expect(html).not.toMatch(/butler|cook|<img/);
      expect(html).toContain(`<a href="${origin}/@bob">who</a>`);
      expect(html).toContain('<a href="https://spy.example/pixel.gif">picture: x</a>');
    }
});

test('a deleted person is named in no feed', async () => {
  const { item } = await as('erin')
    .done('chooseHandle', { body: { handle: 'erin' } })
    .then(() => as('erin').done('createItem', { body: { kind: 'book', fields: { title: 'Left behind' } } }));
  await as('erin').done('postReview', { params: { itemId: item.id }, body: { rating: 2, text: 'Before I go.' } });
  await as('erin').done('deleteAccount');
  await system.settle();
  expect((await askPage('/feeds/atom/@erin')).status).toBe(404);
  for (const format of feedFormats) {
    const read = async (page: string) => readFeed(format, await askPage(feedAddress(format, page)));
    const [listing, reviews] = [await read('/k/book?order=new'), await read(`/i/${item.id}`)];
    expect(JSON.stringify([listing, reviews])).not.toContain('erin');
    expect(listing.entries.map(({ title }) => title)).toContain('Left behind');
    expect(reviews.entries[0]?.title).toBe('2 of 5 stars by a former member');
  }
});

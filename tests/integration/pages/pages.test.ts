import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSiteIfOld, pageDirectory } from '#infra/build/site.ts';
import { feedAddress, feedFormats, feedForms } from '#shared/feeds/rules.ts';
import { as } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { askPage, origin, read } from './page.ts';

let system: System;
let world: World;
beforeAll(async () => {
  await buildSiteIfOld();
  process.env.PAGE_DIRECTORY = pageDirectory;
  system = await startSystem();
  world = await aliceAndBob();
  await system.settle();
});
afterAll(() => system.stop());

test('a listing, an item, a review and a person are there without any script', async () => {
  const pages: [string, string][] = [
    ['/', 'A page of alice’s'],
    ['/k/link?order=new', 'A page of alice’s'],
    ['/t/web', 'A page of alice’s'],
    ['/tags', 'web'],
    [`/i/${world.itemId}`, 'A fine page.'],
    [`/r/${world.reviewId}`, 'A fine page.'],
    ['/@bob', 'A fine page.'],
    ['/lists', 'Pages of everybody'],
    [`/l/${world.listId}`, 'It was here first.'],
    [`/l/${world.closedListId}`, 'A fine one.'],
    ['/@carol/year/2024', 'A book of alice’s'],
    ['/how-ranking-works', 'Settled numbers'],
  ];
  for (const [path, shown] of pages) {
    const { status, headers, body } = await askPage(path);
    expect({ path, status, type: headers['content-type'] }).toEqual({
      path,
      status: 200,
      type: 'text/html; charset=utf-8',
    });
    expect(headers['cache-control'], path).toMatch(
      /^public, max-age=0, s-maxage=\d+, stale-while-revalidate=\d+, stale-if-error=86400$/,
    );
    const page = read(body);
    expect(page.text, path).toContain(shown);
    expect(page.title, path).toHaveLength(1);
    expect(page.meta('description')[0]?.length, path).toBeGreaterThan(10);
    expect(page.meta('og:title'), path).toHaveLength(1);
    expect(page.canonical, path).toEqual([origin + path]);
    expect(page.meta('robots'), path).toEqual([]);
  }
});

test('every address of one listing names one of them as its own', async () => {
  for (const path of ['/?order=hot', '/?order=nonsense&window=all', '/?utm_source=mail'])
    expect(read((await askPage(path)).body).canonical).toEqual([`${origin}/`]);
  expect(read((await askPage('/?window=day&order=top&x=y')).body).canonical).toEqual([
    `${origin}/?order=top&window=day`,
  ]);
});

test('an item says in schema.org’s words what it is and how it was judged', async () => {
  const data = read((await askPage(`/i/${world.itemId}`)).body).data();
  expect(data).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': `${origin}/i/${world.itemId}`,
    name: 'A page of alice’s',
    keywords: 'to-drop, web',
    review: [
      {
        '@type': 'Review',
        url: `${origin}/r/${world.reviewId}`,
        author: { '@type': 'Person', name: '@bob', url: `${origin}/@bob` },
        reviewRating: { '@type': 'Rating', ratingValue: 4, bestRating: 5 },
        reviewBody: 'A fine page.',
        license: 'https://spdx.org/licenses/CC-BY-SA-4.0.html',
      },
    ],
  });
  // One rating makes no average, here as on the page.
  expect(data).not.toHaveProperty('aggregateRating');

  for (const handle of ['erin', 'frank']) await as(handle).done('chooseHandle', { body: { handle } });
  for (const name of ['carol', 'dave', 'erin', 'frank'])
    await as(name).done('postReview', { params: { itemId: world.itemId }, body: { rating: 5, text: '' } });
  await system.settle();
  expect(read((await askPage(`/i/${world.itemId}`)).body).data().aggregateRating).toEqual({
    '@type': 'AggregateRating',
    ratingValue: 4.8,
    ratingCount: 5,
    reviewCount: 5,
    bestRating: 5,
    worstRating: 0.5,
  });
});

test('a listing, a review and a person say what they are, too', async () => {
  expect(read((await askPage('/k/link?order=new')).body).data()).toMatchObject({
    '@type': 'ItemList',
    itemListElement: expect.arrayContaining([
      expect.objectContaining({ '@type': 'ListItem', url: `${origin}/i/${world.itemId}` }),
    ]),
  });
  expect(read((await askPage(`/r/${world.reviewId}`)).body).data()).toMatchObject({
    '@type': 'Review',
    itemReviewed: { '@type': 'WebPage', name: 'A page of alice’s' },
  });
  expect(read((await askPage('/@alice')).body).data()).toMatchObject({
    '@type': 'ProfilePage',
    mainEntity: { '@type': 'Person', name: '@alice' },
  });
});

test('the browser goes on from the answers that the page was rendered from', async () => {
  const rendered = read((await askPage('/?order=new')).body).rendered();
  expect(Math.abs((rendered?.at ?? 0) - Date.now())).toBeLessThan(120_000);
  const listed = rendered?.loaded['ranking:/?order=new'] as { pages: { id: string }[][]; next: string | null };
  expect(listed.pages.flat().map(({ id }) => id)).toContain(world.itemId);
});

test('what is not there is said by status, and what is one’s own is left to the browser', async () => {
  for (const path of [
    '/i/aaaaaaaaaaaa',
    '/r/aaaaaaaaaaaa',
    '/@nobody-here',
    '/k/nonsense',
    '/@a%2Fb',
    '/t/a%20b%2F',
    '/no/such/page',
  ]) {
    const { status, body } = await askPage(path);
    expect({ path, status: status >= 400 && status < 500 }).toEqual({ path, status: true });
    expect(read(body).meta('robots'), path).toEqual(['noindex']);
  }
  // Anybody can write a tag into an address; until something carries it nobody is to find it.
  const unused = read((await askPage('/t/Cheap-Pills')).body);
  expect(unused.meta('robots')).toEqual(['noindex']);
  expect(unused.canonical).toEqual([`${origin}/t/cheap-pills`]);
  for (const path of ['/sign-in', '/account', '/submit', `/i/${world.itemId}/edit`]) {
    const { status, body } = await askPage(path);
    const page = read(body);
    expect({ path, status, robots: page.meta('robots') }).toEqual({ path, status: 200, robots: ['noindex'] });
    expect(page.rendered(), path).toBeUndefined();
  }
});

test('a page whose list is a feed names its feeds, and no other page does', async () => {
  const lists = [
    '/',
    '/k/link?order=new&window=week',
    '/t/web',
    `/i/${world.itemId}`,
    '/@bob',
    '/@carol/saves',
    '/@carol/shelf/link/read',
    '/lists',
    '/lists?order=voted',
    `/l/${world.listId}`,
  ];
  for (const path of lists) {
    const page = read((await askPage(path)).body);
    const found = page
      .all('link', { rel: 'alternate' })
      .map(({ attrs }) => Object.fromEntries(attrs.map(({ name, value }) => [name, value])));
    expect(found, path).toEqual(
      feedFormats.map((format) => ({
        rel: 'alternate',
        type: feedForms[format].type,
        title: expect.stringContaining(`(${feedForms[format].label})`),
        href: origin + feedAddress(format, path),
      })),
    );
    for (const { href, type } of found) {
      const { pathname, search } = new URL(String(href));
      const feed = await askPage(pathname + search);
      expect({ href, status: feed.status }).toEqual({ href, status: 200 });
      expect(feed.headers['content-type'], href).toContain(type);
    }
    const links = page.all('a').map(({ attrs }) => attrs.find(({ name }) => name === 'href')?.value);
    expect(links, path).toEqual(expect.arrayContaining(feedFormats.map((format) => feedAddress(format, path))));
  }
  for (const path of ['/tags', '/how-ranking-works', `/r/${world.reviewId}`, '/sign-in'])
    expect(read((await askPage(path)).body).all('link', { rel: 'alternate' }), path).toEqual([]);
});

test('every address that the site has a page for is known where pages are rendered', async () => {
  const app = ['app', 'further'].map((name) => readFileSync(`frontend/src/app/${name}.tsx`, 'utf8')).join();
  const paths = [...app.matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(10);
  const { writtenId, listId, reviewId, proposalId, commentId, questionId, actId } = world;
  const parts: Record<string, string> = {
    ...{ kind: 'link', tag: 'web', tags: 'web', what: 'items', target: world.itemId, token: 'none' },
    ...{ listId, reviewId, proposalId, commentId, questionId, actId, n: '2', from: '1', to: '2' },
  };
  for (const path of paths) {
    const itemId = /:(?:n|from)\b/.test(path) ? writtenId : world.itemId;
    const example = path.replace(/:(\w+)/g, (_, name: string) => ({ ...parts, itemId })[name] ?? name);
    expect({ path, status: (await askPage(example)).status }).toEqual({ path, status: 200 });
  }
  const work = await askPage('/@alice/work?year=2026');
  expect(work.status).toBe(200);
  expect(work.body).toContain('Items added');
});

test('who has a page is not sent it again', async () => {
  const { headers } = await askPage('/tags');
  const again = await askPage('/tags', { 'if-none-match': `W/${headers.etag}` });
  expect(again).toMatchObject({ status: 304, body: '' });
});

test('robots are told what to visit, month by month', async () => {
  const robots = await askPage('/robots.txt');
  expect(robots.headers['content-type']).toContain('text/plain');
  expect(robots.body).toContain(`Sitemap: ${origin}/sitemap.xml`);
  expect(robots.body).toContain('Disallow: /api/');

  const month = new Date().toISOString().slice(0, 7);
  const index = await askPage('/sitemap.xml');
  const { validateSitemap } = await import('./validate-sitemap.ts');
  expect(validateSitemap(index.body)).toEqual([`${origin}/sitemaps/pages.xml`, `${origin}/sitemaps/${month}.xml`]);
  const items = validateSitemap((await askPage(`/sitemaps/${month}.xml`)).body);
  expect(items).toContain(`${origin}/i/${world.itemId}`);
  expect(new Set(items).size).toBe(items.length);
  for (const address of validateSitemap((await askPage('/sitemaps/pages.xml')).body))
    expect((await askPage(new URL(address).pathname)).status, address).toBe(200);
  for (const path of ['/sitemaps/1999-01.xml', '/sitemaps/2026-13.xml', '/sitemaps/x.xml'])
    expect((await askPage(path)).status, path).toBe(404);
});

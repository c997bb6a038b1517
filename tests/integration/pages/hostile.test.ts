import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSiteIfOld, pageDirectory } from '#infra/build/site.ts';
import { scripts } from '#tests/builders/scripts.ts';
import { as } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { askPage, read, textOf } from './page.ts';

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

test('no text of anybody’s becomes markup, not in the page, its head or its data', async () => {
  for (const [index, script] of scripts.entries()) {
    const said = script.replace(/\p{Cc}/gu, ' ').trim();
    const fields = {
      url: `https://example.org/hostile-${index}`,
      title: script
        .replace(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, 300),
    };
    const { item } = await as('alice').done('createItem', { body: { kind: 'link', fields } });
    await as('bob').done('postReview', { params: { itemId: item.id }, body: { rating: 1, text: said } });
    await system.settle();
    for (const path of [`/i/${item.id}`, '/?order=new']) {
      const { body, status } = await askPage(path);
      const page = read(body);
      const kinds = page
        .all('script')
        .map(({ attrs }) => attrs.find(({ name }) => name === 'type')?.value ?? 'text/javascript');
      expect({ status, kinds }, script).toEqual({
        status: 200,
        kinds: expect.arrayContaining(['application/json', 'application/ld+json', 'module', 'text/javascript']),
      });
      expect(kinds, script).toHaveLength(4);
      const handlers = page.all('a').concat(page.all('img'), page.all('svg'), page.all('button'), page.all('input'));
      expect(
        handlers.flatMap(({ attrs }) => attrs.filter(({ name }) => name.startsWith('on'))),
        script,
      ).toEqual([]);
      const hrefs = page.all('a').map(({ attrs }) => attrs.find(({ name }) => name === 'href')?.value ?? '');
      expect(
        hrefs.filter((href) => /^\s*(javascript|data|vbscript):/i.test(href)),
        script,
      ).toEqual([]);
      expect(page.all('iframe').concat(page.all('object'), page.all('embed'), page.all('base')), script).toEqual([]);
    }
    expect((read((await askPage(`/i/${item.id}`)).body).data() as { name: string }).name).toBe(item.title);
  }
});

test('what stands within a page is let through by its hash, and nothing else is', async () => {
  for (const path of ['/', `/i/${world.itemId}`, '/how-ranking-works', '/sign-in']) {
    const { body, headers } = await askPage(path);
    const policy = String(headers['content-security-policy']);
    expect(policy).not.toContain('unsafe');
    const page = read(body);
    const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const within = page
      .all('script')
      .filter(({ attrs }) => !attrs.some(({ name }) => name === 'type' || name === 'src'));
    expect(within).toHaveLength(1);
    for (const script of within)
      expect(policy.split('; ').find((part) => part.startsWith('script-src'))).toContain(hashOf(textOf(script)));
    const styles = page.all('style');
    expect(styles.length).toBeGreaterThan(0);
    for (const style of styles)
      expect(policy.split('; ').find((part) => part.startsWith('style-src'))).toContain(hashOf(textOf(style)));
    expect(
      page
        .all('main')
        .flatMap(({ attrs }) => attrs)
        .filter(({ name }) => name === 'style'),
    ).toEqual([]);
  }
});

test('an address is a path of this site, in one spelling', async () => {
  for (const path of [
    '//evil.example/take-away',
    '//evil.example/robots.txt',
    '/\\evil.example/',
    '/api/%2e%2e/tags',
    '/i//x',
    '/./tags',
  ]) {
    const { status, body } = await askPage(path);
    expect({ path, status, evil: body.includes('//evil.example') }).toEqual({ path, status: 404, evil: false });
  }
});

test('what an author hides stays hidden from previews and search engines', async () => {
  const fields = { title: 'A story with an end' };
  const { item } = await as('alice').done('createItem', { body: { kind: 'book', fields } });
  const text = 'Either a || b.\n\nIt was ||the butler, he | she|| and ||the cook';
  const { review } = await as('bob').done('postReview', { params: { itemId: item.id }, body: { rating: 5, text } });
  await system.settle();
  for (const path of [`/r/${review.id}`, `/i/${item.id}`]) {
    const page = read((await askPage(path)).body);
    const said = JSON.stringify([page.meta('description'), page.meta('og:description'), page.data()]);
    expect(said, path).toContain(path.startsWith('/r/') ? 'Either a' : 'A story');
    expect(said, path).not.toMatch(/butler| she|cook/);
  }
});

test('a page is everybody’s: whoever asks, nothing of theirs is in it', async () => {
  const path = `/i/${world.itemId}`;
  const plain = await askPage(path);
  const signedIn = await askPage(path, { authorization: 'Bearer token-of-bob-77aa01', cookie: 'x=y' });
  const withoutTime = (html: string) => html.replace(/"at":\d+/, '');
  expect(withoutTime(signedIn.body)).toBe(withoutTime(plain.body));
});

test('pages are only read, and only where the edge asks', async () => {
  expect((await askPage('/', {}, 'POST')).status).toBe(405);
  expect((await askPage('/api/no-such-thing')).body).toContain('route_not_found');
  process.env.EDGE_KEY = 'of-the-edge';
  try {
    expect((await askPage('/')).status).toBe(404);
    const { status, body } = await askPage('/', { 'x-commonplace-edge': 'of-the-edge' });
    expect(status).toBe(200);
    expect(read(body).canonical).toEqual(['https://commons.example/']);
    const odd = { 'x-commonplace-edge': 'of-the-edge', 'x-commonplace-host': 'a b"><script>' };
    expect((await askPage('/', odd)).status).toBe(404);
  } finally {
    delete process.env.EDGE_KEY;
  }
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildExtension } from '#infra/build/extension.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { type Extended, startChromium } from './chromium.ts';

let system: TestSystem;
let pages: Server;
let extended: Extended;
let folder: string;
let reader: Page;
let alice: string;
const secret: Record<string, string> = {};

const article = 'http://pages.example/article';
const hostile = '<img src=x onerror="document.title=1">';
const shown: Record<string, string> = {
  '/article': '<title>An   Article</title><p>Before. <b id="part">The part that matters.</b> After.</p>',
  '/hostile': `<title>${hostile.replaceAll('<', '&lt;')}</title><p id="part">${hostile.replaceAll('<', '&lt;')}</p>`,
};

type Json = Record<string, unknown>;
async function api(token: string, method: string, path: string, body?: object): Promise<Json> {
  const answer = await fetch(`${system.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body && JSON.stringify(body),
  });
  const said = (await answer.json()) as Json;
  if (!answer.ok) throw new Error(JSON.stringify(said));
  return said;
}
const arrive = async (handle: string) => {
  const { accessToken } = await system.signUp(`${handle}@example.org`);
  await api(accessToken, 'PUT', '/api/me/handle', { handle });
  return accessToken;
};
const known = (url: string) => api(alice, 'GET', `/api/me/saves/lookup?url=${encodeURIComponent(url)}`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'commonplace-extension-'));
  pages = createServer((request, response) => {
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(shown[request.url ?? ''] ?? '<title>Other</title>');
  });
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  const { port } = pages.address() as AddressInfo;
  // The site may be reached; the pages that are saved may not, but for a press of the button.
  [system] = await Promise.all([startTestSystem(), buildExtension({ to: folder, reaching: ['http://localhost/*'] })]);
  extended = await startChromium(folder, { 'pages.example': `127.0.0.1:${port}` });
  alice = await arrive('alicesaves');
  const bob = await arrive('bobsaves');
  for (const scope of ['read', 'save']) {
    const made = await api(alice, 'POST', '/api/me/tokens', { name: `To ${scope}`, scopes: [scope] });
    secret[scope] = String(made.secret);
  }
  const saved = {
    url: article,
    title: 'An article, as bob calls it',
    private: false,
    tags: ['reading', 'web', 'rust'],
  };
  await api(bob, 'POST', '/api/saves', saved);
  await api(alice, 'POST', '/api/saves', {
    url: 'https://example.org/other',
    title: 'Another',
    private: true,
    tags: ['to-reread', 'mine-alone'],
  });
  await system.drain();
  reader = await extended.context.newPage();
});
afterAll(async () => {
  await extended?.stop();
  await system?.stop();
  await new Promise((resolve) => pages.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const selectPart = () => {
  const part = document.getElementById('part');
  if (part) getSelection()?.selectAllChildren(part);
};

test('before it is set up it says so, and leads to its settings', async () => {
  await reader.goto(article);
  const popup = await extended.press(reader);
  await popup.says('Say first which site you save to.');
  const opened = extended.context.waitForEvent('page');
  await popup.press('Set it up');
  expect((await opened).url()).toBe(extended.pageOf('options.html'));
  await popup.close();
});

test('the settings are kept once they work, and tell what does not', async () => {
  const page = await extended.context.newPage();
  await page.goto(extended.pageOf('options.html'));
  const tried = async (site: string, token: string, says: RegExp) => {
    await page.getByLabel('Address of the site').fill(site);
    await page.getByLabel('API token').fill(token);
    await page.getByRole('button', { name: 'Try it out and keep it' }).click();
    await page.getByRole('status').filter({ hasText: says }).waitFor();
  };
  await tried('http://example.org', secret.save ?? '', /must begin with https/);
  await tried(system.url, 'cp_nonsense', /Sign in to do this/);
  await tried(system.url, secret.read ?? '', /This API token is not for that/);
  await tried('localhost:1', secret.save ?? '', /did not answer/);
  const stored = () => page.evaluate('chrome.storage.local.get()');
  expect(await stored()).toEqual({});
  await tried(`${system.url.replace('http://', '')}/account`, ` ${secret.save} `, /You save as @alicesaves/);
  expect(await stored()).toEqual({ site: system.url, token: secret.save });
  await page.reload();
  // What is kept comes a moment after the page.
  await expect.poll(() => page.getByLabel('Address of the site').inputValue()).toBe(system.url);
  expect(await page.getByRole('link', { name: 'your account' }).getAttribute('href')).toBe(
    `${system.url}/account#tokens`,
  );
  await page.close();
});

test('a page is saved with what was selected on it, and tags that fit', async () => {
  await reader.goto(article);
  await reader.evaluate(selectPart);
  const popup = await extended.press(reader);
  const text = await popup.says('It is here already');
  expect(text).toContain('reading');
  expect(await popup.value('title')).toBe('An article, as bob calls it');
  expect(await popup.value('note')).toBe('The part that matters.');
  await popup.fill('tags', 'mine-too re');
  const fitting = await popup.evaluate<string>("document.getElementById('suggestions').innerText");
  expect(fitting.replaceAll(/\s+/g, ' ').trim()).toBe('Popular: reading Yours: to-reread');
  if (process.env.SHOTS) writeFileSync(`${process.env.SHOTS}/popup.png`, await popup.screenshot());
  await popup.press('reading');
  expect(await popup.value('tags')).toBe('mine-too reading ');
  await popup.fill('tags', 'mine-too reading web');
  await popup.evaluate("document.getElementById('shelf').value = 'to-read'");
  await popup.press('Save');
  await popup.says('Saved.');
  const { save } = await known(article);
  expect(save).toMatchObject({
    item: { title: 'An article, as bob calls it' },
    note: 'The part that matters.',
    shelf: 'to-read',
    private: false,
  });
  expect((save as { tags: string[] }).tags.toSorted()).toEqual(['mine-too', 'reading', 'web']);
  const opened = extended.context.waitForEvent('page');
  await popup.press('See its page');
  expect((await opened).url()).toContain('/i/');
  await (await opened).close();
  await popup.close();
});

test('what was saved is shown again, and made private with all else as it was', async () => {
  const { save } = await known(article);
  const { item, ...before } = save as Json & { item: { id: string } };
  const kept = { shelf: before.shelf, note: before.note, tags: before.tags, private: false };
  const more = { privateNote: 'Ask Ann', shelves: ['for-work'], readings: [{ started: '2026-11-01' }] };
  await api(alice, 'PUT', `/api/items/${item.id}/save`, { ...kept, ...more });

  await reader.goto(article);
  const popup = await extended.press(reader);
  await popup.says('You saved this on');
  expect(await popup.value('note')).toBe('The part that matters.');
  expect(await popup.value('shelf')).toBe('to-read');
  await popup.press('For me alone');
  await popup.press('Save');
  await popup.says('Saved for you alone.');
  expect((await known(article)).save).toMatchObject({ ...kept, ...more, private: true });
  await popup.close();
});

test('what a page says is text, never a part of the popup', async () => {
  await reader.goto('http://pages.example/hostile');
  await reader.evaluate(selectPart);
  const popup = await extended.press(reader);
  await popup.says('http://pages.example/hostile');
  expect(await popup.value('title')).toBe(hostile);
  expect(await popup.value('note')).toBe(hostile);
  await popup.fill('tags', `fine ${hostile}`);
  await popup.press('Save');
  await popup.says('No tags: <img');
  await popup.fill('tags', 'fine');
  await popup.press('For me alone');
  await popup.press('Save');
  await popup.says('Saved for you alone.');
  expect(await popup.evaluate('document.images.length')).toBe(0);
  expect((await known('http://pages.example/hostile')).save).toMatchObject({
    item: { title: hostile },
    tags: ['fine'],
  });
  await popup.close();
});

test('what has no address is not saved', async () => {
  await reader.goto('about:blank');
  const popup = await extended.press(reader);
  await popup.says('no address that could be saved');
  await popup.close();
});

test('a token that was revoked is said to be none, and leads to the settings', async () => {
  await api(alice, 'DELETE', `/api/me/tokens/${secret.save?.slice(3, 15)}`);
  await reader.goto(article);
  const popup = await extended.press(reader);
  expect(await popup.says('This is no API token, or no longer')).toContain('Settings');
  await popup.close();
  expect(system.faults).toEqual([]);
});

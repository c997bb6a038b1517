import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDump } from '#functions/dumps/make-dump.ts';
import { folderBucket } from '#infra/local/folder-bucket.ts';
import { readDump } from '#tests/builders/dump.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { addLink, signUp, visitor } from './visitor.ts';

let system: TestSystem;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'commonplace-dumps-'));
  system = await startTestSystem({ site: true, dumps: folder });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('before the first dump the page says so, and an index that cannot be read can be asked for again', async () => {
  const guest = await visitor(browser, system);
  await guest.page.goto('/');
  await guest.page.getByRole('link', { name: 'Take it away' }).click();
  await guest.page.getByText('No dump yet').waitFor();
  expect((await fetch(`${system.url}/dumps/index.json`)).status).toBe(404);

  await guest.page.route('**/dumps/index.json', (route) => route.abort());
  await guest.page.goto('/take-away');
  await guest.page.getByText('No answer from the server').waitFor();
  await guest.page.unroute('**/dumps/index.json');
  let asked = 0;
  guest.page.on('request', (request) => {
    if (request.url().endsWith('/dumps/index.json')) asked++;
  });
  await guest.page.getByRole('button', { name: 'Try again' }).click();
  await guest.page.getByText('No dump yet').waitFor();
  await guest.page.waitForLoadState('networkidle');
  expect(asked).toBe(1);
  await guest.leave();
});

test('what a person added is taken away by a stranger, file by file', async () => {
  const ida = await visitor(browser, system);
  await signUp(ida, 'idasmith');
  await addLink(ida, 'https://example.org/kept', 'A page to keep');
  await system.drain();
  await ida.leave();
  const week = 7 * 86_400_000;
  await makeDump({ bucket: folderBucket(folder), now: new Date(Date.now() - week) });
  const { name } = await makeDump({ bucket: folderBucket(folder) });

  const guest = await visitor(browser, system, { phone: true });
  await guest.page.goto('/take-away');
  const [newest, earlier] = [0, 1].map((index) => guest.page.locator('details').nth(index));
  await newest?.getByRole('row', { name: /^Items 1 / }).waitFor();
  expect(await earlier?.getByRole('table').isVisible()).toBe(false);
  const [download] = await Promise.all([
    guest.page.waitForEvent('download'),
    newest?.getByRole('link', { name: 'items-0001' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('items-0001.ndjson.gz');
  const lines = gunzipSync(readFileSync(await download.path())).toString();
  expect(JSON.parse(lines)).toMatchObject({ title: 'A page to keep', by: 'idasmith' });

  // The same by plain requests, as a program would: bytes, types, and no page in place of what is not there.
  const files = new Map<string, Buffer>();
  const get = async (key: string) => {
    const response = await fetch(`${system.url}/${key}`);
    files.set(key, Buffer.from(await response.arrayBuffer()));
    return response;
  };
  const { dumps } = await (await fetch(`${system.url}/dumps/index.json`)).json();
  for (const file of ['manifest.json', 'README.txt', ...dumps[0].files.map((file: { name: string }) => file.name)])
    await get(`dumps/${name}/${file}`);
  const { rows } = readDump((key) => files.get(key) ?? Buffer.alloc(0), name);
  expect(rows.people.map(({ handle }) => handle)).toEqual(['idasmith']);
  expect((await get(`dumps/${name}/items-0001.ndjson.gz`)).headers.get('content-type')).toBe('application/gzip');
  for (const path of ['dumps/nothing', `dumps/${name}/items-0002.ndjson.gz`, 'dumps/%2e%2e/table.db', 'dumps/'])
    expect((await get(path)).status, path).toBe(404);
  expect(guest.complaints).toEqual([]);
  expect(system.faults).toEqual([]);
  await guest.leave();
});

test.each([
  ['phone, dark', { phone: true, dark: true }],
  ['wide, light', {}],
] as const)('the list of dumps is accessible and fits: %s', async (_, options) => {
  const guest = await visitor(browser, system, options);
  await guest.page.goto('/take-away', { waitUntil: 'networkidle' });
  await guest.page.locator('details').nth(1).locator('summary').click();
  const { violations } = await new AxeBuilder({ page: guest.page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  expect(await guest.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
    0,
  );
  if (process.env.SHOTS)
    await guest.page.screenshot({ path: `${process.env.SHOTS}/${_.replace(', ', '-')}.png`, fullPage: true });
  await guest.leave();
});

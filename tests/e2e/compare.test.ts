import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { signUp, type Visitor, visitor } from './visitor.ts';

let system: TestSystem;
let browser: Browser;
let nora: Visitor;

beforeAll(async () => {
  system = await startTestSystem({ site: true });
  browser = await launchBrowser();
  nora = await visitor(browser, system, { phone: true });
  await signUp(nora, 'nora');
});
afterAll(async () => {
  await nora?.leave();
  await browser?.close();
  await system?.stop();
});

const cafe = (n: number, name: string, more: object) => ({
  type: 'Feature',
  id: `node/${n}`,
  properties: { name, amenity: 'cafe', cuisine: 'coffee_shop', 'survey:date': 'x'.repeat(300), ...more },
  geometry: { type: 'Point', coordinates: [16.3 + n / 100, 48.2] },
});
const unnamed = (n: number) => ({ ...cafe(n, '', { name: undefined }), id: `way/${n}` });

test('on a phone: a large map comes in as its places, one is set beside others like it, and is read side by side', async () => {
  const { page } = nora;
  const features = [
    cafe(1, 'Café Uno', { opening_hours: '24/7', wheelchair: 'yes' }),
    cafe(2, 'Café Due', { opening_hours: 'Mo-Fr 08:00-18:00' }),
    cafe(3, 'Café Tre', {}),
    ...Array.from({ length: 7000 }, (_, n) => unnamed(n + 10)),
  ];
  const buffer = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
  expect(buffer.length).toBeGreaterThan(2_500_000);
  await page.goto('/import');
  await page
    .getByLabel('Your file')
    .setInputFiles({ name: 'vienna.geojson', mimeType: 'application/geo+json', buffer });
  await page.getByText('Of this large file 3 named places are handed in').waitFor();
  await page.getByRole('button', { name: 'Start the import' }).click();
  await page.getByText('Done: 3 of 3 rows').waitFor();
  await system.drain();

  await page.getByRole('link', { name: 'Café Uno' }).click();
  await page.getByRole('heading', { level: 1, name: 'Café Uno' }).waitFor();
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
  await page.getByText('Also tagged #coffee-shop', { exact: false }).first().waitFor();
  await page.getByRole('link', { name: 'Compare with Café Due' }).click();

  const table = page.getByRole('table', { name: 'Café Uno and Café Due' });
  await table.waitFor();
  expect(await table.getByRole('columnheader').allInnerTexts()).toHaveLength(2);
  await table.getByText('Wheelchair access', { exact: false }).waitFor();
  await table.getByText(/^open/).first().waitFor();
  await page.getByRole('link', { name: 'Compare with Café Tre' }).click();
  await expect.poll(() => page.getByRole('columnheader').count()).toBe(3);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth && scrollY === 0')).toBe(true);
  await page.getByRole('link', { name: 'Take Café Due off' }).click();
  await page.getByRole('table', { name: 'Café Uno and Café Tre' }).waitFor();

  // What is put aside on pages of items waits here.
  await page.getByRole('link', { name: 'Café Tre', exact: true }).first().click();
  await page.getByRole('button', { name: 'Compare Café Tre' }).click();
  await page.getByRole('link', { name: 'With what?' }).click();
  await page.getByText('choose what with').waitFor();
  // Two that wait are set side by side at once.
  await page.goto('/k/place');
  await page.locator('main ol > li h2 a', { hasText: 'Café Due' }).click();
  await page.getByRole('button', { name: 'Compare Café Due' }).click();
  await page.goto('/compare');
  await page.getByRole('link', { name: 'Compare both' }).click();
  await page.getByRole('table', { name: /Café (Due|Tre) and Café (Due|Tre)/ }).waitFor();
  expect([...nora.complaints, ...system.faults]).toEqual([]);
});

test('a comparison is there without scripts, is not to be found by search engines, and says what is not here', async () => {
  const { entries } = (await (await fetch(`${system.url}/api/rankings?kind=place&order=new&window=all`)).json()) as {
    entries: { id: string }[];
  };
  const ids = entries.map(({ id }) => id);
  const html = await (await fetch(`${system.url}/compare?items=${ids[0]},${ids[1]},nosuchitem00`)).text();
  expect(html).toMatch(/<title>Café \w+ and Café \w+ compared/);
  expect(html).toContain('noindex');
  expect(html).toContain('There is no item');
  expect(html).toContain('<table');
  const answer = (await (await fetch(`${system.url}/api/places.geojson?items=${ids.join(',')}`)).json()) as {
    features: { properties: { name: string } }[];
  };
  expect(answer.features.map(({ properties }) => properties.name).sort()).toEqual(['Café Due', 'Café Tre', 'Café Uno']);
});

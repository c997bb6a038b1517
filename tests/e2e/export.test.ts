import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { browser, startSite, system } from './site.ts';
import { signUp, type Visitor, visitor } from './visitor.ts';

startSite();

/** Saves addresses as the person at this page, by the page's own session. */
async function saveAll({ page }: Visitor, saves: { url: string; tags: string[]; private: boolean; title: string }[]) {
  const header = page.waitForRequest((request) => request.headers().authorization !== undefined);
  await page.goto('/account');
  const { authorization = '' } = (await header).headers();
  for (const body of saves) {
    const answer = await page.request.post(`${system.url}/api/saves`, { data: body, headers: { authorization } });
    expect(answer.status(), await answer.text()).toBe(200);
  }
  await system.drain();
}

/** What keeps people out, of this page as it stands, in light and dark. */
async function barriersOn({ page }: Visitor): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html.slice(0, 160)}`));
  }
  return found;
}
const overflow = ({ page }: Visitor) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

const saves = Array.from({ length: 130 }, (_, n) => ({
  url: `https://example.org/kept/${n}`,
  title: n === 0 ? '<b>Bold & "quoted"</b>' : `Kept ${n}`,
  tags: n < 120 ? ['old', `n${n % 7}`] : ['web', 'older'],
  private: n % 3 === 0,
}));

test('everything of mine is a file in a few presses, on a phone too, and goes on where it stopped', async () => {
  const nora = await visitor(browser, system, { phone: true });
  await signUp(nora, 'nora');
  await saveAll(nora, saves);
  await nora.page.goto('/account');
  await nora.page.getByRole('link', { name: 'Export everything of yours' }).click();
  await nora.page.getByRole('heading', { level: 1, name: 'Take yours with you' }).waitFor();

  const fileOf = async (name: string) => {
    const download = nora.page.waitForEvent('download');
    await nora.page.getByRole('button', { name: `Download: ${name}`, exact: true }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };
  const bookmarks = await fileOf('Bookmarks for a browser');
  expect(bookmarks.name).toMatch(/^commonplace-nora-\d{4}-\d\d-\d\d-bookmarks\.html$/);
  expect(bookmarks.text.match(/<DT>/g)).toHaveLength(130);
  expect(bookmarks.text).toContain('&lt;b&gt;Bold &amp; "quoted"&lt;/b&gt;</A>');
  await nora.page.getByText(/^Your browser has the file: \d+ KB\.$/).waitFor();

  let fails = 4;
  await nora.page.route('**/api/me/exports/commonplace*', (route) => (fails-- > 0 ? route.abort() : route.continue()));
  await nora.page.getByRole('button', { name: 'Download: Everything, for a site like this one' }).click();
  await nora.page.getByText(/^Stopped after/).waitFor();
  const download = nora.page.waitForEvent('download');
  fails = 0;
  await nora.page.getByRole('button', { name: 'Go on' }).click();
  const all = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as { saves: unknown[] };
  expect(all.saves).toHaveLength(130);
  await nora.page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(nora)).toBeLessThanOrEqual(0);
  expect(await barriersOn(nora)).toEqual([]);
  expect(nora.complaints).toEqual([]);
  await nora.leave();
});

test('tags are merged with progress, told as they go, kept in bundles, deleted when asked twice', async () => {
  const mia = await visitor(browser, system);
  await signUp(mia, 'miah');
  await saveAll(
    mia,
    saves.map((save) => ({ ...save, url: `${save.url}/m` })),
  );
  await mia.page.goto('/my-tags');
  const { page } = mia;
  const choose = (tag: string) => page.getByRole('checkbox', { name: `Choose ${tag}`, exact: true }).check();
  await page.getByText('10 tags', { exact: true }).waitFor();

  await choose('old');
  await choose('older');
  await page.getByLabel('Bundle to put them in').fill('Ages');
  await page.getByRole('button', { name: 'Keep together' }).click();
  await page.getByRole('list', { name: 'Tags in ages' }).getByText('older').waitFor();

  await choose('n2');
  expect(await barriersOn(mia)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(mia)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Rename, bundle or delete' }).press('Enter');
  await page.getByRole('button', { name: 'Choose none' }).click();
  await page.getByLabel('Find a tag').fill('ol');
  await page.getByText('2 of 10 tags').waitFor();
  await choose('old');
  await choose('older');
  // The second step waits until what is told after the first was seen.
  const seen = Promise.withResolvers<void>();
  let steps = 0;
  await page.route('**/tags/retag*', async (route) => {
    if (steps++ > 0) await seen.promise;
    await route.continue();
  });
  await page.getByLabel('One name for all of them').fill('Past');
  await page.keyboard.press('Enter');
  await page.getByText(/becomes “past”: 100 looked through/).waitFor();
  seen.resolve();
  await page.getByText('Done: changed on 130 things you keep.').waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByLabel('Find a tag').fill('');
  await page.getByText('9 tags', { exact: true }).waitFor();
  await page.getByRole('list', { name: 'Tags in ages' }).getByText('past').waitFor();
  await system.drain();
  await page.reload();
  await page.getByRole('link', { name: '130 saves tagged past' }).waitFor();

  await choose('n1');
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete 1 tag' }).click();
  await page.getByText(/^Done: deleted on \d+ things you keep\.$/).waitFor();
  expect(await page.getByRole('checkbox', { name: 'Choose n1' }).count()).toBe(0);
  await system.drain();
  expect((await audit()).differences).toEqual([]);
  expect(mia.complaints).toEqual([]);
  await mia.leave();
});

test('a tag says what goes with it, and leads to proposing what means the same', async () => {
  const ida = await visitor(browser, system);
  await signUp(ida, 'idaho');
  const { page } = ida;
  await page.goto('/t/past');
  await page.getByText(/^Often with n/).waitFor();
  // The page came as it stands; it takes presses once it is alive.
  await page.waitForLoadState('networkidle');
  expect(await barriersOn(ida)).toEqual([]);
  await page.getByText('Synonyms', { exact: true }).click();
  await page.getByRole('link', { name: 'Propose a tag that means the same' }).waitFor();
  expect(ida.complaints).toEqual([]);
  await ida.leave();
});

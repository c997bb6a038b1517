import { existsSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { type Row, scanRows } from '#functions/table/table.ts';
import { importFiles } from '#tests/builders/import-files.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { signUp, type Visitor, visitor } from './visitor.ts';

let system: TestSystem;
let browser: Browser;
let alice: Visitor;

beforeAll(async () => {
  system = await startTestSystem({ site: true });
  browser = await launchBrowser();
  alice = await visitor(browser, system);
  await signUp(alice, 'alice');
});
afterAll(async () => {
  await alice?.leave();
  await browser?.close();
  await system?.stop();
});

async function savesOf(by: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of scanRows()) rows.push(...page.filter((row) => row.type === 'save' && row.by === by));
  return rows;
}

const choose = (page: Page, name: string, text: string) =>
  page.getByLabel('Your file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });

async function ended(page: Page, rows: number): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('status')
    .getByText(`Done: ${rows} of ${rows} rows`)
    .waitFor({ timeout: 50_000 });
}

const countOf = async (page: Page, label: string) =>
  Number(/\d+/.exec(await page.getByRole('button', { name: new RegExp(`\\d\\s*${label}$`) }).innerText())?.[0]);

test.each(importFiles.map((file) => [file.format, file] as const))(
  '%s is told from what is in it, and comes in through the page',
  async (_, { name, text, said, rows, refused, sample }) => {
    const { page } = alice;
    const real = `${process.env.COMMONPLACE_DATA ?? ''}/bookmarks/${sample}`;
    const given = sample !== undefined && process.env.COMMONPLACE_DATA !== undefined && existsSync(real);
    const before = (await savesOf('alice')).length;

    await page.goto('/import');
    await choose(page, name, text);
    await page.getByText(`Found: ${said}`).waitFor();
    await page.getByText(`${rows} row`, { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Start the import' }).click();
    await ended(page, rows);

    expect(await countOf(page, 'Refused')).toBe(refused);
    const saved = await countOf(page, 'Saved');
    expect(saved).toBe(rows - refused);
    expect((await savesOf('alice')).length - before).toBe(saved);

    if (given) {
      await page.goto('/import');
      await choose(page, name, readFileSync(real, 'utf8'));
      await page.getByText(`Found: ${said}`).waitFor();
      await page.getByRole('button', { name: 'Start the import' }).click();
      await page
        .getByRole('status')
        .getByText(/^Done: /)
        .waitFor({ timeout: 50_000 });
      expect(await countOf(page, 'Saved')).toBeGreaterThan(0);
    }
  },
);

test('what a browser exports is private unless its owner wants it seen, and nothing is fetched', async () => {
  const bob = await visitor(browser, system, { phone: true });
  await signUp(bob, 'bobby');
  const asked: string[] = [];
  bob.page.on('request', (request) => asked.push(request.url()));
  const [netscape] = importFiles;

  await bob.page.goto('/import');
  await choose(bob.page, 'bookmarks.html', netscape?.text ?? '');
  await bob.page.getByText('Who may see what comes in?').waitFor();
  expect(await bob.page.getByRole('radio', { name: /^Only me/ }).isChecked()).toBe(true);
  expect(await bob.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await bob.page.getByRole('button', { name: 'Start the import' }).click();
  await ended(bob.page, netscape?.rows ?? 0);

  const saves = await savesOf('bobby');
  expect(saves.length).toBeGreaterThan(0);
  expect(saves.every((save) => save.private === true)).toBe(true);
  expect(
    asked.filter((url) => !url.startsWith(system.url) && !url.startsWith('blob:') && !/cognito|127\.0\.0\.1/.test(url)),
  ).toEqual([]);
  expect(bob.complaints).toEqual([]);
  await bob.page.waitForLoadState('networkidle');
  await bob.leave();
});

test('a file can be dropped on the page, and refused rows be corrected and brought again', async () => {
  const { page } = alice;
  await page.goto('/import');
  const text = `Book Id,Title,Author,My Rating,Exclusive Shelf\n,=Uncounted,A. Writer,4,read\n77,Counted,A. Writer,,to-read\n`;
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'dropped.csv', { type: 'text/csv' }));
    return data;
  }, text);
  await page.getByLabel('Your file').dispatchEvent('drop', { dataTransfer: transfer });
  await page.getByText('Found: a library from Goodreads').waitFor();
  expect(await page.getByRole('radio', { name: /^Everyone/ }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Start the import' }).click();
  await ended(page, 2);
  expect(await countOf(page, 'Refused')).toBe(1);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download 1 refused row to correct' }).click(),
  ]);
  const table = readFileSync(await download.path(), 'utf8');
  expect(table).toContain(`"'=Uncounted"`);
  const [heading = '', row = ''] = table.replace('\ufeff', '').split('\r\n');
  const column = heading.split(',').indexOf('"isbn"');
  const mended = row.split('","').map((cell, at) => (at === column ? '9780141439518' : cell));
  await page.getByRole('link', { name: 'Import another file' }).click();
  await choose(page, 'to-correct.csv', [heading, mended.join('","')].join('\r\n'));
  await page.getByText('Found: a table as this site writes it').waitFor();
  await page.getByRole('button', { name: 'Start the import' }).click();
  await ended(page, 1);

  expect(await countOf(page, 'Saved')).toBe(1);
  await page.getByText('1 review was posted.').waitFor();
  await system.drain();
  expect((await audit()).differences).toEqual([]);
  expect([...alice.complaints, ...system.faults]).toEqual([]);
});

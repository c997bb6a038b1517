import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { jobIn } from '#tests/worlds/proposal.ts';
import { addLink, signUp, type Visitor, visitor } from './visitor.ts';

let system: TestSystem;
let browser: Browser;
beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem({ site: true }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

const shots = process.env.SCREENSHOTS;
async function look({ page }: Visitor, name: string) {
  if (!shots) return;
  for (const [width, height] of [
    [1280, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('a newcomer proposes a better title; nobody objects, so it is made by itself; and it is taken back', async () => {
  const [alice, bob] = await Promise.all([visitor(browser, system), visitor(browser, system)]);
  await signUp(alice, 'alice');
  const item = await addLink(alice, 'https://example.org/gutenberg', 'Gutemberg');

  await signUp(bob, 'bob');
  const { page } = bob;
  await page.goto(item);
  await page.getByRole('link', { name: 'Proposals' }).first().click();
  await page.getByText('Nothing is proposed about it').waitFor();
  await look(bob, 'item-proposals');
  await page.getByRole('link', { name: 'A better title' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Gutenberg');
  await page.getByText('It applies by itself after 1 hour').waitFor();
  await look(bob, 'propose-title');
  await page.getByRole('textbox', { name: 'Why' }).fill('It is spelled with an n.');
  await page.getByRole('button', { name: 'Propose it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Gutemberg → Gutenberg' }).waitFor();
  await page.getByText('unless somebody blocks it or more are against it').first().waitFor();
  const address = new URL(page.url()).pathname;
  await look(bob, 'proposal-open');

  // Alice sees it among the open ones, asks for a block, and thinks better of it.
  await system.drain();
  await alice.page.goto('/proposals');
  await look(alice, 'proposals');
  await alice.page.getByRole('link', { name: 'Gutemberg → Gutenberg' }).click();
  await alice.page.getByRole('heading', { level: 1, name: 'Gutemberg → Gutenberg' }).waitFor();
  await alice.page.getByRole('radio', { name: /^Block/ }).check();
  await alice.page.getByRole('button', { name: 'Vote' }).click();
  await alice.page.getByText('Say why it must not happen.').waitFor();
  await alice.page.getByRole('textbox', { name: 'Why' }).fill('Is it not with an m?');
  await alice.page.getByRole('button', { name: 'Vote' }).click();
  await alice.page.getByText('It is blocked. It is refused on').waitFor();
  await look(alice, 'proposal-blocked');
  await alice.page.getByRole('radio', { name: /^For/ }).check();
  await alice.page.getByRole('textbox', { name: 'Why' }).fill('I looked it up: you are right.');
  await alice.page.getByRole('button', { name: 'Change my vote' }).click();
  await alice.page.getByText('2 for, 0 against').waitFor();

  await system.drain();
  expect(await jobIn(0.5)).toMatchObject({ decided: 0 });
  expect(await jobIn(2)).toMatchObject({ decided: 1, failed: 0 });
  await page.goto(address);
  await page.getByText(/^Applied: nobody’s block stood/).waitFor();
  await look(bob, 'proposal-applied');
  await page.getByRole('link', { name: 'revision 2' }).click();
  await page.getByRole('link', { name: '@bob' }).first().waitFor();
  await page.goto(item);
  await page.getByRole('heading', { level: 1, name: 'Gutenberg' }).waitFor();

  await alice.page.goto(address);
  await alice.page.getByRole('link', { name: 'See the change, or take it back' }).click();
  const undo = alice.page.getByRole('button', { name: 'Undo this change' });
  await undo.click();
  await alice.page.getByLabel(/^Why/).fill('It was right.');
  await undo.click();
  await alice.page.getByText('It is undone.').waitFor();
  await expect
    .poll(async () => {
      await system.drain();
      await page.goto(address);
      return page.getByTestId('fate').innerText();
    })
    .toContain('Reverted');
  await page.goto(item);
  await page.getByRole('heading', { level: 1, name: 'Gutemberg' }).waitFor();
  expect([...alice.complaints, ...bob.complaints, ...system.faults]).toEqual([]);
});

test('a line of an edit is talked about where it stands; a new version keeps what others changed, and what is said', async () => {
  const [carol, dave] = await Promise.all([visitor(browser, system), visitor(browser, system, { phone: true })]);
  await signUp(carol, 'carol');
  await carol.page.goto('/submit?kind=article');
  await carol.page.getByLabel('Title').fill('Arches');
  await carol.page.getByRole('button', { name: 'Look for it' }).click();
  await carol.page.getByLabel(/^Text/).fill('Stone\n\nSteel\n\nWood');
  await carol.page.getByRole('button', { name: 'Add the article' }).click();
  await carol.page.getByRole('heading', { level: 1, name: 'Arches' }).waitFor();
  const item = new URL(carol.page.url()).pathname;

  await signUp(dave, 'davey');
  const { page } = dave;
  await page.goto(`/proposals/new?what=edit&item=${item.slice(3)}`);
  await page.getByLabel(/^Text/).fill('Stone, hewn\n\nSteel\n\nWood');
  // What is written is kept.
  await page.reload();
  await expect.poll(() => page.getByLabel(/^Text/).inputValue()).toContain('hewn');
  await page.getByRole('textbox', { name: 'Why' }).fill('It is hewn.');
  await page.getByRole('button', { name: 'Propose it' }).click();
  await page.waitForURL(/\/proposals\/\w{12}$/);
  const address = new URL(page.url()).pathname;

  await carol.page.goto(address);
  await carol.page.getByRole('button', { name: 'Comment on line 1' }).click();
  await carol.page.keyboard.type('By whom?');
  await carol.page.keyboard.press('Control+Enter');
  const change = (who: Visitor) => who.page.getByRole('region', { name: 'What would change' });
  await change(carol).getByRole('paragraph').filter({ hasText: 'By whom?' }).waitFor();
  // Side by side as well, each line beside what it becomes, with what is said of it; from the first HTML on.
  const first = await (await fetch(new URL(`${address}?view=sides`, system.url))).text();
  expect(first.match(/id="(?:line|was)-1"/g)?.sort()).toEqual(['id="line-1"', 'id="was-1"']);
  await change(carol).getByRole('link', { name: 'Side by side' }).click();
  await carol.page.waitForURL(/\?view=sides$/);
  await change(carol).getByText('On line 1', { exact: true }).waitFor();
  await change(carol).getByRole('paragraph').filter({ hasText: 'By whom?' }).waitFor();
  await carol.page.getByRole('button', { name: 'Comment on former line 1' }).click();
  await carol.page.keyboard.type('Short and right.');
  await look(carol, 'proposal-sides');
  await carol.page.keyboard.press('Control+Enter');
  await change(carol).getByText('On former line 1', { exact: true }).waitFor();
  await change(carol).getByRole('paragraph').filter({ hasText: 'Short and right.' }).waitFor();
  await system.drain();
  await page.goto(`${address}?view=sides`);
  await change(dave).getByRole('paragraph').filter({ hasText: 'Short and right.' }).waitFor();
  await look(dave, 'proposal-sides-phone');
  await carol.page.goto(`${item}/edit`);
  await carol.page.getByLabel(/^Text/).fill('Stone\n\nSteel\n\nWood, dry');
  await carol.page.getByRole('button', { name: 'Save the changes' }).click();
  await carol.page.getByText('Wood, dry').waitFor();
  await system.drain();

  await page.goto(address);
  await change(dave).getByRole('paragraph').filter({ hasText: 'By whom?' }).waitFor();
  await page.getByRole('link', { name: 'Send a new version' }).click();
  const text = page.getByLabel(/^Text/);
  await expect.poll(() => text.inputValue()).toBe('Stone, hewn\n\nSteel\n\nWood, dry');
  await text.fill('Ahead\n\nStone, hewn\n\nSteel\n\nWood, dry');
  // Where somebody edits the page while it is being written, both are there.
  await carol.page.goto(`${item}/edit`);
  await carol.page.getByLabel(/^Text/).fill('Stone\n\nSteel\n\nWood, dry\n\nGlass');
  await carol.page.getByRole('button', { name: 'Save the changes' }).click();
  await carol.page.getByText('Glass').waitFor();
  await system.drain();
  await page.reload();
  await expect.poll(() => text.inputValue()).toBe('Ahead\n\nStone, hewn\n\nSteel\n\nWood, dry\n\nGlass');
  await page.getByRole('button', { name: 'Send the new version' }).click();
  await page.waitForURL((url) => url.pathname === address);
  // It went two lines down with its line.
  await change(dave).getByRole('button', { name: 'Comment on line 3, 1 comment' }).waitFor();
  await change(dave).getByRole('link', { name: 'Line 1', exact: true }).waitFor();
  expect(await change(dave).getByText('dry').locator('xpath=ancestor-or-self::del').count()).toBe(0);
  expect([...carol.complaints, ...dave.complaints, ...system.faults]).toEqual([]);
});

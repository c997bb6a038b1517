import { expect, test } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { browser, startSite, system } from './site.ts';
import { signUp, type Visitor, visitor } from './visitor.ts';

startSite();

const shot = async ({ page }: Visitor, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};
const text = [
  '# Why bridges stand',
  '',
  'An arch carries by *pressing*.',
  '',
  '## Stone',
  '',
  'Stone takes pressure well. See [[#bridges]] and [[@alice]].',
  '',
  '## Steel',
  '',
  'Steel takes pull.',
  '',
  '## Wood',
  '',
  'Wood is light.',
  '',
  '| Stone | Steel |',
  '|:--|--:|',
  '| presses | pulls |',
].join('\n');

test('an article is written by two at once: what touches is settled in the page, and nothing is lost', async () => {
  const alice = await visitor(browser, system);
  const bob = await visitor(browser, system, { phone: true });
  await Promise.all([signUp(alice, 'alice'), signUp(bob, 'bobby')]);

  await alice.page.goto('/submit?kind=article');
  await alice.page.getByLabel('Title').fill('Bridges');
  await alice.page.getByRole('button', { name: 'Look for it' }).click();
  await alice.page.getByLabel(/^Text/).fill(text);
  await alice.page.getByRole('button', { name: 'Preview' }).click();
  await alice.page.getByRole('region', { name: 'Preview' }).getByRole('link', { name: '#bridges' }).waitFor();
  await shot(alice, 'submit');
  await alice.page.getByRole('button', { name: 'Add the article' }).click();
  await alice.page.getByRole('heading', { level: 1, name: 'Bridges' }).waitFor();
  await alice.page.getByRole('heading', { name: 'Steel' }).waitFor();
  const path = new URL(alice.page.url()).pathname;
  await alice.page.getByRole('region', { name: 'Table: Stone, Steel' }).getByRole('cell', { name: 'pulls' }).waitFor();
  await shot(alice, 'article');
  // Whoever comes without a script reads it whole, with what is in it.
  const html = await (await fetch(new URL(path, system.url))).text();
  for (const part of [
    'An arch carries by <em>pressing</em>',
    'href="#s-steel"',
    'href="/t/bridges"',
    '<th scope="col"',
  ])
    expect(html).toContain(part);

  // Both begin with the same revision.
  for (const { page } of [alice, bob]) {
    await page.goto(`${path}/edit`);
    await page.getByLabel(/^Text/).waitFor();
  }
  const save = ({ page }: Visitor) => page.getByRole('button', { name: 'Save the changes' }).click();
  await alice.page.getByLabel(/^Text/).fill(text.replace('takes pull', 'takes pull and pressure'));
  await alice.page.getByRole('button', { name: 'What you changed' }).click();
  const changed = alice.page.getByRole('region', { name: 'What you changed' });
  await changed.locator('ins', { hasText: 'and pressure' }).waitFor();
  await alice.page.getByRole('button', { name: 'Hide what you changed' }).click();
  await alice.page.getByLabel(/What did you change/).fill('Steel takes both');
  await save(alice);
  await alice.page.getByText('takes pull and pressure').waitFor();

  const mine = text.replace('takes pull', 'takes pull, mostly').replace('is light', 'is light, and burns');
  await bob.page.getByLabel(/^Text/).fill(mine);
  await shot(bob, 'edit-phone');
  await save(bob);
  await bob.page.getByText('Somebody saved before you').waitFor();
  await bob.page.getByText('Place 1 of 1 in the text').waitFor();
  await bob.page.getByText('Both texts side by side').click();
  await shot(bob, 'conflict-phone');
  // A reload loses nothing: what was written is still there, on the revision it began with.
  await bob.page.reload();
  await bob.page.getByText('This is what you were writing here').waitFor();
  expect(await bob.page.getByLabel(/^Text/).inputValue()).toBe(mine);
  await save(bob);
  await bob.page.getByRole('radio', { name: 'Both, theirs first' }).check();
  await bob.page.getByRole('button', { name: 'Put it together and look at it' }).click();
  const settled = await bob.page.getByLabel(/^Text/).inputValue();
  for (const part of ['takes pull and pressure.', 'takes pull, mostly.', 'is light, and burns.'])
    expect(settled).toContain(part);
  await save(bob);
  await bob.page.getByText('is light, and burns.').waitFor();
  await bob.page.getByRole('link', { name: 'who wrote which line' }).click();
  await bob.page.getByText('@bobby: 2 lines').waitFor();
  await shot(bob, 'authors-phone');

  await alice.page.goto(`${path}/history`);
  await alice.page.getByText('Steel takes both').waitFor();
  await shot(alice, 'history');
  await alice.page.getByRole('link', { name: 'What revision 3 changed' }).click();
  await alice.page.locator('ins', { hasText: ', and burns' }).waitFor();
  await shot(alice, 'diff');
  await alice.page.getByRole('link', { name: 'Side by side' }).click();
  await shot(alice, 'diff-sides');
  await alice.page.getByRole('button', { name: 'Undo this change' }).click();
  await alice.page.getByLabel(/Why/).fill('It does not burn');
  await alice.page.getByRole('button', { name: 'Undo this change' }).click();
  await alice.page.waitForURL((url) => url.pathname === path);
  await alice.page.getByRole('heading', { name: 'Steel' }).waitFor();
  await alice.page.getByText('Steel takes pull and pressure.').waitFor();
  expect(await alice.page.getByText('and burns').count()).toBe(0);
  // Notes of something else, by somebody who did not add it, and a link that leads back.
  const dark = await visitor(browser, system, { phone: true, dark: true });
  await dark.page.goto(`${path}/history`);
  await dark.page.getByText('undid a change').waitFor();
  await shot(dark, 'history-dark-phone');
  await dark.page.goto(`${path}/diff/1/3?view=sides`);
  await dark.page.locator('ins').first().waitFor();
  await shot(dark, 'diff-dark-phone');
  await system.drain();
  expect((await audit()).differences).toEqual([]);
  for (const { complaints } of [alice, bob, dark]) expect(complaints).toEqual([]);
  expect(system.faults).toEqual([]);
});

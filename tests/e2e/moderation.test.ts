import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { jobIn } from '#tests/worlds/proposal.ts';
import { addLink, signUp, type Visitor, visitor } from './visitor.ts';

let system: TestSystem;
let browser: Browser;
let ann: Visitor;
let bob: Visitor;
let item: string;

/** ann took the first handle and added a link, which bob reviewed. */
beforeAll(async () => {
  system = await startTestSystem({ site: true });
  browser = await launchBrowser();
  ann = await visitor(browser, system, { phone: true });
  await signUp(ann, 'annette');
  item = await addLink(ann, 'https://example.org/moderated', 'A link with a review');
  bob = await visitor(browser, system);
  await signUp(bob, 'bobby');
  await bob.page.goto(item);
  await bob.page.getByRole('radio', { name: '5 stars' }).first().check({ force: true });
  await bob.page.getByLabel(/^Your review/).fill('Buy mine, it is better.');
  await bob.page.getByRole('button', { name: 'Post the review' }).click();
  await bob.page.getByRole('article', { name: 'Review by @bobby' }).waitFor();
  await system.drain();
});
afterAll(async () => {
  await ann?.leave();
  await bob?.leave();
  await browser?.close();
  await system?.stop();
});

const flag = async ({ page }: Visitor) => {
  await page.goto(item);
  await page.getByRole('button', { name: 'Flag the review by @bobby' }).click();
  await page.getByRole('radio', { name: 'Spam or advertising' }).check();
  await page.getByRole('button', { name: 'Flag it' }).click();
};

test('two flags fold a review, which its author appeals against; the log tells of it', async () => {
  await flag(ann);
  await ann.page.getByText('Flagged.', { exact: true }).waitFor();
  await system.drain();
  // The first here is the steward, who reads what is flagged before it is folded.
  await ann.page.goto('/moderation');
  await ann.page.getByRole('heading', { level: 2, name: 'Flagged, not folded' }).waitFor();
  await ann.page.getByText('What they said', { exact: true }).click();
  await ann.page.getByText(/^Spam or advertising, /).waitFor();
  const cleo = await visitor(browser, system);
  await signUp(cleo, 'cleopatra');
  await flag(cleo);
  await cleo.page.getByText(/there are enough, and it is folded/).waitFor();
  await system.drain();
  await cleo.page.reload();
  const line = cleo.page.getByText(/A review by @bobby folded by 2 flags: spam\./);
  await line.waitFor();
  expect(await cleo.page.getByText('Buy mine, it is better.').isVisible()).toBe(false);
  await line.click();
  await cleo.page.getByText('Buy mine, it is better.').waitFor();
  await cleo.page.getByRole('link', { name: 'Why, and what you think of it' }).click();
  await cleo.page.getByText(/2 flags that weighed 2 of the 2 it takes: spam \(2\)/).waitFor();
  await cleo.page.getByRole('button', { name: 'Disagree' }).click();
  await cleo.page.getByText(/Your flag counts already/).waitFor();
  const act = new URL(cleo.page.url()).pathname;

  await bob.page.goto(act);
  await bob.page.getByText(/This is about something of yours/).waitFor();
  await bob.page.getByRole('link', { name: 'Appeal against it' }).click();
  await bob.page.getByRole('textbox', { name: 'Why' }).fill('I sell nothing.');
  await bob.page.getByRole('button', { name: 'Appeal' }).click();
  await bob.page.waitForURL(/\/proposals\/\w{12}$/);
  const appeal = new URL(bob.page.url()).pathname;

  // It takes somebody besides him: his own word alone does not pass it.
  await system.drain();
  expect(await jobIn(2)).toMatchObject({ decided: 0, waiting: 1 });
  await ann.page.goto(appeal);
  await ann.page.getByRole('radio', { name: /^For/ }).check();
  await ann.page.getByRole('button', { name: 'Vote' }).click();
  await ann.page.getByText('2 for, 0 against').waitFor();
  await system.drain();
  expect(await jobIn(2)).toMatchObject({ decided: 1, failed: 0 });
  await bob.page.goto(appeal);
  await bob.page
    .getByText(/^Applied/)
    .first()
    .waitFor();

  await system.drain();
  await cleo.page.goto(item);
  await cleo.page.getByText('Buy mine, it is better.').waitFor();
  expect(await line.count()).toBe(0);
  await bob.page.goto('/moderation');
  const log = bob.page.getByRole('listitem').filter({ hasText: 'A review of A link with a review' });
  await log.filter({ hasText: /unfolded/i }).waitFor();
  expect(await log.count()).toBe(2);
  await cleo.leave();
});

test('who is banned is told before they write, and what they still can do; nobody else is', async () => {
  const dan = await visitor(browser, system, { phone: true, dark: true });
  await signUp(dan, 'danny');
  await ann.page.goto('/@danny');
  await ann.page.getByText('Ban @danny (steward)').click();
  await ann.page.getByLabel('Why').fill('The same link, forty times.');
  await ann.page.getByRole('button', { name: 'Ban', exact: true }).click();
  await ann.page.getByText(/^Banned from writing until/).waitFor();
  await system.drain();

  const { page } = dan;
  const note = page.getByText(/^You are banned from writing until \d{4}-\d\d-\d\d$/);
  for (const path of ['/submit', `${item}/edit`, `${item}/talk`, '/account', '/proposals/new?what=parameters']) {
    await page.goto(path);
    await note.waitFor();
    await page.getByText('The same link, forty times.').waitFor();
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/ban${path.replaceAll(/[/?=]/g, '-')}.png` });
  }
  // What they may is not announced as refused, and is sent.
  await page.getByRole('link', { name: 'appeal' }).click();
  await page.getByRole('textbox', { name: 'Why' }).fill('It was twice.');
  expect(await note.count()).toBe(0);
  await page.getByRole('button', { name: 'Appeal' }).click();
  await page.waitForURL(/\/proposals\/\w{12}$/);

  await ann.page.goto(`${item}/talk`);
  await ann.page.getByRole('textbox').first().waitFor();
  expect(await ann.page.getByText(/You are banned/).count()).toBe(0);
  expect(dan.complaints).toEqual([]);
  await dan.leave();
});

test('anyone reads how far somebody is trusted, and why', async () => {
  await bob.page.goto('/@bobby/trust');
  await bob.page.getByRole('heading', { level: 1, name: 'Trust in @bobby' }).waitFor();
  await bob.page.getByText('May edit directly').waitFor();
  await bob.page.getByRole('link', { name: 'How trust works' }).click();
  await bob.page.getByRole('heading', { level: 3, name: /0 people and more: a young site — in force/ }).waitFor();
});

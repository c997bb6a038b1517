import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { browser, startSite, system } from './site.ts';
import { addLink, signUp, visitor } from './visitor.ts';

startSite();

const flaws = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

test('two people talk about an item, deep and in place, and everybody reads it', async () => {
  const alice = await visitor(browser, system);
  const bob = await visitor(browser, system, { phone: true });
  await signUp(alice, 'alice');
  await signUp(bob, 'bobby');
  const item = await addLink(alice, 'https://example.org/talk', 'Worth talking about');
  await alice.page.getByRole('link', { name: 'Talk' }).first().click();
  await alice.page.getByRole('heading', { level: 1, name: 'Worth talking about' }).waitFor();
  await alice.page.getByText('Nobody has said anything yet.').waitFor();

  // It stands there at once; Ctrl and Enter send it.
  const box = alice.page.getByLabel('Say something');
  await box.fill('What do *you* make of it, @bobby?');
  await box.press('Control+Enter');
  const said = alice.page.getByRole('article').filter({ hasText: 'make of it' });
  await said.getByRole('button', { name: 'Withdraw' }).waitFor();
  await system.drain();

  await bob.page.goto(`${item}/talk`);
  const question = bob.page.getByRole('article').filter({ hasText: 'make of it' }).first();
  expect(await question.getByRole('link', { name: '@bobby' }).getAttribute('href')).toBe('/@bobby');
  await question.getByRole('button', { name: /Vote up/ }).click();
  await question.getByRole('button', { name: /Vote up/, pressed: true }).waitFor();
  // What is written is kept where somebody steps aside.
  await question.getByRole('button', { name: 'Reply' }).click();
  await bob.page.getByLabel('Answer @alice').fill('Draft of an answer');
  await bob.page.goto('/');
  await bob.page.goto(`${item}/talk`);
  await question.getByRole('button', { name: 'Reply' }).click();
  expect(await bob.page.getByLabel('Answer @alice').inputValue()).toBe('Draft of an answer');
  await bob.page.getByLabel('Answer @alice').fill('A great deal.');
  await question.getByRole('button', { name: 'Reply' }).last().click();
  await bob.page.getByRole('paragraph').filter({ hasText: 'A great deal.' }).waitFor();
  await bob.page.getByLabel('Answer @alice').waitFor({ state: 'detached' });
  await system.drain();

  // Deeper and deeper: it stays readable, and goes on elsewhere at last.
  const address = new URL(`/api/threads${item.replace('/i/', '/items/')}`, system.url);
  const top = (await (await fetch(address)).json()) as { page: { entries: { first: { id: string }[] }[] } };
  let parent = top.page.entries[0]?.first[0]?.id ?? '';
  const { accessToken } = await system.signUp('alice@example.org');
  for (let depth = 2; depth < 12; depth++) {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text: `Depth ${depth}, said at some length so that lines break`, parent }),
    });
    parent = ((await answer.json()) as { comment: { id: string } }).comment.id;
  }
  await system.drain();
  await bob.page.goto(`${item}/talk`);
  // Before the page is alive these are links to pages of their own.
  await bob.page.getByLabel('Say something').waitFor();
  // What is opened comes with its first reply.
  for (const depth of [3, 5, 7]) {
    await bob.page.getByRole('link', { name: '1 reply' }).last().click();
    await bob.page.getByText(`Depth ${depth},`).waitFor();
  }
  await bob.page.getByRole('link', { name: '1 reply' }).last().click();
  const deep = await bob.page.getByText('Depth 7,').boundingBox();
  expect(deep?.width).toBeGreaterThan(200);
  expect(await bob.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  if (process.env.SHOTS) await bob.page.screenshot({ path: `${process.env.SHOTS}/deep-390.png`, fullPage: true });
  expect(await flaws(bob.page)).toEqual([]);
  await bob.page.getByRole('link', { name: 'Continue this thread' }).click();
  await bob.page.getByText('Depth 10,').waitFor();
  await bob.page.getByRole('list', { name: 'What it answers' }).waitFor();
  expect(await flaws(bob.page)).toEqual([]);
  if (process.env.SHOTS) await bob.page.screenshot({ path: `${process.env.SHOTS}/comment-390.png`, fullPage: true });

  // Folded with all below, opened again, reworded, withdrawn.
  await alice.page.goto(`${item}/talk`);
  await alice.page.getByText('A great deal.').waitFor();
  await alice.page.getByLabel('Say something').waitFor();
  if (process.env.SHOTS) await alice.page.screenshot({ path: `${process.env.SHOTS}/talk-1280.png`, fullPage: true });
  await alice.page.getByRole('button', { name: 'Fold the comment by @alice' }).first().click();
  await alice.page.getByText('A great deal.').waitFor({ state: 'detached' });
  await alice.page.getByRole('button', { name: 'Open the comment by @alice' }).click();
  await said.first().getByRole('button', { name: 'Edit' }).first().click();
  await alice.page.getByLabel('Your comment').fill('What do you all make of it?');
  await alice.page.getByRole('button', { name: 'Save the changes' }).click();
  await alice.page.getByText('you all make').waitFor();
  await system.drain();
  await alice.page.reload();
  await alice.page.getByRole('button', { name: 'edited' }).first().click();
  await alice.page.getByRole('region', { name: 'Earlier wordings' }).getByText('make of it, @bobby').waitFor();
  await alice.page.getByRole('button', { name: 'Withdraw' }).first().click();
  await alice.page.getByRole('button', { name: 'Withdraw it, with its history' }).click();
  await alice.page.getByText('This comment was withdrawn.').waitFor();
  // It stands there at once; this is said when it is done.
  await alice.page.getByText('Your comment was withdrawn.').waitFor();
  await system.drain();

  // Whoever has no scripts reads the same.
  const html = await (await fetch(new URL(`${item}/talk`, system.url))).text();
  expect(html).toContain('A great deal.');
  expect(html).not.toContain('you all make');
  const feed = await (await fetch(new URL(`/feeds/atom/talk/items/${item.slice(3)}`, system.url))).text();
  expect(feed).toContain('Depth 11');
  expect([...alice.complaints, ...bob.complaints, ...system.faults]).toEqual([]);
  expect((await audit()).differences).toEqual([]);
  await alice.leave();
  await bob.leave();
});

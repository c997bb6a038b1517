import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { browser, startSite, system } from './site.ts';
import { signUp, visitor } from './visitor.ts';

startSite();

const flaws = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
const isWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

/** Adds a place through the operation, and answers the address of its page. */
async function addPlace(): Promise<string> {
  const { accessToken } = await system.signUp('alice@example.org');
  const fields = { name: 'Café Central', position: { latitude: 48.21, longitude: 16.365 } };
  const answer = await fetch(`${system.url}/api/items`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'place', fields }),
  });
  return `/i/${((await answer.json()) as { item: { id: string } }).item.id}`;
}

test('on a phone: ask about a place, answer, find the best answer first, leave a tip, say that you were here', async () => {
  const alice = await visitor(browser, system, { phone: true });
  const bob = await visitor(browser, system, { phone: true, dark: true });
  await signUp(alice, 'alice');
  await signUp(bob, 'bobby');
  const place = await addPlace();
  await system.drain();

  // Asked where one stands, and there at once.
  await alice.page.goto(place);
  await alice.page.getByRole('button', { name: 'Ask a question' }).click();
  await alice.page.getByLabel('Ask a question').fill('Is there a table for ten?');
  await alice.page.getByRole('button', { name: 'Ask', exact: true }).click();
  const asked = alice.page.getByRole('article').filter({ hasText: 'table for ten' }).last();
  await asked.getByRole('button', { name: 'Withdraw' }).waitFor();
  await alice.page.getByRole('button', { name: 'Leave a short tip' }).click();
  await alice.page.getByLabel('Leave a short tip').fill('Go before nine.');
  await alice.page.getByText('185 characters left').waitFor();
  await alice.page.getByRole('button', { name: 'Give the tip' }).click();
  const tip = alice.page.getByRole('article').filter({ hasText: 'before nine' }).last();
  await tip.getByRole('button', { name: 'Withdraw' }).waitFor();
  expect(await tip.getByRole('button', { name: /Reply|Answer/ }).count()).toBe(0);

  // One press, for oneself alone; another takes it back, a third says it to everybody.
  await alice.page.getByLabel('only I see it').check();
  await alice.page.getByRole('button', { name: 'I was here' }).click();
  await alice.page.getByRole('button', { name: 'You were here today', pressed: true }).waitFor();
  await alice.page.getByText('Only you see it.').waitFor();
  await bob.page.goto(place);
  await bob.page.getByRole('button', { name: 'I was here' }).click();
  const here = bob.page.getByRole('button', { name: 'You were here today' });
  await here.click();
  await bob.page.getByRole('button', { name: 'I was here' }).click();
  await here.waitFor();
  await system.drain();

  // Two answers: the one that helped stands first, in the list and on the question's own page.
  await bob.page.goto(place);
  await bob.page.getByText('1 person says they were here').waitFor();
  await bob.page.getByRole('link', { name: 'Questions', exact: true }).first().click();
  await bob.page.getByRole('heading', { level: 1, name: 'Café Central' }).waitFor();
  const question = bob.page.getByRole('article').filter({ hasText: 'table for ten' }).first();
  for (const text of ['I do not know.', 'Yes, in the back room.']) {
    await question.getByRole('button', { name: 'Answer' }).first().click();
    await bob.page.getByLabel('Answer @alice').fill(text);
    await question.getByRole('button', { name: 'Answer' }).last().click();
    await question.getByRole('paragraph').filter({ hasText: text }).waitFor();
    await bob.page.getByLabel('Answer @alice').waitFor({ state: 'detached' });
  }
  await system.drain();
  await alice.page.goto('/notifications');
  await alice.page.getByRole('link', { name: 'answered you' }).first().waitFor();
  await alice.page.goto(`${place}/questions`);
  await alice.page.getByRole('link', { name: 'All 2 answers' }).click();
  const best = alice.page.getByRole('article').filter({ hasText: 'back room' }).last();
  await best.getByRole('button', { name: /Vote up/ }).click();
  await best.getByRole('button', { name: /Vote up/, pressed: true }).waitFor();
  await system.drain();

  // Whoever comes without an account reads it at once, without scripts, too.
  const html = await (await fetch(`${system.url}${place}/questions`)).text();
  expect(html).toContain('back room');
  expect(html).not.toContain('I do not know.');
  const guest = await visitor(browser, system, { phone: true });
  await guest.page.goto(`${place}/questions`);
  await guest.page.getByText('Best answer').waitFor();
  expect(await flaws(guest.page)).toEqual([]);
  await guest.page
    .getByRole('article')
    .filter({ hasText: 'table for ten' })
    .first()
    .getByRole('link', { name: /ago|now/ })
    .first()
    .click();
  await guest.page.getByRole('heading', { level: 1, name: 'A question about Café Central' }).waitFor();
  const path = new URL(guest.page.url()).pathname;
  expect(path).toMatch(/^\/questions\//);
  const answers = await guest.page.getByRole('article').getByRole('article').allInnerTexts();
  expect(answers[0]).toContain('back room');
  expect(answers[1]).toContain('I do not know.');
  expect(await flaws(guest.page)).toEqual([]);
  const page = await (await fetch(`${system.url}${path}`)).text();
  const [, data = '{}'] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(page) ?? [];
  expect(JSON.parse(data)).toMatchObject({
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name: 'Is there a table for ten?',
      answerCount: 2,
      suggestedAnswer: [{ text: 'Yes, in the back room.', upvoteCount: 1 }, { upvoteCount: 0 }],
    },
  });
  // What is no question leads to where it is.
  const answerId = /talk\/comments\/(\w{12})/.exec(page)?.[1] ?? '';
  const elsewhere = await fetch(`${system.url}/questions/${answerId}`, { redirect: 'manual' });
  expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([308, `/talk/comments/${answerId}`]);
  for (const each of [`${place}/tips`, `${place}/questions`, place]) {
    await guest.page.goto(each, { waitUntil: 'networkidle' });
    expect.soft(await isWide(guest.page), each).toBe(false);
  }
  const feed = await (await fetch(`${system.url}/feeds/atom${place}/questions`)).text();
  expect(feed).toContain('asks about Café Central');
  expect([...alice.complaints, ...bob.complaints, ...guest.complaints, ...system.faults]).toEqual([]);
  expect((await audit()).differences).toEqual([]);
  for (const one of [alice, bob, guest]) await one.leave();
});

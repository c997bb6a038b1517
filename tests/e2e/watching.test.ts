import { readdirSync, readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { runDigest } from '#functions/notifications/digest/run-digest.ts';
import { audit } from '#functions/projections/audit.ts';
import { as, join } from '#tests/builders/people.ts';
import { edit, say } from '#tests/builders/told.ts';
import { browser, startSite, system } from './site.ts';
import { addLink, signUp, visitor } from './visitor.ts';

startSite();

test('alice is told of an answer and of a change she watches, reviews it, gets a digest and ends it', async () => {
  const alice = await visitor(browser, system, { phone: true });
  const { page } = alice;
  const isFine = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const shot = async (name: string) => {
    if (process.env.SHOTS) await page.screenshot({ path: path(process.env.SHOTS, `${name}.png`), fullPage: true });
  };
  await signUp(alice, 'alice');
  const address = await addLink(alice, 'https://example.org/alices', 'A link of Alice’s');
  await system.drain();
  await page.goto(address);
  await page.getByRole('button', { name: /^Watch / }).click();
  await page.getByRole('button', { name: /^Watching / }).waitFor();
  await shot('item');
  await join('bob');
  const itemId = address.slice(3);
  await say(as('bob'), itemId, 'What do you think, @alice?');
  await edit(as('bob'), itemId, 'A better name');
  await system.drain();

  await page.goto('/');
  const link = page.getByRole('link', { name: /For you/ });
  await link.getByText('1 unread').waitFor();
  await link.click();
  await page.getByText('What do you think, @alice?').waitFor();
  await shot('notifications');
  await isFine();
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await link.getByText('1 unread').waitFor({ state: 'detached' });

  await page.getByRole('link', { name: /^Watching \(2/ }).click();
  const changed = page.getByRole('listitem').filter({ hasText: '@bob edited' });
  await changed.getByText('Called A better name').waitFor();
  await shot('watching');
  await isFine();
  await changed.getByRole('button', { name: /^Seen/ }).click();
  const stored = page.waitForResponse(
    (answer) => answer.url().endsWith('/watching/seen') && !!answer.request().postData()?.includes('until'),
  );
  await page.getByRole('button', { name: 'Mark all as seen' }).click();
  await stored;
  await page.getByRole('button', { name: 'Mark all as seen' }).waitFor({ state: 'detached' });
  await page.reload();
  await changed.waitFor();
  expect(await page.getByRole('button', { name: 'Mark all as seen' }).count()).toBe(0);

  await page.goto('/changes');
  await page.getByRole('button', { name: /^Mark as reviewed/ }).click();
  await page.getByText('Reviewed by @alice').waitFor();
  await shot('changes');
  await isFine();
  await system.drain();
  await page.getByLabel('Not reviewed yet').check();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.waitForURL(/unreviewed=yes/);
  await page.getByText('@alice added').waitFor();
  expect(await page.getByText('Reviewed by @alice').count()).toBe(0);

  await page.goto('/notifications#settings');
  await page.getByLabel('Every day').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Your settings are saved.').waitFor();
  await shot('settings');
  await say(as('bob', new Date(Date.now() + 1000)), itemId, 'And now?');
  await system.drain();
  await runDigest({ getRemainingTimeInMillis: () => 900_000 }, new Date(Date.now() + 86_400_000));
  const folder = process.env.MAIL_DIRECTORY ?? '';
  const [file = ''] = readdirSync(folder);
  const mail = readFileSync(path(folder, file), 'utf8');
  expect(mail).toContain('To: alice@example.org');
  const token = /List-Unsubscribe: <[^>]*\/(\w+)>/.exec(mail)?.[1] ?? '';
  const stranger = await visitor(browser, system);
  await stranger.page.goto(`/unsubscribe/${token}`);
  await stranger.page.getByRole('button', { name: 'End it' }).click();
  await stranger.page.getByText('You get no more digests').waitFor();
  await page.goto('/notifications');
  await page.getByLabel('Never').waitFor();
  expect(await page.getByLabel('Never').isChecked()).toBe(true);

  expect((await audit()).differences).toEqual([]);
  expect([...alice.complaints, ...stranger.complaints, ...system.faults]).toEqual([]);
  await stranger.leave();
  await alice.leave();
});

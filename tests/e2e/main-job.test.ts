import { expect, test } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { browser, startSite, system } from './site.ts';
import { addLink, signUp, titlesOf, visitor } from './visitor.ts';

startSite();

test('sign up, add a link, review it, have it voted on: the order changes, and says why', async () => {
  const alice = await visitor(browser, system);
  const bob = await visitor(browser, system, { phone: true });
  await signUp(alice, 'alice');
  const first = await addLink(alice, 'https://example.org/first', 'The first link');
  await addLink(alice, 'https://example.org/second', 'The second link');

  await alice.page.goto(first);
  await alice.page.getByRole('radio', { name: '4½ stars' }).first().check({ force: true });
  await alice.page.getByLabel(/^Your review/).fill('Clear, and **short**. ||The end is on page two.||');
  await alice.page.getByRole('button', { name: 'Post the review' }).click();
  // Its own author sees it at once, whatever the projector's delay.
  await alice.page.locator('strong', { hasText: 'short' }).first().waitFor();
  expect(await alice.page.getByText('The end is on page two').first().isVisible()).toBe(false);

  await system.drain();
  const [above = '', below = '', ...others] = await titlesOf(bob, '/?order=top');
  expect([above, below].sort()).toEqual(['The first link', 'The second link']);
  expect(others).toEqual([]);

  await signUp(bob, 'bobby');
  // Once the page is alive: before that a press is done later.
  await bob.page.goto('/?order=top', { waitUntil: 'networkidle' });
  const up = bob.page.getByRole('group', { name: `Votes on ${below}` }).getByRole('button', { name: /Vote up/ });
  const taken = bob.page.waitForResponse((response) => response.url().endsWith('/vote'));
  await up.click();
  // Instant on the page, before any answer.
  expect(await up.getAttribute('aria-pressed')).toBe('true');
  expect(await up.innerText()).toContain('1');
  await taken;
  await system.drain();
  expect(await titlesOf(bob, '/?order=top')).toEqual([below, above]);
  // The vote is counted once: neither lost nor shown on top of itself.
  expect(await up.innerText()).toMatch(/\b1\b/);

  const row = bob.page.locator('main ol > li').first();
  await row.getByText('Why is this here?').click();
  const account = await row.locator('dl').innerText();
  expect(account).toContain('up − down');
  expect(account.replace(/\s+/g, ' ')).toMatch(/1 − 0 = 1/);

  await bob.page.goto(first);
  await bob.page
    .getByRole('button', { name: /Useful/ })
    .first()
    .click();
  await bob.page.locator('[aria-pressed=true]', { hasText: 'Useful' }).waitFor();
  const tag = bob.page.getByRole('textbox', { name: 'Add a tag' });
  await tag.fill('Short Reads');
  // It stands there before the server took it.
  const tagged = bob.page.waitForResponse((response) => response.url().endsWith('/tags/short-reads'));
  await tag.press('Enter');
  await bob.page.getByRole('link', { name: /short-reads/ }).waitFor();
  await tagged;
  await system.drain();
  expect(await titlesOf(alice, '/t/short-reads')).toEqual(['The first link']);

  expect((await audit()).differences).toEqual([]);
  expect([...alice.complaints, ...bob.complaints, ...system.faults]).toEqual([]);
  await alice.leave();
  await bob.leave();
});

test('a refused vote goes back to what it was, with a message', async () => {
  const carol = await visitor(browser, system);
  await signUp(carol, 'carol');
  await addLink(carol, 'https://example.org/carols', 'A link of Carol’s');
  await system.drain();
  const eve = await visitor(browser, system);
  await signUp(eve, 'evelyn');
  await eve.page.route('**/vote', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: '/problems/try_again',
        title: 'The system is busy',
        status: 503,
        code: 'try_again',
      }),
    }),
  );
  await eve.page.goto('/?order=new');
  const up = eve.page.getByRole('group', { name: /Votes on A link of Carol/ }).getByRole('button', { name: /Vote up/ });
  await up.click();
  await eve.page.getByText('Your vote was not taken').waitFor();
  expect(await up.getAttribute('aria-pressed')).toBe('false');
  expect(await up.innerText()).toMatch(/\b0\b/);
  await eve.leave();
  await carol.leave();
});

test('who adds what is here already is taken to it', async () => {
  const dora = await visitor(browser, system);
  await signUp(dora, 'dora');
  const path = await addLink(dora, 'https://example.org/there', 'Already there');
  await dora.page.goto('/submit?kind=link');
  await dora.page.getByRole('textbox', { name: 'Address' }).fill('http://www.example.org/there/?utm_source=mail');
  await dora.page.getByRole('button', { name: 'Look for it' }).click();
  await dora.page.getByRole('link', { name: 'Open it' }).click();
  await dora.page.getByRole('heading', { level: 1, name: 'Already there' }).waitFor();
  expect(new URL(dora.page.url()).pathname).toBe(path);
  await dora.leave();
});

test('a deleted account leaves its contributions under “former member”', async () => {
  const finn = await visitor(browser, system);
  await signUp(finn, 'finnegan');
  const path = await addLink(finn, 'https://example.org/finns', 'What Finn left');
  await finn.page.goto('/account');
  await finn.page.getByText('Delete my account…').click();
  await finn.page.getByLabel('Type finnegan to confirm').fill('finnegan');
  await finn.page.getByRole('button', { name: 'Delete my account for good' }).click();
  await finn.page.getByText('Your account is deleted.').waitFor();
  await system.drain();
  await finn.page.goto(path);
  await finn.page.getByRole('heading', { level: 1, name: 'What Finn left' }).waitFor();
  expect(await finn.page.locator('main').innerText()).not.toContain('finnegan');
  await finn.page.goto('/@finnegan');
  await finn.page
    .getByText(/nobody|no one/i)
    .first()
    .waitFor();
  await finn.leave();
});

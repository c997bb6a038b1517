import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browser, startSite, system } from './site.ts';
import { addLink, signUp, type Visitor, visitor } from './visitor.ts';

startSite();

const storageKey = 'commonplace.session';
const signedIn = (page: Page, handle: string) =>
  page
    .getByRole('link', { name: `@${handle}` })
    .first()
    .waitFor();
const signedOut = (page: Page) => page.getByRole('link', { name: 'Sign in', exact: true }).first().waitFor();
const cookieOf = async (page: Page) =>
  (await page.context().cookies(`${system.url}/api/session`)).find(({ name }) => name === 'session');
const renew = (page: Page) => page.evaluate(async () => (await fetch('/api/session', { method: 'POST' })).status);

/** All that a script in the page could find kept. */
const withinReach = (page: Page) =>
  page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]));

/** Opens a page with something of one’s own, which takes a new access token. */
async function askForOwn(who: Visitor): Promise<void> {
  const path = await addLink(who, `https://example.org/${Date.now()}`, 'A page of one’s own');
  const answered = who.page.waitForResponse((response) => response.url().endsWith('/mine'));
  await who.page.goto(path);
  await answered;
}

test('after signing in no script finds the refresh token, in what is kept or in any answer', async () => {
  const ada = await visitor(browser, system);
  const { page } = ada;
  const known: string[] = [];
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    const isSignIn = response.url().startsWith(system.userPool.endpoint);
    const body = response.text().catch(() => '');
    if (isSignIn) void body.then((text) => known.push(...(text.match(/(?<="RefreshToken":")[^"]+/g) ?? [])));
    // The pool’s own answer to the password is the one place where the site meets it, once.
    else bodies.push(body);
  });
  await signUp(ada, 'ada');
  await page.reload();
  await signedIn(page, 'ada');
  await askForOwn(ada);

  const cookie = await cookieOf(page);
  expect(known).toContain(cookie?.value);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/session' });
  const days = ((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400;
  expect(days).toBeGreaterThan(29);
  expect(days).toBeLessThanOrEqual(30);
  const found = [await withinReach(page), await page.content(), ...(await Promise.all(bodies))];
  expect(found.join('')).toContain('"accessToken"');
  for (const token of known) expect(found.filter((text) => text.includes(token))).toEqual([]);
  expect(JSON.parse(await page.evaluate((key) => localStorage.getItem(key) ?? '', storageKey))).toEqual({
    since: expect.any(Number),
    handle: 'ada',
  });
  expect([...ada.complaints, ...system.faults]).toEqual([]);
  await ada.leave();
});

test('the cookie goes to the session’s address and to no other', async () => {
  const ben = await visitor(browser, system);
  const sent: [string, string | undefined][] = [];
  await signUp(ben, 'benny');
  ben.page.on('request', async (request) => {
    sent.push([new URL(request.url()).pathname, (await request.allHeaders()).cookie]);
  });
  await askForOwn(ben);
  await ben.page.goto('/', { waitUntil: 'networkidle' });
  const withCookie = sent.filter(([, cookie]) => cookie !== undefined);
  expect(new Set(withCookie.map(([path]) => path))).toEqual(new Set(['/api/session']));
  expect(sent.length).toBeGreaterThan(withCookie.length);
  await ben.leave();
});

test('signing out in one tab signs out the other, and the token is worth nothing any more', async () => {
  const cleo = await visitor(browser, system);
  await signUp(cleo, 'cleo');
  const other = await cleo.page.context().newPage();
  await other.goto('/');
  await signedIn(other, 'cleo');
  const token = (await cookieOf(other))?.value;
  await cleo.page.goto('/account');
  await cleo.page.getByRole('button', { name: 'Sign out' }).click();
  await cleo.page.getByText('You are signed out.').waitFor();
  await signedOut(cleo.page);
  await signedOut(other);
  expect(await cookieOf(other)).toBeUndefined();
  expect(await renew(other)).toBe(401);
  const copied = await fetch(`${system.url}/api/session`, { method: 'POST', headers: { cookie: `session=${token}` } });
  expect(copied.status).toBe(401);
  expect(await withinReach(other)).not.toContain('handle');
  await cleo.leave();
});

test('who cannot reach the site to sign out is told that they are still signed in', async () => {
  const dean = await visitor(browser, system);
  await signUp(dean, 'deano');
  await dean.page.goto('/account');
  const signOut = dean.page.getByRole('button', { name: 'Sign out' });
  // What the page is made of comes before the connection goes.
  await signOut.waitFor();
  await dean.page.context().setOffline(true);
  await signOut.click();
  await dean.page.getByText('You are still signed in.').waitFor();
  await signedIn(dean.page, 'deano');
  await dean.page.context().setOffline(false);
  expect(await renew(dean.page)).toBe(200);
  await dean.leave();
});

test('while the user pool is away, or asked too much, nobody is signed out', async () => {
  const gail = await visitor(browser, system);
  await signUp(gail, 'gail');
  const path = await addLink(gail, 'https://example.org/gail', 'A page of Gail’s');
  for (const status of [503, 429, 500]) {
    await gail.page.route('**/api/session', (route) => route.fulfill({ status, body: '{}' }));
    const refused = gail.page.waitForResponse((response) => response.status() === status);
    await gail.page.goto(path);
    await refused;
    await signedIn(gail.page, 'gail');
    await gail.page.unrouteAll();
    const renewed = gail.page.waitForResponse((response) => response.url().endsWith('/mine') && response.ok());
    await gail.page.reload();
    await renewed;
    await signedIn(gail.page, 'gail');
  }
  await gail.leave();
});

test('a session of before, whose token stood in the storage, is handed over and removed', async () => {
  const { refreshToken } = await system.signUp('edith@example.org');
  const edith = await visitor(browser, system);
  await edith.page.goto('/');
  await edith.page.evaluate(([key, value]) => localStorage.setItem(key, value), [
    storageKey,
    JSON.stringify({ refreshToken, handle: null }),
  ] as const);
  const answered = edith.page.waitForResponse((response) => response.request().method() === 'POST');
  await edith.page.goto('/choose-handle');
  await edith.page.getByRole('textbox', { name: 'Handle' }).fill('edith');
  await edith.page.getByRole('button', { name: 'Take this handle' }).click();
  expect((await answered).status()).toBe(200);
  await signedIn(edith.page, 'edith');
  expect(await withinReach(edith.page)).not.toContain(refreshToken);
  expect((await cookieOf(edith.page))?.value).toBe(refreshToken);
  await edith.page.reload();
  await signedIn(edith.page, 'edith');
  expect(edith.complaints).toEqual([]);
  await edith.leave();
});

test('with the account the session goes', async () => {
  const faro = await visitor(browser, system);
  await signUp(faro, 'faro');
  await faro.page.goto('/account');
  await faro.page.getByText('Delete my account…').click();
  await faro.page.getByLabel('Type faro to confirm').fill('faro');
  await faro.page.getByRole('button', { name: 'Delete my account for good' }).click();
  await faro.page.getByText('Your account is deleted.').waitFor();
  expect(await cookieOf(faro.page)).toBeUndefined();
  expect(await withinReach(faro.page)).not.toContain('faro');
  await faro.leave();
});

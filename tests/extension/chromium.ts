import { existsSync } from 'node:fs';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { Popup } from './popup.ts';

/** A whole Chromium with the extension in it. */
export type Extended = {
  context: BrowserContext;
  /** A page of the extension, as an address. */
  pageOf: (name: string) => string;
  /** Presses the extension's button on a page, as its user would, and answers what opens. */
  press: (page: Page) => Promise<Popup>;
  stop: () => Promise<void>;
};

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Google's own builds load no extensions from a command line any more; Chromium and Chrome for Testing do. */
function installed(): string {
  const found = [process.env.CHROME_PATH, ...usual].find((path) => path && existsSync(path));
  if (!found)
    throw new Error('No Chromium was found: install one (Debian: apt-get install chromium), or set CHROME_PATH');
  return found;
}

/** Starts it with the extension that lies in a folder. `hosts`: names of sites by where they are on this machine. */
export async function startChromium(folder: string, hosts: Record<string, string>): Promise<Extended> {
  const rules = Object.entries(hosts).map(([name, address]) => `MAP ${name} ${address}`);
  const context = await chromium.launchPersistentContext('', {
    executablePath: installed(),
    // Playwright's own headless mode is that of a shell without extensions.
    headless: false,
    args: [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      '--enable-unsafe-extension-debugging',
      `--host-resolver-rules=${rules.join(',')}`,
    ],
    ignoreDefaultArgs: ['--disable-extensions'],
  });
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('The browser has no session of its own');
  const id = await idOf(context, 'Save to Commonplace');
  return {
    context,
    pageOf: (name) => `chrome-extension://${id}/${name}`,
    press: (page) => press(browser, id, page),
    stop: () => context.close(),
  };
}

/** The id that the browser gave an extension. */
async function idOf(context: BrowserContext, name: string): Promise<string> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  type Installed = { id: string; name: string }[];
  const all = await page.evaluate(
    () =>
      new Promise<Installed>((resolve) => {
        const { developerPrivate } = (globalThis as unknown as { chrome: Record<string, unknown> }).chrome as {
          developerPrivate: { getExtensionsInfo: (options: object, told: (all: Installed) => void) => void };
        };
        developerPrivate.getExtensionsInfo({}, resolve);
      }),
  );
  await page.close();
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`${name} was not loaded: ${JSON.stringify(all)}`);
  return found.id;
}

type Target = { targetId: string; type: string; url: string };

/** The protocol for this is newer than the types of Playwright. */
type Send = (method: string, parameters: object) => Promise<unknown>;

async function press(browser: CDPSession, id: string, page: Page): Promise<Popup> {
  const send = browser.send.bind(browser) as unknown as Send;
  const targets = async (type: string) => {
    const { targetInfos } = (await send('Target.getTargets', { filter: [{ type }] })) as { targetInfos: Target[] };
    return targetInfos;
  };
  await page.bringToFront();
  const tab = (await targets('tab')).find(({ url }) => url === page.url());
  await send('Extensions.triggerAction', { id, targetId: tab?.targetId });
  for (let tries = 0; tries < 100; tries++) {
    const popup = (await targets('page')).find(({ url }) => url.endsWith('/popup.html'));
    if (popup) return Popup.attach(browser, popup.targetId);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('No popup opened');
}

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { startTestSystem, type TestSystem } from '#tests/setup/system.ts';
import { signUp, type Visitor, visitor } from './visitor.ts';

describe('a place, on a phone', () => {
  let system: TestSystem;
  let browser: Browser;
  let alice: Visitor;
  beforeAll(async () => {
    [system, browser] = await Promise.all([startTestSystem({ site: true }), launchBrowser()]);
    alice = await visitor(browser, system, { phone: true });
    await signUp(alice, 'alice');
  });
  afterAll(async () => {
    await alice?.leave();
    await Promise.all([system?.stop(), browser?.close()]);
  });

  it('is added with its hours, which are refused where nobody could read them', async () => {
    const { page } = alice;
    await page.goto('/submit?kind=place');
    await page.getByRole('textbox', { name: 'Name' }).fill('Café Central');
    // Who stands there has it filled in.
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ latitude: 48.2103, longitude: 16.3655, accuracy: 8 });
    await page.getByRole('button', { name: 'I am there now' }).click();
    await page.getByText('Filled in, to about 8 m.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Position' }).inputValue()).toBe('48.21030, 16.36550');
    await page.context().clearPermissions();
    await page.getByRole('combobox', { name: 'What it is' }).selectOption({ label: 'Café' });
    await page.getByRole('textbox', { name: 'Opening hours' }).fill('Mo-Fr nine to five');
    await page.getByRole('combobox', { name: 'Price' }).selectOption({ label: 'Expensive' });
    await page.getByRole('textbox', { name: 'Telephone' }).fill('+43 1 5333763');
    for (const amenity of ['Wi-Fi', 'Takes cards']) await page.getByRole('checkbox', { name: amenity }).check();
    await page.getByRole('button', { name: 'Add the place' }).click();
    await page.getByText(/^This cannot be read after .Mo-Fr.*PH off\.$/).waitFor();
    // Nine to five is not until five in the morning.
    await page.getByRole('textbox', { name: 'Opening hours' }).fill('Mo-Fr 9-5');
    await page.getByRole('button', { name: 'Add the place' }).click();
    await page.getByText('This is not clear at “9-5”: close at 17:00 or at 05:00?').waitFor();

    await page.getByRole('textbox', { name: 'Opening hours' }).fill('24/7');
    await page.getByRole('button', { name: 'Add the place' }).click();
    await page.getByRole('heading', { level: 1, name: 'Café Central' }).waitFor();
  });

  it('says whether it is open, what it costs and what it has, and so does its first HTML', async () => {
    const { page } = alice;
    await page.getByText('Open now').waitFor();
    // Whether it is open stands before what else is known; the week is one tap away.
    expect(await page.getByRole('row').count()).toBe(0);
    await page.getByText('All hours').click();
    for (const text of ['Expensive (3 of 4)', 'Wi-Fi, Takes cards', 'by the clocks there (Europe/Vienna)'])
      await page.getByText(text).waitFor();
    expect(await page.getByRole('row').count()).toBe(7);
    expect(await page.getByRole('link', { name: 'Directions' }).getAttribute('href')).toContain('to=48.2103%2C16.3655');
    expect(await page.getByRole('link', { name: '+43 1 5333763' }).getAttribute('href')).toBe('tel:+4315333763');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    await system.drain();
    const html = await (await fetch(page.url())).text();
    expect(html).toContain('Open now');
    expect(html).toContain('"@type":"CafeOrCoffeeShop"');
    expect(html).toContain('"openingHours":["Mo-Su 00:00-24:00"]');
  });

  it('is edited with what was there, and found nearby', async () => {
    const { page } = alice;
    const address = page.url();
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    expect(await page.getByRole('combobox', { name: 'What it is' }).inputValue()).toBe('cafe');
    expect(await page.getByRole('checkbox', { name: 'Takes cards' }).isChecked()).toBe(true);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole('textbox', { name: 'Opening hours' }).fill('off');
    await page.getByRole('checkbox', { name: 'Takes cards' }).uncheck();
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await page.waitForURL(address);
    await page.getByText('Closed now').waitFor();

    await system.drain();
    const found = await (await fetch(new URL('/api/places?near=48.21,16.365&within=500', system.url))).json();
    // A link of a text by its name leads to it, though only titles of articles are unique.
    await page.goto('/find?value=Caf%C3%A9%20Central');
    await page.getByRole('link', { name: 'Café Central' }).click();
    await page.waitForURL(address);
    expect(found).toMatchObject({ complete: true, places: [{ title: 'Café Central', amenities: ['wifi'] }] });
    expect(alice.complaints).toEqual([]);
    expect(system.faults).toEqual([]);
  });
});

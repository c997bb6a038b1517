import { buildSiteIfOld } from '#infra/build/site.ts';
import { launchBrowser } from './browser.ts';

/** Before any file that shows pages is run, so that no two of them build the site, or unpack the browser, at once. */
export default async function siteAndBrowser(): Promise<void> {
  await buildSiteIfOld();
  const before = { ...process.env };
  await (await launchBrowser()).close();
  // What the browser wants of the environment is for those who launch it, not for the engine that others start.
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
}

import { buildSiteIfOld, siteDirectory } from '#infra/build/site.ts';
import { builtSite } from '#infra/local/site.ts';
import { prepare, serve } from './run.ts';
import { command, say } from './terminal.ts';

command(async () => {
  const run = await prepare();
  await buildSiteIfOld(() => say('Building the site …'));
  await serve(run, (config) => builtSite(siteDirectory, config));
});

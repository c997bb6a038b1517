import { buildFunctions } from '#infra/build/functions.ts';
import { buildSite } from '#infra/build/site.ts';
import { command, say } from './terminal.ts';

command(async () => {
  await Promise.all([buildSite(), buildFunctions()]);
  say('Built dist/site and dist/functions');
});

import { buildEverything } from '#infra/build/everything.ts';
import { buildExtension } from '#infra/build/extension.ts';
import { command, say } from './terminal.ts';

command(async () => {
  await Promise.all([buildEverything(), buildExtension()]);
  say('Built dist/site, dist/functions and dist/extension');
});

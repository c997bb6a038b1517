import { buildEverything } from '#infra/build/everything.ts';
import { command, say } from './terminal.ts';

command(async () => {
  await buildEverything();
  say('Built dist/site and dist/functions');
});

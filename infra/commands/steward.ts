import { parseArgs } from 'node:util';
import { nameSteward } from '#functions/moderation/steward/name-steward.ts';
import { againstDatabase } from './against.ts';
import { command, say } from './terminal.ts';

command(async () => {
  const { values } = parseArgs({ options: { handle: { type: 'string' } }, strict: false, allowPositionals: true });
  const handle = typeof values.handle === 'string' ? values.handle.replace(/^@/, '') : '';
  if (handle === '') throw new Error('Who? Add -- --handle NAME, as the site has it');
  await againstDatabase(async () => {
    const { steward, before } = await nameSteward(handle, new Date());
    say(`@${steward} is the steward${before && before !== steward ? ` instead of @${before}` : ''}`);
  }, ['handle']);
});

import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { command, say } from '#infra/commands/terminal.ts';

// The fuzz tests with thousands of requests instead of the few hundred of `npm test`.
command(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: process.env.FUZZ_RUNS ?? '5000' },
      seed: { type: 'string', default: process.env.FUZZ_SEED ?? String(Date.now() % 1_000_000) },
    },
  });
  Object.assign(process.env, { FUZZ_RUNS: values.runs, FUZZ_SEED: values.seed, LOG_LEVEL: 'error' });
  say(`${values.runs} requests to the functions and as many over the line, seed ${values.seed}`);
  const vitest = await startVitest('test', ['tests/integration/contract/fuzz.test.ts'], {
    project: 'integration',
    run: true,
  });
  await vitest.close();
  process.exit();
});

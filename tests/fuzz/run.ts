import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { command, say } from '#infra/commands/terminal.ts';
import { circumstances } from '#tests/bench/machine.ts';
import { writeRun } from '#tests/bench/report.ts';

// The fuzz tests with thousands of requests instead of the few hundred of `npm test`.
command(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: process.env.FUZZ_RUNS ?? '5000' },
      seed: { type: 'string', default: process.env.FUZZ_SEED ?? String(Date.now() % 1_000_000) },
    },
  });
  Object.assign(process.env, { FUZZ_RUNS: values.runs, FUZZ_SEED: values.seed, LOG_LEVEL: 'error' });
  const where = circumstances();
  const start = Date.now();
  say(`${values.runs} requests to the functions and as many over the line, seed ${values.seed}`);
  const vitest = await startVitest('test', ['tests/integration/contract/fuzz.test.ts'], {
    project: 'integration',
    run: true,
  });
  const failed = vitest.state.getCountOfFailedTests();
  await vitest.close();
  await writeRun({
    name: 'fuzz',
    title: 'Fuzz',
    intro:
      'Requests made from the contract, valid, nearly valid and hostile, to the functions and over the line to the gateway. None ' +
      'may be answered with a 5xx, and every answer must be the contract’s output or a problem document with a code of the contract.',
    ...where,
    seconds: Math.round((Date.now() - start) / 1000),
    full: true,
    result: {
      tables: [
        {
          caption: `Seed ${values.seed}`,
          columns: ['requests', 'number'],
          rows: [
            ['to the functions', Number(values.runs)],
            ['over the line', Number(values.runs)],
          ],
        },
      ],
      plots: [],
      checks: [{ what: 'Fuzz: properties that failed', target: '0', measured: String(failed), holds: failed === 0 }],
      notes: [],
    },
  });
  process.exit();
});

import { parseArgs } from 'node:util';
import { command, say } from '#infra/commands/terminal.ts';
import { circumstances } from '#tests/bench/machine.ts';
import { writeRun } from '#tests/bench/report.ts';
import { tortureIntro, tortureResult } from './result.ts';
import { isSound, summaryText } from './summary.ts';
import { torture } from './torture.ts';

/** Reads a number from the command line. */
function number(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!(value >= least)) throw new Error(`--${name} takes a number from ${least} on, not ${text}`);
  return value;
}

command(async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '30' },
      requests: { type: 'string', default: '100000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      people: { type: 'string', default: '60' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const start = Date.now();
  const where = circumstances();
  const requests = number('requests', values.requests, 100);
  const summary = await torture({
    requests,
    minutes: number('minutes', values.minutes, 0),
    seed: number('seed', values.seed, 0),
    people: number('people', values.people, 10),
    blowEvery: 700,
    onStep: (step) => {
      if (values.verbose || !step.startsWith('at '))
        say(`${String(Math.round((Date.now() - start) / 1000)).padStart(6)} s  ${step}`);
    },
  });
  say(`\n${summaryText(summary)}`);
  await writeRun({
    name: 'torture',
    title: 'Load and faults',
    intro: tortureIntro,
    ...where,
    seconds: Math.round((Date.now() - start) / 1000),
    full: true,
    result: tortureResult(summary),
  });
  say(isSound(summary) ? 'Nothing was lost and nothing doubled.' : 'The system did not hold.');
  if (!isSound(summary)) process.exitCode = 1;
  process.exit();
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { commandsSteps } from './commands.ts';
import { contractSteps } from './contract.ts';
import { dumpSteps } from './dumps.ts';
import { peopleSteps } from './people.ts';
import { poisonSteps } from './poison.ts';
import { sessionSteps } from './sessions.ts';
import { siteSteps } from './site.ts';

/** One thing that must hold of the deployment; they follow on each other. */
export type Step = [sentence: string, run: () => Promise<void>];

const steps: Step[] = [
  ...commandsSteps.first,
  ...peopleSteps,
  ...sessionSteps,
  ...siteSteps,
  ...contractSteps,
  ...poisonSteps,
  ...dumpSteps,
  ...commandsSteps.then,
];
let passed = 0;
let failed = 0;
for (const [sentence, run] of steps) {
  const start = Date.now();
  try {
    await run();
    passed++;
    process.stdout.write(` ✓ ${sentence} (${((Date.now() - start) / 1000).toFixed(1)} s)\n`);
  } catch (error) {
    failed++;
    process.stdout.write(` ✗ ${sentence}\n${inspect(error)}\n`);
    break;
  }
}
const left = steps.length - passed - failed;
process.stdout.write(`${passed} passed, ${failed} failed${left > 0 ? `, ${left} not reached` : ''}\n`);
// What was not reached did not pass.
mkdirSync('reports', { recursive: true });
writeFileSync('reports/deploy.json', JSON.stringify({ passed, failed: failed + left }));
process.exitCode = failed > 0 ? 1 : 0;

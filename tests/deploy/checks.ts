import { commandsSteps } from './commands.ts';
import { dumpSteps } from './dumps.ts';
import { peopleSteps } from './people.ts';

/** One thing that must hold of the deployment; they follow on each other. */
export type Step = [sentence: string, run: () => Promise<void>];

const steps: Step[] = [...commandsSteps.first, ...peopleSteps, ...dumpSteps, ...commandsSteps.then];
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
    process.stdout.write(` ✗ ${sentence}\n${error instanceof Error ? error.stack : String(error)}\n`);
    break;
  }
}
const left = steps.length - passed - failed;
process.stdout.write(`${passed} passed, ${failed} failed${left > 0 ? `, ${left} not reached` : ''}\n`);
process.exitCode = failed > 0 ? 1 : 0;

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startEmulator } from './emulator.ts';

/**
 * Starts the emulator, runs the checks in a process that knows of nothing else, and leaves nothing running, however
 * it ends.
 */
const emulator = await startEmulator();
const checks = spawn(process.execPath, ['tests/deploy/checks.ts'], {
  stdio: 'inherit',
  env: { ...process.env, ...emulator.env },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => checks.kill(signal));
const [code] = (await once(checks, 'exit')) as [number | null];
if (code !== 0) process.stderr.write(`The emulator said:\n${emulator.output()}\n`);
await emulator.stop();
process.exitCode = code ?? 1;

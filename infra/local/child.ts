import { type ChildProcess, spawn } from 'node:child_process';

/** A process we started and can stop; `exited` resolves when it is gone, whoever ended it. */
export type Child = { process: ChildProcess; exited: Promise<void>; output: () => string; stop: () => Promise<void> };

type Options = { cwd?: string; env?: Record<string, string>; onOutput?: (text: string) => void };

// Ends the program when our end of the pipe on descriptor 3 closes, so that it never outlives us, even
// when we are killed without a chance to stop it. `exec` keeps the program's own process id.
const guarded = '(cat <&3; kill -TERM $$) >/dev/null 2>&1 & exec "$0" "$@" 3<&-';

/**
 * Starts a program that ends with us. It has its own process group, so that Ctrl-C reaches only us and
 * everything stops in order.
 */
export function startChild(program: string, args: string[], options: Options = {}): Child {
  const windows = process.platform === 'win32';
  const child = spawn(windows ? program : 'sh', windows ? args : ['-c', guarded, program, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: !windows,
    shell: windows,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
      options.onOutput?.(text);
    });
  }
  const pipe = child.stdio[3];
  pipe?.on('error', () => {});
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      pipe?.destroy();
      resolve();
    });
    child.once('error', (error) => {
      said += error.message;
      resolve();
    });
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), 1500);
    await exited;
    clearTimeout(patience);
  };
  return { process: child, exited, output: () => said.trim(), stop };
}

/** Waits until a server answers at all, or fails with what its process said. */
export async function untilAnswers(url: string, child: Child, name: string): Promise<void> {
  let gone = false;
  child.exited.then(
    () => {
      gone = true;
    },
    () => {},
  );
  for (const start = Date.now(); Date.now() - start < 20_000; ) {
    if (gone) throw new Error(`${name} stopped while starting: ${child.output() || 'it said nothing'}`);
    const answered = await fetch(url, { signal: AbortSignal.timeout(1000) }).then(
      (response) => response.arrayBuffer().then(() => true),
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  await child.stop();
  throw new Error(`${name} did not answer within 20 seconds: ${child.output()}`);
}

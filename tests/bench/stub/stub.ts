import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Call } from './call.ts';

export type Stub = { endpoint: string; stop: () => Promise<void> };

/** Starts a database that answers from a recording and does nothing else. */
export async function startStub(calls: readonly Call[]): Promise<Stub> {
  const child = fork(fileURLToPath(new URL('./server.ts', import.meta.url)));
  const ready = once(child, 'message');
  child.send(calls);
  const [port] = (await ready) as [number];
  const stop = async () => {
    const gone = once(child, 'exit');
    child.kill();
    await gone;
  };
  return { endpoint: `http://127.0.0.1:${port}`, stop };
}

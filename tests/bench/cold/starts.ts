import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const start = fileURLToPath(new URL('./start.mjs', import.meta.url));

/** What is started: a module with a handler, what it is asked, and what stands in its environment. */
export type Variant = { name: string; module: string; event: string; env: Record<string, string> };
/** Milliseconds from the spawn of the process until the handler was imported, and until it had answered. */
export type Start = { ready: number; first: number };

/** Starts every variant `rounds` times, in turn, so that whatever else the machine does meets all of them. */
export async function startInTurn(
  variants: readonly Variant[],
  rounds: number,
  onRound: (round: number) => void,
): Promise<Map<string, Start[]>> {
  const starts = new Map<string, Start[]>(variants.map(({ name }) => [name, []]));
  // The first round only warms what the machine caches of the files.
  for (let round = 0; round <= rounds; round++) {
    for (const variant of variants) {
      const measured = await startOnce(variant);
      if (round > 0) starts.get(variant.name)?.push(measured);
    }
    onRound(round);
  }
  return starts;
}

async function startOnce({ module, event, env }: Variant): Promise<Start> {
  const spawned = performance.timeOrigin + performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, [start, module, event], { env });
  // The function's own log comes before.
  const { ready, first } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Start;
  return { ready: ready - spawned, first: first - spawned };
}

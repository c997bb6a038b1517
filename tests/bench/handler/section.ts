import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFunctions, functionsDirectory } from '#infra/build/functions.ts';
import { anyCredentials } from '#infra/local/engine.ts';
import { atMost, median, type Section } from '../result.ts';
import { type Canned, record } from '../stub/canned.ts';
import { type Act, isWrite } from '../stub/requests.ts';
import { startStub } from '../stub/stub.ts';
import type { Job, Variant } from './variants.ts';
import type { Round } from './worker.ts';

const rounds = 9;
const perRound = 1000;
const warmUp = 3000;

type Measured = { act: Act; variant: Variant; cpu: number; spread: string; wall: number; calls: number };

const measured: [Act, Variant[]][] = [
  ['list', ['built', 'minimal', 'bare']],
  ['vote', ['built', 'minimal', 'minimal, same calls', 'bare']],
  ['item', ['built', 'minimal, same calls', 'bare']],
  ['review', ['built', 'minimal, same calls', 'bare']],
];

export const handler: Section = {
  name: 'handler',
  title: 'Handler time, warm',
  intro:
    'CPU per request of a warm function: the built bundle with its whole middy chain and SDK, asked for one request at a ' +
    'time, each variant in a process of its own, in interleaved rounds; the database is another process that replays what ' +
    'the engine answered. *Minimal* signs one call over node:http by hand and parses the answer by JSON.parse; *same calls* ' +
    'makes as many calls as the function does; *bare* only writes the answer as JSON.',
  run: async ({ onStep }) => {
    await buildFunctions();
    onStep('recording what the engine answers');
    const canned = await record();
    const stub = await startStub([...canned.seldom, ...Object.values(canned.calls).flat()]);
    try {
      const found = await measure(canned, stub.endpoint, onStep);
      const cpuOf = (act: Act, variant: Variant) =>
        found.find((one) => one.act === act && one.variant === variant)?.cpu ?? Number.NaN;
      return {
        tables: [
          {
            caption: `CPU per request in microseconds, median of ${rounds} rounds of ${perRound}`,
            columns: ['request', 'answered by', 'database calls', 'CPU µs', 'least – most', 'time µs', '× minimal'],
            rows: found.map(({ act, variant, cpu, spread, wall, calls }) => [
              act,
              variant,
              calls,
              cpu,
              spread,
              wall,
              cpu / (cpuOf(act, 'minimal') || cpuOf(act, 'minimal, same calls')),
            ]),
          },
        ],
        plots: [
          {
            name: 'handler-time',
            alt: 'CPU per request of the built functions beside the baselines',
            spec: {
              data: { values: found.map(({ act, variant, cpu }) => ({ act, variant, cpu })) },
              mark: { type: 'bar', tooltip: false },
              width: 420,
              height: { step: 16 },
              encoding: {
                row: { field: 'act', title: null, sort: null },
                y: { field: 'variant', title: null, sort: null },
                x: { field: 'cpu', type: 'quantitative', title: 'CPU per request, µs' },
                color: { field: 'variant', legend: null },
              },
            },
          },
        ],
        checks: [
          atMost('List of 50 against the minimal call', cpuOf('list', 'built') / cpuOf('list', 'minimal'), 1.4, ' ×'),
          atMost('Vote against the minimal call', cpuOf('vote', 'built') / cpuOf('vote', 'minimal'), 2.2, ' ×'),
        ],
        notes: [],
      };
    } finally {
      await stub.stop();
    }
  },
};

async function measure(canned: Canned, endpoint: string, onStep: (step: string) => void): Promise<Measured[]> {
  const found: Measured[] = [];
  for (const [act, wanted] of measured) {
    const calls = canned.calls[act];
    const workers = [];
    for (const variant of wanted) {
      const bundle = join(functionsDirectory, isWrite(act) ? 'write' : 'read', 'index.mjs');
      const { itemId, bodies, tableName } = canned;
      const child = await startWorker({ act, variant, itemId, endpoint, calls, body: bodies[act], bundle }, tableName);
      workers.push({ variant, child, rounds: [] as Round[] });
    }
    onStep(`${act}: ${wanted.join(', ')}`);
    for (const { child } of workers) await roundOf(child, warmUp);
    for (let round = 0; round < rounds; round++) {
      for (const worker of workers) worker.rounds.push(await roundOf(worker.child, perRound));
    }
    for (const { variant, child, rounds: ran } of workers) {
      child.kill();
      const cpus = ran.map(({ microseconds }) => microseconds);
      found.push({
        act,
        variant,
        cpu: median(cpus),
        spread: `${Math.round(Math.min(...cpus))} – ${Math.round(Math.max(...cpus))}`,
        wall: median(ran.map(({ wall }) => wall)),
        calls: variant === 'bare' ? 0 : variant === 'minimal' ? 1 : calls.length,
      });
    }
  }
  return found;
}

async function startWorker(job: Job, tableName: string): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
    // The log is written, as in Lambda, but nobody reads it.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...anyCredentials,
      DYNAMODB_ENDPOINT: job.endpoint,
      TABLE_NAME: tableName,
      LOG_LEVEL: 'info',
    },
  });
  const ready = told(child);
  child.send(job);
  await ready;
  return child;
}

/** What a worker says next; fails where it ends instead. */
async function told<T>(child: ChildProcess): Promise<T> {
  const done = new AbortController();
  const { signal } = done;
  const gone = once(child, 'exit', { signal }).then(() => Promise.reject(new Error('A worker ended by itself')));
  gone.catch(() => {});
  const [message] = (await Promise.race([once(child, 'message', { signal }), gone])) as [T];
  done.abort();
  return message;
}

async function roundOf(child: ChildProcess, count: number): Promise<Round> {
  const round = told<Round>(child);
  child.send(count);
  return round;
}

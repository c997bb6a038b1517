import { readFileSync } from 'node:fs';
import { buildFunctions } from '#infra/build/functions.ts';
import { subOf } from '#tests/builders/event.ts';
import { withWorld } from '../cost/with-world.ts';
import { blockSize, itemIdOf, memberOf } from '../cost/world.ts';
import { atLeast, type Section } from '../result.ts';
import { record } from '../stub/canned.ts';
import { type Act, acts, isWrite, requestFor } from '../stub/requests.ts';
import { startStub } from '../stub/stub.ts';
import { fire, type Load, type Shot } from './load.ts';
import { serve } from './serve.ts';

const levels = [1, 16, 64];
const worldSize = 10_000;

type Run = { database: string; loads: Load[]; notes: string[] };

export const throughput: Section = {
  name: 'throughput',
  title: 'Throughput',
  intro:
    'Requests over HTTP to the local gateway in front of the built functions, one Node process: token check, event as JSON, ' +
    'middy chain, SDK. With the database stubbed, and on the local engine with ten thousand items while the same process ' +
    'projects the stream. Load generator, database and server share the machine; requests per CPU second tell what one core ' +
    'of the server alone could do.',
  run: async ({ onStep }) => {
    await buildFunctions();
    const runs = [await stubbed(onStep), await onEngine(onStep)];
    const best = (act: Act) =>
      Math.max(...(runs[0]?.loads ?? []).filter((load) => load.act === act).map(({ perSecond }) => perSecond));
    return {
      tables: runs.map(({ database, loads }) => ({
        caption: `Database: ${database}`,
        columns: ['request', 'connections', 'a second', 'p50 ms', 'p99 ms', 'errors', 'a CPU second', 'server MB'],
        rows: loads.map((load) => [
          load.act,
          load.connections,
          Math.round(load.perSecond),
          load.p50,
          load.p99,
          load.errors,
          Math.round(load.perCpuSecond),
          load.megabytes,
        ]),
      })),
      plots: [
        {
          name: 'throughput',
          alt: 'Requests a second by number of connections, stubbed and on the local engine',
          spec: {
            data: { values: runs.flatMap(({ database, loads }) => loads.map((load) => ({ database, ...load }))) },
            mark: 'bar',
            width: 200,
            height: 160,
            encoding: {
              column: { field: 'database', title: null, sort: null },
              x: { field: 'act', title: null, sort: null, axis: { labelAngle: 0 } },
              xOffset: { field: 'connections', sort: null },
              y: { field: 'perSecond', type: 'quantitative', title: 'a second' },
              color: { field: 'connections', type: 'ordinal' },
            },
          },
        },
      ],
      checks: [
        atLeast('Lists a second, database stubbed', best('list'), 550),
        atLeast('Votes a second, database stubbed', best('vote'), 1100),
        { what: 'Errors under load', target: '0', ...noErrors(runs) },
      ],
      notes: runs.flatMap(({ notes }) => notes),
    };
  },
};

function noErrors(runs: readonly Run[]) {
  const errors = runs.flatMap(({ loads }) => loads).reduce((sum, load) => sum + load.errors, 0);
  return { measured: String(errors), holds: errors === 0 };
}

async function stubbed(onStep: (step: string) => void): Promise<Run> {
  const canned = await record();
  const stub = await startStub([...canned.seldom, ...Object.values(canned.calls).flat()]);
  const server = await serve({ subs: [subOf('reader')] }, stub.endpoint, canned.tableName);
  try {
    const loads: Load[] = [];
    for (const act of acts) {
      for (const connections of levels) {
        onStep(`stubbed: ${act}, ${connections} connections`);
        const shot = shotOf(act, canned.itemId, server.tokens[0] ?? '');
        loads.push(await fire(server, act, connections, () => shot));
      }
    }
    return { database: 'stub', loads, notes: [] };
  } finally {
    await server.stop();
    await stub.stop();
  }
}

async function onEngine(onStep: (step: string) => void): Promise<Run> {
  return withWorld(worldSize, async ({ endpoint, tableName, pid }) => {
    const blocks = Array.from({ length: worldSize / blockSize }, (_, block) => block);
    const subs = blocks.flatMap((block) => Array.from({ length: 20 }, (_, n) => subOf(memberOf(block, n))));
    const server = await serve({ subs, stream: true }, endpoint, tableName);
    try {
      const loads: Load[] = [];
      const notes: string[] = [];
      for (const act of acts) {
        let count = 0;
        for (const connections of levels) {
          onStep(`engine: ${act}, ${connections} connections`);
          loads.push(await fire(server, act, connections, () => spread(act, count++, server.tokens)));
        }
        const started = performance.now();
        await server.ask('drain');
        const seconds = (performance.now() - started) / 1000;
        if (isWrite(act)) notes.push(`The projector had caught up ${seconds.toFixed(1)} s after the last ${act}.`);
      }
      const memory = residentMegabytes(pid);
      if (memory) notes.push(`The engine held ${memory} MB at the end.`);
      return { database: 'local engine', loads, notes };
    } finally {
      await server.stop();
    }
  });
}

/** Every person with every item of the next block in turn, so that no write repeats one before. */
function spread(act: Act, count: number, tokens: readonly string[]): Shot {
  const person = count % tokens.length;
  const item = (Math.floor(person / 20) * blockSize + blockSize + 2 * Math.floor(count / tokens.length)) % worldSize;
  return shotOf(act, itemIdOf(item), tokens[person] ?? '');
}

function shotOf(act: Act, itemId: string, token: string): Shot {
  const { rawPath, rawQueryString, queryStringParameters, requestContext, body } = requestFor(act, itemId);
  const query =
    rawQueryString || new URLSearchParams((queryStringParameters ?? {}) as Record<string, string>).toString();
  const path = query ? `${rawPath}?${query}` : rawPath;
  const method = requestContext.http.method as Shot['method'];
  return method === 'GET' ? { method, path } : { method, path, token, body };
}

/** What a process holds in memory, where the system tells. */
function residentMegabytes(pid: number | undefined): number | undefined {
  if (pid === undefined || process.platform !== 'linux') return undefined;
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kilobytes ? Math.round(Number(kilobytes) / 1024) : undefined;
}

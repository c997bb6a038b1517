import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeDocumentClient } from '#functions/runtime/document-client.ts';
import { Gathered } from '#functions/search/gathered.ts';
import { writeSnapshot } from '#functions/search/snapshot.ts';
import { searchStore } from '#functions/search/store.ts';
import { writeRows } from '#functions/table/table.ts';
import { buildFunctions, functionsDirectory } from '#infra/build/functions.ts';
import { anyCredentials, createTable, startEngine } from '#infra/local/engine.ts';
import { atMost, median, type Section } from '../result.ts';
import { asked, documents, standingOf } from './things.ts';
import type { Measured } from './worker.ts';

const sizes = [1000, 10_000, 100_000];
const rounds = 3;

type Row = Measured & { size: number; gathering: number; megabytes: number };

export const search: Section = {
  name: 'search',
  title: 'Search in the memory of an instance',
  intro:
    'The built `read` with so many books in the embedded index, one request at a time against the local engine: misspelled ' +
    'searches, common words, filters alone. *Cold* is the first search of a process that has answered something else: it loads ' +
    'the engine and what was gathered. Time is processor time of the whole handler, with the request to the table that shows hits as ' +
    'they stand. Memory is that of the process before the first search and after it. A function of 1 GB in Lambda has 0.58 of a processor.',
  run: async ({ onStep }) => {
    await buildFunctions();
    const rows: Row[] = [];
    for (const size of sizes) {
      onStep(`${size} items`);
      rows.push(await measure(size));
    }
    const tables = [
      {
        caption: `Milliseconds of processor time and megabytes; ${asked.length} searches, ${rounds - 1} times each`,
        columns: [
          'items',
          'search, median',
          '95 of 100',
          'slowest',
          'suggest, median',
          'cold',
          'memory before',
          'with the index',
          'file MB',
          'gathering',
        ],
        rows: rows.map(({ size, warm, suggest, cold, before, after, megabytes, gathering }) =>
          [
            size,
            median(warm),
            quantile(warm, 0.95),
            Math.max(...warm),
            median(suggest),
            cold,
            before,
            after,
            megabytes,
            gathering,
          ].map((value) => Number(value.toPrecision(3))),
        ),
      },
    ];
    const tenThousand = rows.find(({ size }) => size === 10_000);
    return {
      tables,
      plots: [],
      checks: [
        atMost(
          'Handler time of a warm search among 10,000 items, 95 of 100',
          quantile(tenThousand?.warm ?? [], 0.95),
          50,
          ' ms',
        ),
        atMost('Memory of read with 100,000 items', rows.at(-1)?.after ?? Number.NaN, 900, ' MB'),
      ],
      notes: [],
    };
  },
};

const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

async function measure(size: number): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));
  const engine = await startEngine();
  try {
    const env = {
      ...anyCredentials,
      TABLE_NAME: 'bench',
      DYNAMODB_ENDPOINT: engine.endpoint,
      SEARCH_DIRECTORY: folder,
      LOG_LEVEL: 'warn',
    };
    Object.assign(process.env, env);
    closeDocumentClient();
    await createTable(engine.endpoint, 'bench');
    const things = documents(size);
    await writeRows(things.map((document) => ({ put: standingOf(document) })));
    const store = searchStore();
    if (!store) throw new Error('A folder is set');
    const begun = performance.now();
    const now = new Date();
    const gathered = await Gathered.empty(now);
    await gathered.add(things);
    const head = await writeSnapshot(store, await gathered.kept(now.toISOString()));
    const gathering = performance.now() - begun;
    const worker = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
      env: { ...process.env, ...env },
      execArgv: ['--expose-gc', '--max-old-space-size=1024'],
    });
    worker.send({ module: join(functionsDirectory, 'read/index.mjs'), asked, rounds });
    const [measured] = (await once(worker, 'message')) as [Measured];
    return { ...measured, size, gathering, megabytes: head.bytes / 1_048_576 };
  } finally {
    closeDocumentClient();
    await engine.stop();
    for (const name of ['DYNAMODB_ENDPOINT', 'SEARCH_DIRECTORY', 'TABLE_NAME']) delete process.env[name];
    await rm(folder, { recursive: true, force: true });
  }
}

import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDocumentClient } from '#functions/runtime/document-client.ts';
import { anyCredentials, createTable, startEngine } from '#infra/local/engine.ts';
import { checkAgainstEngine, loadIntoFile } from './load.ts';
import { worldRows } from './world.ts';

export type World = { endpoint: string; tableName: string; pid: number | undefined; rows: number; seconds: number };

const tableName = 'bench';

/** Loads a world of so many items into an engine of its own, and lets work be done on it. */
export async function withWorld<T>(items: number, work: (world: World) => Promise<T>, covers = true): Promise<T> {
  Object.assign(process.env, anyCredentials);
  const directory = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  const file = join(directory, 'table.db');
  const now = Date.now();
  const started = performance.now();
  try {
    await withEngine(file, 'check', async ({ endpoint }) => {
      await createTable(endpoint, tableName);
      await createTable(endpoint, 'check');
      const [block = []] = worldRows(1, now);
      await checkAgainstEngine(
        file,
        'check',
        block.filter((_, n) => n % 23 === 0),
      );
    });
    const rows = loadIntoFile(file, tableName, worldRows(items, now, covers));
    const seconds = (performance.now() - started) / 1000;
    return await withEngine(file, tableName, (engine) => work({ ...engine, tableName, rows, seconds }));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

type Running = { endpoint: string; pid: number | undefined };

async function withEngine<T>(file: string, table: string, work: (engine: Running) => Promise<T>): Promise<T> {
  const engine = await startEngine({ file });
  try {
    Object.assign(process.env, { DYNAMODB_ENDPOINT: engine.endpoint, TABLE_NAME: table });
    closeDocumentClient();
    return await work({ endpoint: engine.endpoint, pid: engine.child?.process.pid });
  } finally {
    closeDocumentClient();
    await engine.stop();
    delete process.env.DYNAMODB_ENDPOINT;
  }
}

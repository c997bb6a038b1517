import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildFunctions, functionsDirectory } from '#infra/build/functions.ts';
import { buildSiteIfOld, siteDirectory } from '#infra/build/site.ts';
import { atMost, type Check, type Result, type Section, type Table } from '../result.ts';

const coldFile = fileURLToPath(new URL('../../../reports/bench/cold.json', import.meta.url));

export const start: Section = {
  name: 'start',
  title: 'Bundles and cold start',
  intro:
    'What is uploaded, compressed, as built; files that are only loaded when needed are counted apart. The cold start is taken ' +
    'over from the last `npm run bench:cold`, which starts each function in fresh processes beside a bare handler.',
  run: async () => {
    await buildFunctions();
    await buildSiteIfOld();
    const bundles = await bundleTable();
    const checks = ['function read', 'function write', 'site, first listing'].map((name): Check => {
      const gzip = bundles.rows.find(([bundle]) => bundle === name)?.at(3);
      return atMost(`Size of ${name}`, Number(gzip), 85, ' KB gzip');
    });
    const cold = await readCold();
    return {
      tables: [bundles, ...(cold?.tables ?? [])],
      plots: cold?.plots ?? [],
      checks: [...checks, ...(cold?.checks ?? [])],
      notes: cold?.notes ?? ['`npm run bench:cold` was not run here.'],
    };
  },
};

async function bundleTable(): Promise<Table> {
  const rows: Table['rows'] = [];
  for (const name of (await readdir(functionsDirectory)).sort()) {
    const files = await readdir(join(functionsDirectory, name));
    const isFirst = (file: string) => /^(index|chunk-.*)\.mjs$/.test(file);
    rows.push(
      await sizes(
        `function ${name}`,
        files.filter(isFirst).map((file) => join(functionsDirectory, name, file)),
      ),
    );
    rows.push(
      await sizes(
        `function ${name}, when needed`,
        files.filter((file) => !isFirst(file)).map((file) => join(functionsDirectory, name, file)),
      ),
    );
  }
  const assets = (await readdir(join(siteDirectory, 'assets'))).map((file) => join(siteDirectory, 'assets', file));
  const isFirst = (file: string) => /\/index-[^/]*\.(js|css)$/.test(file);
  rows.push(await sizes('site, first listing', assets.filter(isFirst)));
  rows.push(
    await sizes(
      'site, further routes',
      assets.filter((file) => !isFirst(file)),
    ),
  );
  return { caption: 'Sizes in KB', columns: ['bundle', 'files', 'as it is', 'gzip', 'brotli'], rows };
}

async function sizes(name: string, files: readonly string[]) {
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const sum = (size: (content: Buffer) => number) =>
    Math.round(contents.reduce((total, content) => total + size(content), 0) / 102.4) / 10;
  return [
    name,
    files.length,
    sum((content) => content.length),
    sum((content) => gzipSync(content).length),
    sum((content) => brotliCompressSync(content).length),
  ];
}

/** What the measurement of cold starts left, in the shape of every section. */
async function readCold(): Promise<Result | undefined> {
  try {
    return (JSON.parse(await readFile(coldFile, 'utf8')) as { result: Result }).result;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

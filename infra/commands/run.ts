import { parseArgs } from 'node:util';
import { DataDirectory } from '#infra/local/data-directory.ts';
import { withDumps } from '#infra/local/dumps.ts';
import { freePort, isFree } from '#infra/local/free-port.ts';
import type { Site, SiteConfig } from '#infra/local/site.ts';
import { type System, startSystem } from '#infra/local/system.ts';
import { openStreetMap } from '#shared/places/tiles.ts';
import { say } from './terminal.ts';

type Run = { data: DataDirectory; port: number };

/** Reads the options that start and dev share, and takes the data folder for this process. */
export async function prepare(): Promise<Run> {
  const { values } = parseArgs({
    options: { reset: { type: 'boolean', default: false }, port: { type: 'string' } },
  });
  const wished = Number(values.port ?? process.env.PORT ?? 3000);
  if (!Number.isInteger(wished) || wished < 1 || wished > 65_535)
    throw new Error(`--port ${values.port} is not a port`);
  const data = new DataDirectory('.data');
  const lock = data.take();
  if (!lock.taken) {
    const running = data.endpoints()?.url;
    throw new Error(`Commonplace runs already${running ? ` at ${running}` : ''} (process ${lock.by}). Stop it first.`);
  }
  process.once('exit', () => data.release());
  if (values.reset) {
    if (process.env.DYNAMODB_ENDPOINT)
      throw new Error('--reset empties only our own .data, not the database at DYNAMODB_ENDPOINT');
    data.empty();
    say('Emptied .data');
  }
  return { data, port: await portNear(wished) };
}

/** The wished port, or the next free one with a word about it. */
async function portNear(wished: number): Promise<number> {
  for (let port = wished; port < Math.min(wished + 50, 65_536); port++) {
    if (!(await isFree(port))) continue;
    if (port !== wished) say(`Port ${wished} is taken; using ${port} instead`);
    return port;
  }
  return freePort();
}

/** Starts everything, fills an empty system, says where it is, and stays until told to stop. */
export async function serve(
  { data, port }: Run,
  site: (config: SiteConfig) => Site,
  beforeStop?: () => Promise<void>,
): Promise<System> {
  // A line per request would bury the codes.
  process.env.LOG_LEVEL ||= 'warn';
  process.env.TILES_URL ||= openStreetMap.url;
  let system: System | undefined;
  let isStopping = false;
  const stop = async (code: number) => {
    if (isStopping) process.exit(code);
    isStopping = true;
    setTimeout(() => process.exit(code), 2800).unref();
    await beforeStop?.();
    await system?.stop();
    say('Stopped.');
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  system = await startSystem({
    data,
    port,
    site: (config) => withDumps(data.path, site(config)),
    onCode: (email, code) => say(`\n  The code for ${email} is ${code}\n`),
    onFault: (message) => process.stderr.write(`${message}\n`),
    onLoss: (message) => {
      process.stderr.write(`${message}; stopping.\n`);
      void stop(1);
    },
  });
  const { endpoint, tableName, userPool, url } = system;
  const { userPoolId, clientId } = userPool;
  data.keepEndpoints({
    pid: process.pid,
    url,
    database: { endpoint, tableName },
    userPool: { endpoint: userPool.endpoint, userPoolId, clientId },
  });
  if (!data.isSeeded) await fill(data, system);
  say(`Database  ${hostOf(endpoint)} (table ${tableName})`);
  say(`Sign-in   ${hostOf(userPool.endpoint)} (codes appear here instead of in the mail)`);
  say(`Data      ${data.path}`);
  say('Ctrl-C stops everything.\n');
  say(url);
  return system;
}

/** Host and port: the one address to open is the site's. */
const hostOf = (endpoint: string) => new URL(endpoint).host;

async function fill(data: DataDirectory, system: System): Promise<void> {
  const { seed } = await import('./seed.ts');
  const count = await seed();
  await system.drain();
  data.markSeeded();
  say(`Seeded    ${count} items`);
}

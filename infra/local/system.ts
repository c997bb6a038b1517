import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pageDirectory } from '#infra/build/site.ts';
import { readTiles } from '#shared/places/tiles.ts';
import { poolRules } from './authorizer.ts';
import { startClock } from './clock.ts';
import type { DataDirectory } from './data-directory.ts';
import { anyCredentials, createTable, startEngine } from './engine.ts';
import { type Gateway, startGateway } from './gateway.ts';
import type { Site, SiteConfig } from './site.ts';
import { type Stream, startStream } from './stream.ts';
import { positionFile } from './stream-position.ts';
import { startUserPool, type UserPool } from './user-pool.ts';

type Options = {
  /** Where everything is kept; without it the system lives in memory and leaves nothing. */
  data?: DataDirectory;
  tableName?: string;
  port?: number;
  /** The files of the site, once it is known where the browser signs in. */
  site?: (config: SiteConfig) => Site;
  /** Makes every confirmation code this one: for tests. */
  code?: string;
  onCode?: (email: string, code: string) => void;
  /** Told what went wrong outside any request. */
  onFault?: (message: string) => void;
  /** Told which part ended by itself; nothing works after that. */
  onLoss?: (message: string) => void;
};

/** The whole system on this machine: engine, user pool, functions behind their gateway, stream, site. */
export type System = {
  url: string;
  port: number;
  endpoint: string;
  tableName: string;
  userPool: UserPool;
  gateway: Gateway;
  drain: Stream['drain'];
  stop: () => Promise<void>;
};

/** Starts the system and points this process's environment at it. What was started is stopped again where a part fails. */
export async function startSystem(options: Options): Promise<System> {
  const stops: (() => Promise<void>)[] = [];
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    for (const end of stops.splice(0).reverse()) await end();
  };
  const watch = (name: string, exited: Promise<void> | undefined) => {
    void exited?.then(() => {
      if (!isStopping) options.onLoss?.(`${name} ended by itself`);
    });
  };
  try {
    const { data, tableName = process.env.TABLE_NAME || 'commonplace' } = options;
    const earlier = data?.endpoints();
    const poolDirectory = data?.file('user-pool') ?? mkdtempSync(join(tmpdir(), 'commonplace-'));
    if (!data) stops.push(async () => rmSync(poolDirectory, { recursive: true, force: true }));
    for (const [name, value] of Object.entries(anyCredentials)) process.env[name] ||= value;

    const [engine, userPool] = await settled([
      startEngine({ file: data?.file('table.db'), port: portOf(earlier?.database.endpoint) }).then((started) => {
        stops.push(started.stop);
        return started;
      }),
      startUserPool({
        directory: poolDirectory,
        port: portOf(earlier?.userPool.endpoint),
        ids: earlier?.userPool,
        code: options.code,
        onCode: options.onCode,
      }).then((started) => {
        stops.push(started.stop);
        return started;
      }),
    ]);
    watch('The DynamoDB engine', engine.child?.exited);
    watch('The user pool', userPool.child.exited);
    await createTable(engine.endpoint, tableName);
    Object.assign(process.env, {
      TABLE_NAME: tableName,
      DYNAMODB_ENDPOINT: engine.endpoint,
      COGNITO_ENDPOINT: userPool.endpoint,
      USER_POOL_ID: userPool.userPoolId,
      USER_POOL_CLIENT_ID: userPool.clientId,
    });

    process.env.MAIL_DIRECTORY ||= data?.file('mail') ?? join(poolDirectory, 'mail');
    process.env.PAGE_DIRECTORY ||= pageDirectory;
    process.env.SEARCH_DIRECTORY ||= data?.file('search') ?? join(poolDirectory, 'search');
    const [read, write, page, projector] = await Promise.all([
      import('#functions/read.ts'),
      import('#functions/write.ts'),
      import('#functions/page.ts'),
      import('#functions/projector.ts'),
    ]);
    await gatherForSearch();
    const stream = await startStream({
      endpoint: engine.endpoint,
      tableName,
      project: projector.handler,
      position: data ? positionFile(data.file('stream.json')) : undefined,
      onFault: (error) => options.onFault?.(`The stream waits: ${error}`),
    });
    stops.push(stream.stop);
    stops.push(startClock({ atOnce: data !== undefined, onFault: options.onFault }).stop);
    const config = {
      region: process.env.AWS_REGION || 'us-east-1',
      userPoolId: userPool.userPoolId,
      userPoolClientId: userPool.clientId,
      cognitoEndpoint: userPool.endpoint,
      ...(process.env.TILES_URL ? { tiles: readTiles(process.env.TILES_URL, process.env.TILES_BY) } : {}),
    };
    const gateway = await startGateway({
      port: options.port,
      tokens: poolRules(userPool),
      functions: { read: read.handler, write: write.handler, ...(options.site ? { page: page.handler } : {}) },
      site: options.site?.(config),
      onFault: (error) => options.onFault?.(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    });
    stops.push(gateway.stop);
    const { url, port } = gateway;
    return { url, port, endpoint: engine.endpoint, tableName, userPool, gateway, drain: stream.drain, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What search begins with: nothing in an empty table, a read of the whole table where it has not been gathered. */
async function gatherForSearch(): Promise<void> {
  const [{ makeIndex }, { searchStore }] = await Promise.all([
    import('#functions/search/make-index.ts'),
    import('#functions/search/store.ts'),
  ]);
  const store = searchStore();
  if (store) await makeIndex({ store });
}

/** Waits for both even where one fails, so that neither is left half started. */
async function settled<A, B>(both: [Promise<A>, Promise<B>]): Promise<[A, B]> {
  await Promise.allSettled(both);
  return Promise.all(both);
}

function portOf(url: string | undefined): number | undefined {
  return url ? Number(new URL(url).port) || undefined : undefined;
}

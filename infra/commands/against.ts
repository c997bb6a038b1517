import { handler as projector } from '#functions/projector.ts';
import { environment } from '#functions/runtime/environment.ts';
import { DataDirectory } from '#infra/local/data-directory.ts';
import { anyCredentials, startEngine } from '#infra/local/engine.ts';
import { startStream } from '#infra/local/stream.ts';
import { positionFile } from '#infra/local/stream-position.ts';
import { type NamedStage, namedStage } from './deployment/named-stage.ts';

/**
 * Runs `work` against the deployed stage that --stage names, else the database that the environment names, else the
 * running local system's, else the data of the last one, with an engine started just for this and nothing left
 * unprojected. `options` are those of the command's own.
 */
export async function againstDatabase(
  work: (named?: NamedStage) => Promise<void>,
  options: readonly string[] = [],
): Promise<void> {
  const named = await namedStage(options);
  if (named) {
    process.env.TABLE_NAME = named.deployed.tableName;
    return work(named);
  }
  if (process.env.TABLE_NAME) return work();
  for (const [name, value] of Object.entries(anyCredentials)) process.env[name] ||= value;
  const data = new DataDirectory('.data');
  process.env.SEARCH_DIRECTORY ||= data.file('search');
  const last = data.endpoints();
  if (!last) throw new Error('There is no local data yet: run npm start first, or set TABLE_NAME');
  process.env.TABLE_NAME = last.database.tableName;
  if (data.user() !== undefined) {
    process.env.DYNAMODB_ENDPOINT = last.database.endpoint;
    return work();
  }
  const lock = data.take();
  if (!lock.taken) throw new Error(`Process ${lock.by} uses the local data just now. Try again.`);
  process.once('exit', () => data.release());
  const engine = await startEngine({ file: data.file('table.db') });
  process.env.DYNAMODB_ENDPOINT = engine.endpoint;
  try {
    await projectRest(engine.endpoint, data);
    await work();
  } finally {
    await engine.stop();
  }
}

/** Projects what the last run had still on its way when it was stopped. */
async function projectRest(endpoint: string, data: DataDirectory): Promise<void> {
  const stream = await startStream({
    endpoint,
    tableName: environment.tableName,
    project: projector,
    position: positionFile(data.file('stream.json')),
  });
  await stream.drain();
  await stream.stop();
}

import { DataDirectory } from '#infra/local/data-directory.ts';
import { anyCredentials } from '#infra/local/engine.ts';

/**
 * Points this process at the table that the environment names, or else at that of the running local system: without a
 * projector beside it, what is loaded would be counted nowhere.
 */
export function connect(): void {
  if (!process.env.TABLE_NAME) {
    const data = new DataDirectory('.data');
    const running = data.user() === undefined ? undefined : data.endpoints();
    if (!running) throw new Error('Nothing runs to load into: start the system first (npm start), or set TABLE_NAME');
    process.env.TABLE_NAME = running.database.tableName;
    process.env.DYNAMODB_ENDPOINT = running.database.endpoint;
  }
  // A local engine checks no credentials, but the client will not send without some.
  if (process.env.DYNAMODB_ENDPOINT) {
    for (const [name, value] of Object.entries(anyCredentials)) process.env[name] ||= value;
  }
}

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  CreateTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { tableDefinition, ttlAttribute } from '#functions/table/definition.ts';
import { type Child, startChild, untilAnswers } from './child.ts';
import { freePort } from './free-port.ts';

/** A DynamoDB to work against: our own process, or one that runs elsewhere (`child` is then undefined). */
export type Engine = { endpoint: string; child: Child | undefined; stop: () => Promise<void> };

/** Credentials for an engine that checks none. */
export const anyCredentials = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', AWS_REGION: 'us-east-1' };

function program(): [string, string[]] {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const home = dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json'));
    return [join(home, 'dynoxide'), []];
  }
  return ['npx', ['--yes', 'dynoxide']];
}

/**
 * Indexes for what the engine asks of its own file at every write: without them each write reads the
 * whole stream so far, and ten thousand items take hours.
 */
function indexStream(file: string): void {
  const database = new DatabaseSync(file);
  database.exec(`
    CREATE INDEX IF NOT EXISTS stream_next ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
    CREATE INDEX IF NOT EXISTS stream_order ON _stream_records (table_name, sequence_number);
  `);
  database.close();
}

/** A file in memory where the system has such, else in the folder for temporary files; removed with `remove`. */
function temporaryFile(): { file: string; remove: () => void } {
  const directory = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'commonplace-'));
  return { file: join(directory, 'table.db'), remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** Starts the engine, with its data in `file` or only as long as it runs, or takes the one that DYNAMODB_ENDPOINT names. */
export async function startEngine(options: { file?: string; port?: number } = {}): Promise<Engine> {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) return { endpoint: given, child: undefined, stop: async () => {} };
  // A port may be taken between our look and the engine's: then another is tried.
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(attempt === 1 ? options.port : undefined);
    const [command, args] = program();
    const { file, remove } = options.file ? { file: options.file, remove: () => {} } : temporaryFile();
    const child = startChild(command, [...args, 'serve', '--port', String(port), '--db-path', file], {
      env: anyCredentials,
    });
    const endpoint = `http://127.0.0.1:${port}`;
    try {
      await untilAnswers(endpoint, child, 'The DynamoDB engine');
      indexStream(file);
      const stop = async () => {
        await child.stop();
        remove();
      };
      return { endpoint, child, stop };
    } catch (error) {
      remove();
      if (attempt === 3 || !/in use/i.test(String(error))) throw error;
    }
  }
}

/** Creates the table as deployed, unless it is there. */
export async function createTable(endpoint: string, name: string): Promise<void> {
  const client = new DynamoDBClient({ endpoint });
  try {
    await client.send(new CreateTableCommand({ ...tableDefinition, TableName: name }));
    await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1, maxDelay: 2 }, { TableName: name });
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: name,
        TimeToLiveSpecification: { Enabled: true, AttributeName: ttlAttribute },
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  } finally {
    client.destroy();
  }
}

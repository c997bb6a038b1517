import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { handler as projector } from '#functions/projector.ts';
import { environment } from '#functions/runtime/environment.ts';
import { type Stream, startStream } from '#infra/local/stream.ts';
import { createTestTable } from '#tests/setup/table.ts';
import { KeptFacts } from './kept-facts.ts';

/** Everything behind the functions, for one test file: table, stream, user pool; and what the functions logged. */
export type System = {
  /** Projects all that was written, and compares every projection with a recount. */
  settle: () => Promise<void>;
  /** Access tokens whose accounts the user pool was asked to delete. */
  deletedTokens: string[];
  log: string[];
  stop: () => Promise<void>;
};

export async function startSystem(): Promise<System> {
  process.env.LOG_LEVEL = 'info';
  // Every search asks what changed, so that an answer changes by what is written alone.
  process.env.SEARCH_PATIENCE = '0';
  const log: string[] = [];
  const out = process.stdout.write;
  process.stdout.write = (text: string | Uint8Array) => log.push(String(text)) > 0;
  const table = await createTestTable();
  const deletedTokens: string[] = [];
  const pool = await startPool(deletedTokens);
  let stream: Stream | undefined;
  return {
    deletedTokens,
    log,
    settle: async () => {
      stream ??= await startStream({
        endpoint: process.env.DYNAMODB_ENDPOINT ?? '',
        tableName: table.name,
        project: (event, context) => projector(event as Parameters<typeof projector>[0], context),
      });
      await stream.drain();
      expect(await audit()).toMatchObject({ differences: [], unfit: [], setAside: [] });
      expect(log.filter((line) => line.includes('"level":"error"'))).toEqual([]);
    },
    stop: async () => {
      await stream?.stop();
      await new Promise((resolve) => pool.close(resolve));
      await table.drop();
      process.stdout.write = out;
    },
  };
}

/** What the user pool answers; the real one is used in the tests of the whole system. */
const renewed = { AuthenticationResult: { AccessToken: 'an-access-token', ExpiresIn: 3600 } };
async function startPool(deletedTokens: string[]): Promise<Server> {
  const pool = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      const { AccessToken } = JSON.parse(body) as { AccessToken?: string };
      if (AccessToken) deletedTokens.push(AccessToken);
      response.setHeader('content-type', 'application/x-amz-json-1.1').end(JSON.stringify(renewed));
    });
  });
  await new Promise<void>((resolve) => pool.listen(0, '127.0.0.1', resolve));
  process.env.USER_POOL_CLIENT_ID = 'the-site';
  process.env.COGNITO_ENDPOINT = `http://127.0.0.1:${(pool.address() as AddressInfo).port}`;
  return pool;
}

const kept = new Map<string, KeptFacts>();

/** Every fact in the table, as text by key; how often somebody wrote is none. */
export function facts(): Promise<Map<string, string>> {
  const { tableName } = environment;
  const ofTable = kept.get(tableName) ?? new KeptFacts();
  kept.set(tableName, ofTable);
  return ofTable.now();
}

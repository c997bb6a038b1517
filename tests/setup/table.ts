import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { closeDocumentClient, documentClient } from '#functions/runtime/document-client.ts';
import { anyCredentials, createTable, startEngine } from '#infra/local/engine.ts';
import { newId } from '#shared/ids.ts';

export type TestTable = { name: string; reset: () => Promise<void>; drop: () => Promise<void> };

/** An own table in memory for this test file, set as the one that functions use. `reset` gives an empty one. */
export async function createTestTable(): Promise<TestTable> {
  // Tests write more at once than anybody may.
  Object.assign(process.env, anyCredentials, { LIMIT_FACTOR: '1000000' });
  const engine = await startEngine();
  const table: TestTable = {
    name: '',
    reset: async () => {
      if (table.name) await documentClient().send(new DeleteTableCommand({ TableName: table.name }));
      table.name = `test-${newId()}`;
      await createTable(engine.endpoint, table.name);
      Object.assign(process.env, { DYNAMODB_ENDPOINT: engine.endpoint, TABLE_NAME: table.name });
      closeDocumentClient();
    },
    drop: async () => {
      closeDocumentClient();
      if (engine.child) delete process.env.DYNAMODB_ENDPOINT;
      await engine.stop();
    },
  };
  await table.reset();
  return table;
}

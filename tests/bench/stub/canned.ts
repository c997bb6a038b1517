import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { personIdOf } from '#functions/people/identity.ts';
import { storeHandle } from '#functions/people/table.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { handler as read } from '#functions/read.ts';
import { closeDocumentClient } from '#functions/runtime/document-client.ts';
import { handler as write } from '#functions/write.ts';
import { lambdaContext } from '#infra/local/lambda-context.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { subOf } from '#tests/builders/event.ts';
import { createTestTable } from '#tests/setup/table.ts';
import { manyItems } from '#tests/worlds/many-items.ts';
import type { Call } from './call.ts';
import { type Act, acts, isWrite, requestFor } from './requests.ts';

/** Real calls to replay, by what made them; the item they are about, and what the functions answered from them. */
export type Canned = {
  itemId: string;
  tableName: string;
  calls: Record<Act, Call[]>;
  /** Made once in many requests: what a person may do is counted by tens. */
  seldom: Call[];
  bodies: Record<Act, string>;
};

/** Runs every act on the engine, with a thousand items, and keeps each answer byte for byte. */
export async function record(): Promise<Canned> {
  const table = await createTestTable();
  const engine = process.env.DYNAMODB_ENDPOINT;
  const recorder = await startRecorder(engine ?? '');
  try {
    await storeHandle(personIdOf(subOf('reader')), 'reader', isoSeconds(new Date()));
    const [other = '', itemId = ''] = await manyItems(1000);
    await rebuild();
    process.env.DYNAMODB_ENDPOINT = recorder.endpoint;
    closeDocumentClient();
    const bodies: Partial<Record<Act, string>> = {};
    const calls: Partial<Record<Act, Call[]>> = {};
    const ask = (act: Act, id: string) =>
      (isWrite(act) ? write : read)(requestFor(act, id), lambdaContext('bench', 'record'));
    for (const act of acts) await ask(act, other);
    const seldom = recorder.calls.splice(0);
    for (const act of acts) {
      const answer = await ask(act, itemId);
      if (answer.statusCode !== 200) throw new Error(`${act} was answered ${answer.statusCode}: ${answer.body}`);
      bodies[act] = answer.body ?? '';
      calls[act] = recorder.calls.splice(0);
    }
    const { name: tableName } = table;
    return { itemId, tableName, calls: calls as Canned['calls'], seldom, bodies: bodies as Canned['bodies'] };
  } finally {
    closeDocumentClient();
    await recorder.stop();
    process.env.DYNAMODB_ENDPOINT = engine;
    await table.drop();
  }
}

/** Stands between the functions and the engine and keeps what comes back. */
async function startRecorder(engine: string) {
  const calls: Call[] = [];
  const server = createServer((asked, answer) => {
    void (async () => {
      const body = await buffer(asked);
      const forward = request(engine, { method: 'POST', headers: asked.headers }, (got) => {
        void buffer(got).then((bytes) => {
          const type = got.headers['content-type'] ?? 'application/x-amz-json-1.0';
          const target = String(asked.headers['x-amz-target']);
          calls.push({ target, sent: body.toString(), status: got.statusCode ?? 500, type, answer: bytes.toString() });
          answer.writeHead(got.statusCode ?? 500, { 'content-type': type, 'content-length': bytes.length });
          answer.end(bytes);
        });
      });
      forward.end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, stop };
}

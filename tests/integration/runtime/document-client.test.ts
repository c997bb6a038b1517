import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { Connection } from '#functions/runtime/connection.ts';
import { closeDocumentClient } from '#functions/runtime/document-client.ts';
import { failedConditions, isBusy } from '#functions/table/failures.ts';
import { getRow, putRow, transact } from '#functions/table/table.ts';
import { anyCredentials } from '#infra/local/engine.ts';
import {
  answers,
  answersHalf,
  type Deed,
  hangsUp,
  refuses,
  type ScriptedDatabase,
  startScriptedDatabase,
} from './scripted-database.ts';

const key = { pk: 'A', sk: '1' };
const found = answers(200, { Item: { pk: { S: 'A' }, sk: { S: '1' } } });
let database: ScriptedDatabase;

beforeAll(async () => {
  database = await startScriptedDatabase();
  Object.assign(process.env, anyCredentials, { DYNAMODB_ENDPOINT: database.endpoint, TABLE_NAME: 'scripted' });
});
// The SDK waits a random part of its time before it tries again.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => {
  closeDocumentClient();
  vi.unstubAllEnvs();
});
afterAll(() => database.stop());

test.each<[string, Deed]>([
  ['is throttled', refuses(400, 'ProvisionedThroughputExceededException')],
  ['is throttled as a whole', refuses(400, 'ThrottlingException')],
  ['fails within', refuses(500, 'InternalServerError')],
  ['is unavailable, and says so without JSON’s names', answers(503, {})],
  ['hangs up', hangsUp],
  ['breaks off within an answer', answersHalf],
])('a database that %s is asked again', async (_, trouble) => {
  database.script(trouble, trouble, found);

  expect(await getRow(key)).toEqual(key);
  expect(database.asked.map(({ headers }) => headers['amz-sdk-request'])).toEqual([
    'attempt=1; max=4',
    'attempt=2; max=4',
    'attempt=3; max=4',
  ]);
});

test.each<[string, Deed]>([
  ['throttled', refuses(400, 'ProvisionedThroughputExceededException')],
  ['broken', refuses(500, 'InternalServerError')],
  ['gone', hangsUp],
])('a database that stays %s is asked four times, and is busy', async (_, trouble) => {
  database.script(trouble);

  const error = await getRow(key).catch((error: unknown) => error);

  expect(isBusy(error)).toBe(true);
  expect(database.asked).toHaveLength(4);
});

test('what was refused for good is not asked again, and is an error of its class with what it carries', async () => {
  database.script(refuses(400, 'ConditionalCheckFailedException', { Item: { pk: { S: 'A' }, n: { N: '7' } } }));
  const refused = await putRow(key).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ConditionalCheckFailedException);
  expect(refused).toMatchObject({ Item: { pk: { S: 'A' }, n: { N: '7' } }, $metadata: { httpStatusCode: 400 } });
  expect(database.asked).toHaveLength(1);

  const CancellationReasons = [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Message: 'No' }];
  database.script(refuses(400, 'TransactionCanceledException', { CancellationReasons }));
  const cancelled = await transact([{ put: key }, { put: key }]).catch((error: unknown) => error);
  expect(cancelled).toBeInstanceOf(TransactionCanceledException);
  expect(failedConditions(cancelled)).toEqual([false, true]);
  expect(database.asked).toHaveLength(1);
});

test('a transaction has one name through all its tries, and the next has another', async () => {
  database.script(hangsUp, refuses(500, 'InternalServerError'), answers(200, {}));

  await transact([{ put: key }]);
  await transact([{ put: key }]);

  const names = database.asked.map(({ body }) => body.ClientRequestToken);
  expect(names[0]).toMatch(/^[\w-]{36}$/);
  expect(names).toEqual([names[0], names[0], names[0], expect.not.stringMatching(String(names[0]))]);
});

test('what is sent says where, what and how long it is, and is signed by a session', async () => {
  vi.stubEnv('AWS_SESSION_TOKEN', 'token+/=');
  database.script(answers(200, {}));

  await putRow({ ...key, title: 'Größe ∞ 😀' });

  const [{ headers, body } = { headers: {}, body: {} }] = database.asked;
  expect(body).toEqual({ TableName: 'scripted', Item: { pk: { S: 'A' }, sk: { S: '1' }, title: { S: 'Größe ∞ 😀' } } });
  expect(headers).toMatchObject({
    host: new URL(database.endpoint).host,
    'content-type': 'application/x-amz-json-1.0',
    'content-length': String(Buffer.byteLength(JSON.stringify(body))),
    'x-amz-target': 'DynamoDB_20120810.PutItem',
    'x-amz-security-token': 'token+/=',
    authorization: expect.stringMatching(
      /^AWS4-HMAC-SHA256 Credential=local\/\d{8}\/us-east-1\/dynamodb\/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, Signature=[\da-f]{64}$/,
    ),
  });
});

test('a clock that is wrong is set by the database’s, and the request signed again', async () => {
  const hours = 3;
  const date = new Date(Date.now() + hours * 3_600_000).toUTCString();
  const late = { message: 'Signature expired' };
  database.script(refuses(400, 'InvalidSignatureException', late, { date }), answers(200, {}, { date }));

  await getRow(key);
  await getRow(key);

  const sent = database.asked.map(({ headers }) =>
    Date.parse(String(headers['x-amz-date']).replace(/(....)(..)(..T..)(..)(..Z)/, '$1-$2-$3:$4:$5')),
  );
  const ahead = sent.map((time) => Math.round(Math.abs(time - Date.now()) / 3_600_000));
  expect(ahead).toEqual([0, hours, hours]);
});

test('a database that never answers is given up, and may be asked again', async () => {
  const connection = new Connection(20);
  database.script(() => {});
  const { hostname, port } = new URL(database.endpoint);
  const request = {
    method: 'POST',
    protocol: 'http:',
    hostname,
    port: Number(port),
    path: '/',
    headers: {},
    body: '{}',
  };

  await expect(connection.handle(request)).rejects.toMatchObject({ name: 'TimeoutError', code: 'ETIMEDOUT' });
  connection.destroy();
});

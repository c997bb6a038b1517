import { join } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildFunctions, functionsDirectory } from '#infra/build/functions.ts';
import { lambdaContext } from '#infra/local/lambda-context.ts';
import { type OperationName, operations } from '#shared/capabilities.ts';
import { feedAddress, feedFormats } from '#shared/feeds/rules.ts';
import { apiDocument } from '#shared/openapi/document.ts';
import { eventFor, type Request } from '#tests/builders/event.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';

type Lambda = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;
type Body = Record<string, unknown>;

let table: TestTable;
let functions: { read: Lambda; write: Lambda; page: Lambda };
const bundle = async (name: string) =>
  ((await import(/* @vite-ignore */ join(functionsDirectory, name, 'index.mjs'))) as { handler: Lambda }).handler;

beforeAll(async () => {
  table = await createTestTable();
  await buildFunctions();
  functions = { read: await bundle('read'), write: await bundle('write'), page: await bundle('page') };
});
afterAll(() => table.drop());

async function ask(name: OperationName, request: Request, by?: string): Promise<{ status: number; body: Body }> {
  const operation = operations[name];
  const serving = operation.auth === 'public' ? 'read' : 'write';
  const answer = await functions[serving](eventFor(operation, request, by), lambdaContext(serving, 'test'));
  return { status: answer.statusCode ?? 0, body: JSON.parse(answer.body ?? '{}') as Body };
}

test('what is uploaded does what the sources do, with all that was left out of it', async () => {
  for (const handle of ['alice', 'bob']) {
    expect(await ask('chooseHandle', { body: { handle } }, handle)).toMatchObject({ status: 200 });
  }
  const fields = { url: 'https://example.org/', title: 'A page' };
  const added = await ask('createItem', { body: { kind: 'link', fields } }, 'alice');
  expect(added.status).toBe(200);
  const params = { itemId: (added.body.item as { id: string }).id };
  expect(await ask('castVote', { params, body: { value: 'up' } }, 'bob')).toMatchObject({ status: 200 });
  expect(await ask('applyTag', { params: { ...params, tag: 'web' } }, 'bob')).toMatchObject({ status: 200 });
  const review = { rating: 4, text: 'Sound.', aspects: {} };
  expect(await ask('postReview', { params, body: review }, 'bob')).toMatchObject({ status: 200 });
  const text = 'Book Id,Title,Author,My Rating,My Review\n1,A book,Ann,4,Read';
  const begun = await ask('startImport', { body: { format: 'goodreads', text } }, 'bob');
  const importId = (begun.body.import as { id: string }).id;
  const step = await ask('advanceImport', { params: { importId } }, 'bob');
  expect(step).toMatchObject({ status: 200, body: { import: { state: 'done' } } });

  expect(await ask('getItem', { params })).toMatchObject({ status: 200, body: { item: { fields } } });
  expect(await ask('listRanking', { query: { order: 'hot' } })).toMatchObject({ status: 200 });
  expect(await ask('listMyMarks', {}, 'bob')).toMatchObject({ status: 200 });
});

test('the API’s document was written with every word that was left out of the functions', async () => {
  const { status, body } = await ask('getApiDocument', {});
  expect(status).toBe(200);
  expect(body).toEqual(JSON.parse(JSON.stringify(apiDocument())));
});

test('an API token is checked in the bundle as in the sources', async () => {
  const { body } = await ask('createToken', { body: { name: 'A script', scopes: ['read'] } }, 'alice');
  expect(await ask('getMe', { token: String(body.secret) })).toMatchObject({ status: 200, body: { handle: 'alice' } });
  expect(await ask('getMe', { token: 'rubbish' })).toMatchObject({ status: 401 });
});

test('a feed is written by what is uploaded', async () => {
  const event = eventFor(operations.listRanking, { headers: { host: 'commons.example' } });
  for (const format of feedFormats) {
    const address = { rawPath: feedAddress(format, '/'), rawQueryString: 'order=new' };
    const { statusCode, body } = await functions.page({ ...event, ...address }, lambdaContext('page', 'test'));
    expect({ format, statusCode }).toEqual({ format, statusCode: 200 });
    expect(body).toContain('Everything · New');
  }
});

test('an error of the database is understood as the sources understand it', async () => {
  const own = await ask('getItem', { params: { itemId: 'nonexistent1' } });
  expect(own).toMatchObject({ status: 404, body: { code: 'item_not_found' } });
  // Refused by a condition of the table, which comes back as an error of its own class.
  expect(await ask('chooseHandle', { body: { handle: 'alice' } }, 'carol')).toMatchObject({
    status: 409,
    body: { code: 'handle_taken' },
  });
});

import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { allOperations, operations } from '#shared/capabilities.ts';
import type { ApiDocument, ApiResponse, JsonSchema } from '#shared/openapi/schema.ts';
import type { Operation } from '#shared/operation.ts';
import { examplesOf } from '#tests/builders/request.ts';
import { as, call } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';

let system: System;
let world: World;
let document: ApiDocument;
beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
  await system.settle();
  const { body } = await call(operations.getApiDocument);
  const validator = new Validator();
  expect((await validator.validate(structuredClone(body))).valid).toBe(true);
  document = validator.resolveRefs() as unknown as ApiDocument;
});
afterAll(() => system.stop());

/** What the served document says of an answer, as a validator that is made from it alone. */
function answerOf({ method, path }: Operation, status: number): z.ZodType {
  const found: ApiResponse | undefined = document.paths[path]?.[method.toLowerCase()]?.responses[String(status)];
  const schema: JsonSchema = Object.values(found?.content ?? {})[0]?.schema ?? expect.fail(`${path}: ${status}`);
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
}

// Whoever leaves cannot be answered again.
const asked = allOperations.filter(({ name }) => name !== 'deleteAccount');

test.each(asked)('$name answers as the served document says', async (operation) => {
  for (const { by, ...example } of await examplesOf(operation, world)) {
    const { status, body } = await call(operation, example, by);
    expect(status).toBe(200);
    expect(answerOf(operation, status).safeParse(body).error).toBeUndefined();
  }
});

test.each([
  ['getItem', { params: { itemId: 'nonexistent1' } }, undefined, 404],
  ['getItem', { params: { itemId: 'no id' } }, undefined, 400],
  ['castVote', {}, undefined, 401],
  ['createItem', { raw: '{' }, 'alice', 400],
  ['reviseItem', { params: { itemId: 'nonexistent1' }, body: { fields: {}, base: 1 } }, 'alice', 404],
] as const)('%s refuses as the served document says', async (name, request, by, expected) => {
  const { status, body } = await call(operations[name], request, by);
  expect(status).toBe(expected);
  expect(answerOf(operations[name], status).safeParse(body).error).toBeUndefined();
  expect(answerOf(operations[name], status).safeParse({ ...body, code: 'another' }).success).toBe(false);
});

test('what the document says is asked, is taken; what it says is not, is refused', async () => {
  const body = document.paths['/api/me/tokens']?.post?.requestBody?.content['application/json']?.schema;
  const asks = z.fromJSONSchema(body as Parameters<typeof z.fromJSONSchema>[0]);
  const good = { name: 'A script', scopes: ['read'] };
  for (const wrong of [
    { ...good, scopes: [] },
    { ...good, scopes: ['all'] },
    { ...good, more: 1 },
    { scopes: ['read'] },
  ]) {
    expect(asks.safeParse(wrong).success).toBe(false);
    expect((await as('carol').call('createToken', { body: wrong })).code).toBe('invalid_input');
  }
  expect(asks.safeParse(good).success).toBe(true);
});

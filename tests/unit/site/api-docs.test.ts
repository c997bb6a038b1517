import { describe, expect, test } from 'vitest';
import { curlOf, exampleOf } from '#frontend/features/openapi/curl.ts';
import { byCapability, isFor, matches } from '#frontend/features/openapi/described.ts';
import { limitsOf, notation } from '#frontend/features/openapi/notation.ts';
import { allOperations, operations } from '#shared/capabilities.ts';
import { apiDocument } from '#shared/openapi/document.ts';

const document = apiDocument();
const shapes = document.components.schemas;
const all = byCapability(document).flatMap((group) => group.operations);
const of = (name: string) => all.find(({ operation }) => operation.operationId === name) ?? expect.fail(name);
const curl = (name: string) => curlOf(of(name), 'https://site.example', shapes);

test('every operation is shown once, with its address for tokens', () => {
  expect(all.map(({ operation }) => operation.operationId).sort()).toEqual(Object.keys(operations).sort());
  expect(of('createItem').byToken).toEqual({ path: '/api/token/items', scope: 'save' });
  expect(of('castVote').byToken).toBeUndefined();
});

test('a schema is written as people read one', () => {
  expect(notation({ type: 'integer' })).toBe('number');
  expect(notation({ enum: ['up', 'down'] })).toBe('"up" | "down"');
  expect(notation({ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } })).toBe(
    '(string | null)[]',
  );
  expect(notation({ type: ['string', 'null'] })).toBe('string | null');
  expect(notation({ $ref: '#/components/schemas/Card' })).toBe('Card');
  expect(notation({ type: 'object', additionalProperties: { type: 'number' } })).toBe('{\n  [name]: number\n}');
  expect(
    notation({ type: 'object', required: ['a'], properties: { a: { type: 'string', maxLength: 9 }, b: {} } }),
  ).toBe('{\n  a: string  // up to 9 characters\n  b?: anything\n}');
  for (const shape of Object.values(shapes)) expect(notation(shape)).not.toMatch(/undefined|\[object/);
});

test('what a schema limits is told in words', () => {
  expect(limitsOf({ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER })).toBe('from 1, whole');
  expect(limitsOf({ type: 'number', minimum: 0.5, maximum: 5, multipleOf: 0.5 })).toBe('0.5 to 5, in steps of 0.5');
  expect(limitsOf({ type: 'array', minItems: 10, maxItems: 10 })).toBe('10 of them');
  expect(limitsOf({ type: 'string', default: 'hot' })).toBe('"hot" unless told');
});

describe('a call from a command line', () => {
  test('needs nothing where anyone may call', () => {
    expect(curl('getItem')).toBe("curl 'https://site.example/api/items/ITEM'");
    expect(curl('findItem')).toBe("curl 'https://site.example/api/identifiers?value=%E2%80%A6'");
  });

  test('goes by API token where one may, else by session', () => {
    expect(curl('applyTag')).toBe(
      "curl -X PUT 'https://site.example/api/token/items/ITEM/tags/TAG' \\\n  -H 'Authorization: Bearer cp_…'",
    );
    expect(curl('castVote')).toContain("-H 'Authorization: Bearer ACCESS_TOKEN'");
    expect(curl('renewSession')).toContain("-H 'Cookie: __Secure-session=…'");
  });

  test('brings a body that the contract takes in its form', () => {
    expect(curl('createToken')).toContain(`-d '{"name":"…","scopes":["read"]}'`);
    expect(curl('createToken')).toContain('Idempotency-Key');
    for (const { name, body } of allOperations) {
      const schema = of(name).operation.requestBody?.content['application/json']?.schema;
      if (!body || !schema) continue;
      const issues = body.safeParse(exampleOf(schema, shapes)).error?.issues ?? [];
      // What a text must be like beyond its pattern is in no schema.
      expect(
        issues.filter(({ code }) => code !== 'custom' && code !== 'invalid_format'),
        name,
      ).toEqual([]);
    }
  });
});

test('operations are found by word, address, code, and by who may call', () => {
  const found = (search: string) =>
    all.filter((one) => matches(one, search)).map(({ operation }) => operation.operationId);
  expect(found('token_limit')).toEqual(['createToken']);
  expect(found('removeTag')).toEqual(['removeTag']);
  expect(found('nothing like it')).toEqual([]);
  expect(found('')).toHaveLength(all.length);
  const callable = (caller: 'anyone' | 'person' | 'token') =>
    all.filter((one) => isFor(one, caller)).map(({ operation }) => operation.operationId);
  expect(callable('anyone')).toContain('getItem');
  expect(callable('anyone')).not.toContain('getMe');
  expect(callable('token')).toEqual(expect.arrayContaining(['getItem', 'getMe', 'createItem']));
  expect(callable('token')).not.toContain('castVote');
  expect(callable('person')).toEqual(expect.arrayContaining(['castVote', 'getMe']));
});

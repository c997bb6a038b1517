import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { statusOf } from '#shared/app-error.ts';
import { allOperations, capabilities, operations } from '#shared/capabilities.ts';
import { httpErrors } from '#shared/http/errors.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { apiDocument } from '#shared/openapi/document.ts';
import { routesOf } from '#shared/tokens/rules.ts';

const document = apiDocument();
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);
const of = (operationId: string) =>
  described.find((one) => one.operationId === operationId) ?? expect.fail(operationId);

test('the document is OpenAPI 3.1, by a validator that is not ours', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document) as unknown as Record<string, unknown>);
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

test('every operation is in it, at every address it has, with what it is for', () => {
  const addresses = routesOf(allOperations).map(({ operation, path }) => `${operation.method} ${path}`);
  expect(described.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(addresses.sort());
  for (const { name, summary } of allOperations) expect(of(name).summary).toBe(summary);
  expect(new Set(described.map(({ operationId }) => operationId)).size).toBe(described.length);
});

test('every one stands under its capability', () => {
  expect(document.tags.map(({ name }) => name)).toEqual(Object.keys(capabilities));
  for (const [capability, all] of Object.entries(capabilities))
    for (const name of Object.keys(all)) expect(of(name).tags).toEqual([capability]);
  expect(Object.keys(operations)).toHaveLength(Object.values(capabilities).flatMap((all) => Object.keys(all)).length);
});

test('it says who may call', () => {
  expect(of('getItem').security).toEqual([]);
  expect(of('castVote').security).toEqual([{ session: [] }]);
  expect(of('renewSession').security).toEqual([{ cookie: [] }]);
  expect(of('createItem').security).toEqual([{ session: [] }]);
  expect(of('createItemByToken')).toMatchObject({ path: '/api/token/items', security: [{ apiToken: ['save'] }] });
  const schemes = Object.keys(document.components.securitySchemes);
  for (const { security } of described)
    for (const one of security) expect(schemes).toEqual(expect.arrayContaining(Object.keys(one)));
});

test('it says what is asked: parts of the address, the query, the body, the key of a creation', () => {
  const names = (operationId: string) => of(operationId).parameters.map(({ name, in: place }) => `${place} ${name}`);
  expect(names('applyTag')).toEqual(['path itemId', 'path tag']);
  expect(names('createItem')).toEqual(['header Idempotency-Key']);
  expect(names('listReviews')).toContain('query cursor');
  for (const { path, parameters } of described) {
    const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
    expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  }
  for (const { name, body } of allOperations) expect(of(name).requestBody !== undefined, name).toBe(body !== undefined);
  for (const { label } of Object.values(kinds))
    expect(document.components.schemas).toHaveProperty(`${label}Fields.properties`);
});

test('it names every code that an operation documents, by its status', () => {
  for (const { name, errors, scope, method } of allOperations) {
    const codes = of(name)['x-problem-codes'];
    const all = Object.values(codes).flat();
    expect(all, name).toEqual(expect.arrayContaining(errors.filter((code) => code !== 'scope_missing')));
    for (const [status, some] of Object.entries(codes)) {
      for (const code of some) expect(statusOf[code].status).toBe(Number(status));
      expect(of(name).responses[status]?.description).toContain(some[0]);
    }
    const others = all.filter((code) => !(code in httpErrors) && !(errors as readonly string[]).includes(code));
    expect(others, name).toEqual([]);
    expect(all.includes('no_room'), name).toBe(method !== 'GET');
    if (scope) expect(of(`${name}ByToken`)['x-problem-codes']['403']).toContain('scope_missing');
  }
});

test('everything it refers to is there, and nothing is left of how it was made', () => {
  const text = JSON.stringify(document);
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
    expect(document.components.schemas, name).toHaveProperty([name ?? '']);
  for (const [name, shape] of Object.entries(document.components.schemas)) expect(shape, name).toHaveProperty('type');
  expect(document.components.schemas.NewItem?.properties?.fields?.anyOf).toHaveLength(Object.keys(kinds).length);
  expect(text).not.toMatch(/\$defs|\$schema|"\$id"/);
});

import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { statusOf } from '#shared/app-error.ts';
import { allOperations, operations } from '#shared/capabilities.ts';
import { httpErrors } from '#shared/http/errors.ts';
import type { Operation } from '#shared/operation.ts';
import { routesOf, tokenRoot } from '#shared/tokens/rules.ts';
import { examples } from '#tests/builders/request.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const handlersOf = ({ name }: Operation) => globSync(`functions/*/${kebab(name)}.ts`);
const fieldsOf = (schema: Operation['params']) =>
  schema
    ? Object.keys(
        (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as { properties?: object }).properties ?? {},
      )
    : [];

/** Which capability declares an operation. */
const capabilityOf = ({ name }: Operation) =>
  globSync('shared/*/operations.ts')
    .filter((file) => read(file).includes(`export const ${name} = operation(`))
    .map((file) => basename(dirname(file)));

describe('every operation', () => {
  test('is declared once, under its own name, at an address of its own', () => {
    expect(Object.entries(operations).filter(([key, { name }]) => key !== name)).toEqual([]);
    const addresses = routesOf(allOperations).map(
      ({ operation, path }) => `${operation.method} ${path.replace(/\{\w+\}/g, '{}')}`,
    );
    expect(addresses).toHaveLength(new Set(addresses).size);
  });

  test.each(allOperations)('$name has one handler, in its capability, named after it', (operation) => {
    const [capability, ...others] = capabilityOf(operation);
    expect(others).toEqual([]);
    expect(handlersOf(operation)).toEqual([`functions/${capability}/${kebab(operation.name)}.ts`]);
    expect(read(handlersOf(operation)[0] ?? '')).toContain(`export const ${operation.name}`);
  });

  test.each(allOperations)('$name is served by the function of its callers alone', (operation) => {
    const [file = ''] = handlersOf(operation);
    const serving = ['read', 'read-seldom', 'write', 'write-seldom'].filter((entry) =>
      read(`functions/${entry}.ts`).includes(`'${file.replace('functions/', './')}'`),
    );
    expect(serving).toHaveLength(1);
    expect(serving[0]?.startsWith('read')).toBe(operation.auth === 'public');
  });

  test.each(allOperations)(
    '$name says what it takes, and what it may answer',
    ({ path, params, query, auth, scope, freshness, name, ...operation }) => {
      expect(fieldsOf(params)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part));
      expect(fieldsOf(query).includes('cursor')).toBe(operation.errors.includes('invalid_cursor'));
      expect(operation.summary).toMatch(/^[A-Z].+\.$/s);
      expect(operation.errors).toHaveLength(new Set(operation.errors).size);
      if (operation.method === 'GET') expect(operation.body).toBeUndefined();
      if (auth !== 'public') expect(freshness).toBe('none');
      // Whose cookie it is nobody knows before the user pool was asked: there is only an address to count.
      if (auth === 'cookie') expect([['sessions'], []]).toContainEqual(operation.limits);
      // Only who signed in by themselves makes tokens, leaves for good, or asks the user pool for anything.
      expect(path.startsWith(tokenRoot)).toBe(false);
      if (scope) expect([auth, ...operation.errors]).toEqual(expect.arrayContaining(['person', 'scope_missing']));
      else expect(operation.errors).not.toContain('scope_missing');
      if (auth === 'person') {
        if (name !== 'deleteAccount') expect(operation.errors).toContain('account_deleted');
      }
    },
  );

  test('has examples, which the tests of bad input and authorization start from', () => {
    expect(Object.keys(examples).sort()).toEqual(Object.keys(operations).sort());
  });
});

describe('every error code', () => {
  const files = globSync('shared/*/errors.ts');
  const declared = files.flatMap((file) =>
    [...read(file).matchAll(/^ {2}(\w+): \{ status/gm)].map(([, code]) => ({ code: code ?? '', file })),
  );

  test('belongs to one capability', () => {
    const codes = declared.map(({ code }) => code);
    expect(codes).toHaveLength(new Set(codes).size);
    expect(codes.sort()).toEqual(Object.keys(statusOf).sort());
  });

  test('has the status of a refusal and a title that is a sentence', () => {
    for (const { status, title } of Object.values(statusOf)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(title).toMatch(/^[A-Z][^.]+$/);
    }
  });

  test('is documented by an operation, unless any may answer it', () => {
    const documented = new Set([...allOperations.flatMap(({ errors }) => errors), ...Object.keys(httpErrors)]);
    expect(declared.filter(({ code }) => !documented.has(code as never))).toEqual([]);
  });

  test('is thrown somewhere', () => {
    const sources = [...globSync('functions/**/*.ts'), ...globSync('infra/**/*.ts')].map(read).join('\n');
    expect(declared.filter(({ code }) => !sources.includes(`'${code}'`))).toEqual([]);
  });
});

test('a capability has the same name in every layer', () => {
  const layers = ['runtime', 'http', 'table', 'projections', 'relations'];
  const inFunctions = globSync('functions/*/')
    .map((path) => basename(path))
    .filter((name) => !layers.includes(name));
  expect(inFunctions.filter((name) => !existsSync(`shared/${name}`))).toEqual([]);
});

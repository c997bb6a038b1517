import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allOperations } from '#shared/capabilities.ts';
import type { Operation } from '#shared/operation.ts';
import { examplesOf, type Valid } from '#tests/builders/request.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { call } from './call.ts';
import { isOfType, nameOf, type Place, placesIn, withValue } from './places.ts';
import { facts, type System, startSystem } from './system.ts';

let system: System;
let world: World;
let before: Map<string, string>;
beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
  await system.settle();
  before = await facts();
});
afterAll(() => system.stop());

const withInput = allOperations.filter(({ params, query, body }) => params ?? query ?? body);
const withBody = allOperations.filter(({ body }) => body);

/** Sends every changed example of an operation; each must be refused with one of these codes. */
async function expectRefused(
  operation: Operation,
  change: (place: Place) => unknown[],
  codes: readonly string[] = ['invalid_input'],
  where: (place: Place) => boolean = () => true,
): Promise<void> {
  for (const example of await examplesOf(operation, world)) {
    for (const place of placesIn(operation, example).filter(where)) {
      for (const value of change(place))
        await expectCode(operation, withValue(example, place, value), codes, `${nameOf(place)} = ${written(value)}`);
    }
  }
}

async function expectCode(
  operation: Operation,
  { by, ...request }: Valid,
  codes: readonly string[],
  about: string,
): Promise<void> {
  const { status, code, text } = await call(operation, request, by);
  expect.soft(codes, `${operation.name}, ${about}: ${status} ${text.slice(0, 300)}`).toContain(code);
}

const written = (value: unknown) => (value === undefined ? 'missing' : String(JSON.stringify(value)).slice(0, 60));
const isField = ({ path }: Place) => path.length > 0;

/** Operations whose text may be as long as a file, or as a page. */
const takesFiles = ['startImport', 'inspectFile', 'reviseItem', 'composeItem'];

describe('a field', () => {
  it.each(withInput)('that is missing is refused by $name', async (operation) => {
    await expectRefused(
      operation,
      () => [undefined],
      ['invalid_input'],
      (place) => isField(place) && place.required,
    );
  });

  it.each(withInput)('too many is refused by $name', async (operation) => {
    const isObject = ({ schema }: Place) =>
      schema.type === 'object' && (schema.additionalProperties === false || schema.properties !== undefined);
    for (const example of await examplesOf(operation, world)) {
      for (const place of placesIn(operation, example).filter(isObject)) {
        for (const name of ['extra', 'constructor', 'toString', 'id', 'by', 'byId', 'pk', '']) {
          const more = withValue(example, { part: place.part, path: [...place.path, name] }, 'x');
          await expectCode(operation, more, ['invalid_input'], `${nameOf(place)} with ${name}`);
        }
      }
    }
  });

  it.each(withBody)('of another type is refused by $name', async (operation) => {
    const values = [null, true, 7, 1.5, 'text', '7', [], {}, [[]], { a: 1 }, [null], 1e300];
    const others = ({ schema }: Place) => values.filter((value) => !isOfType(schema, value));
    await expectRefused(operation, others, ['invalid_input'], ({ part }) => part === 'body');
  });

  it.each(withInput)('that is far too long is refused by $name', async (operation) => {
    const texts = [30_000, 1_000_000].map((length) => 'x'.repeat(length));
    const isText = ({ schema, path }: Place) =>
      schema.type === 'string' && !(takesFiles.includes(operation.name) && path[0] === 'text');
    await expectRefused(operation, () => texts, ['invalid_input', 'body_too_large'], isText);
  });

  it.each(withBody)('that is a list or object far too large is refused by $name', async (operation) => {
    const many = ({ schema }: Place) =>
      schema.type === 'array'
        ? [Array(10_000).fill('x'), Array(20_000).fill(null)]
        : [Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`name${n}`, n]))];
    const isMany = ({ schema, part }: Place) =>
      part === 'body' && (schema.type === 'array' || schema.type === 'object');
    await expectRefused(operation, many, ['invalid_input'], isMany);
  });

  it('refused leaves everything as it was', async () => {
    const after = await facts();
    // Asking for examples makes none: only what somebody got through would show.
    expect([...after].filter(([key, row]) => before.get(key) !== row)).toEqual([]);
    expect(after.size).toBe(before.size);
    await system.settle();
  });
});

describe('a number', () => {
  const literals = [
    '1e999',
    '-1e999',
    '1e308',
    '-1e308',
    '5e-324',
    '1e-200',
    '-0',
    '9007199254740993',
    '0.30000000000000004',
    '1E400',
    '123456789012345678901234567890',
  ];
  const isNumber = ({ schema }: Place) => schema.type === 'number' || schema.type === 'integer';

  it.each(withBody)('of any size gets a documented answer from $name', async (operation) => {
    for (const { by, ...example } of await examplesOf(operation, world)) {
      for (const place of placesIn(operation, example).filter(isNumber)) {
        for (const literal of literals) {
          const { body } = withValue(example, place, '@number@');
          const raw = JSON.stringify(body).replace('"@number@"', literal);
          const { code, text } = await call(
            operation,
            { ...example, raw, headers: { 'content-type': 'application/json' } },
            by,
          );
          expect
            .soft(
              [undefined, 'invalid_input', 'edit_conflict', 'review_conflict'],
              `${nameOf(place)} = ${literal}: ${text.slice(0, 200)}`,
            )
            .toContain(code);
        }
      }
    }
  });

  it('and is counted exactly', () => system.settle());
});

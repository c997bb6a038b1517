import { personIdOf } from '#functions/people/identity.ts';
import { type OperationName, operations } from '#shared/capabilities.ts';
import { subOf } from '#tests/builders/event.ts';
import type { Valid } from '#tests/builders/request.ts';
import fc from '#tests/setup/properties.ts';
import type { World } from '#tests/worlds/alice-and-bob.ts';
import { hostileStrings } from './hostile-strings.ts';
import { type Place, withValue } from './places.ts';

/** Which of an operation's examples is sent, by whom, and what is changed about it: all by number, so that it can shrink. */
export type Plan = {
  operation: OperationName;
  example: number;
  by: string | undefined;
  changes: readonly { place: number; value: Value }[];
  raw: Spoiling | undefined;
  headers: Record<string, string>;
};
/** A value put in a place: as it is, missing, or made from the valid one. */
type Value = { is: unknown } | { missing: true } | { bent: { at: number; by: string } };
/** What is done to a written body: a stretch of it replaced. */
type Spoiling = { at: number; length: number; by: string };

const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));
const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'value', 'pk', 'byId', ''];
const megabyte = ['x', '\u{1f4a9}', '\ud800', '\u0000', '[', '"', '\u0301'].map((text) =>
  text.repeat(1_000_000 / text.length),
);
const numbers = [0, -0, -1, 0.5, 5.5, 1e308, -1e308, 5e-324, 2 ** 53, 2 ** 63, -(2 ** 31), 1e21, Number.NaN, Infinity];

/** What other people's things are called, and people themselves inside; what nobody may see cannot be sent as text. */
const otherIds = (world: World) => [
  ...Object.values(world),
  personIdOf(subOf('nobody')),
  subOf('nobody'),
  'zzzzzzzzzzzz',
];

const object = fc
  .array(fc.tuple(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 2 })), { maxLength: 5 })
  .map((all) => {
    const made = {};
    for (const [name, value] of all) {
      Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
    }
    return made;
  });

/** Anything that may stand in a place: hostile, somebody else's, nearly what was there, or nothing. */
function value(world: World): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...hostileStrings).map((is) => ({ is })) },
    { weight: 4, arbitrary: fc.constantFrom(...otherIds(world)).map((is) => ({ is })) },
    { weight: 4, arbitrary: fc.record({ bent: fc.record({ at: fc.nat(), by: fc.string({ maxLength: 3 }) }) }) },
    { weight: 3, arbitrary: anyUnits.map((is) => ({ is })) },
    { weight: 3, arbitrary: fc.oneof(fc.constantFrom(...numbers), fc.double(), fc.integer()).map((is) => ({ is })) },
    { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }).map((is) => ({ is })) },
    { weight: 2, arbitrary: object.map((is) => ({ is })) },
    { weight: 2, arbitrary: fc.constant({ missing: true as const }) },
    { weight: 1, arbitrary: fc.constantFrom(...megabyte).map((is) => ({ is })) },
  );
}

const types = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'multipart/form-data',
  '',
  'x'.repeat(5000),
];
const headers = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom(...types).map((type) => ({ 'content-type': type })) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 120 })
      .map((key) => ({ 'idempotency-key': key })),
  },
);

/** Something once in so many times, else nothing. */
export const seldom = <T>(times: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** Requests of the contract: valid, nearly valid and hostile. */
export function requests(world: World): fc.Arbitrary<Plan> {
  return fc.record({
    operation: fc.constantFrom(...(Object.keys(operations) as OperationName[])),
    example: fc.nat(10),
    by: seldom(3, fc.constantFrom('alice', 'bob', 'carol', 'mallory', 'nameless')),
    changes: fc.array(fc.record({ place: fc.nat(1000), value: value(world) }), { maxLength: 3 }),
    raw: seldom(
      12,
      fc.record({ at: fc.nat(), length: fc.nat(4), by: fc.oneof(anyUnits, fc.constantFrom('"', '}', '\\', ',')) }),
    ),
    headers,
  });
}

/** The request of a plan, from the operation's valid ones and the places in its input. */
export function carriedOut(plan: Plan, examples: readonly Valid[], placesOf: (example: Valid) => Place[]): Valid {
  const example = examples[plan.example % examples.length] ?? {};
  const places = placesOf(example);
  const changes = plan.changes.flatMap(({ place, value }) => {
    const found = places[place % Math.max(1, places.length)];
    return found ? [{ place: found, value }] : [];
  });
  // From the inside out: what is put around a place has the last word.
  changes.sort((one, other) => other.place.path.length - one.place.path.length);
  let request: Valid = { ...example };
  for (const { place, value } of changes) {
    request = withValue(request, place, textWhereText(place, madeOf(value, at(example, place))));
  }
  // An account is deleted by somebody nobody needs any more.
  if (plan.operation !== 'deleteAccount' && plan.by) request.by = plan.by;
  if (plan.raw && request.body !== undefined) {
    const { body, ...rest } = request;
    const json = JSON.stringify(body) ?? '';
    const from = plan.raw.at % (json.length + 1);
    const raw = json.slice(0, from) + plan.raw.by + json.slice(from + plan.raw.length);
    request = { ...rest, raw: Buffer.from(raw).toString() };
  }
  return { ...request, headers: { ...request.headers, ...plan.headers } };
}

function madeOf(value: Value, valid: unknown): unknown {
  if ('is' in value) return value.is;
  if ('missing' in value) return undefined;
  const text = typeof valid === 'string' ? valid : String(valid ?? '');
  const from = value.bent.at % (text.length + 1);
  return text.slice(0, from) + value.bent.by + text.slice(from + 1);
}

/** Path and query reach a function as text. */
function textWhereText({ part, path }: Place, value: unknown): unknown {
  if (part === 'body' || value === undefined) return value;
  return path.length === 0 ? {} : typeof value === 'string' ? value : String(JSON.stringify(value));
}

const at = (example: Valid, { part, path }: Place): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], example[part]);

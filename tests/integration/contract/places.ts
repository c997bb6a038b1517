import * as z from 'zod/mini';
import { kinds } from '#shared/items/kinds/registry.ts';
import type { Operation } from '#shared/operation.ts';
import type { Valid } from '#tests/builders/request.ts';

const parts = ['params', 'query', 'body'] as const;
type Part = (typeof parts)[number];
type Schema = {
  type?: string | string[];
  enum?: unknown[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  items?: Schema;
};

/** A value in an operation's input: where it stands, and what the contract says of it. */
export type Place = { part: Part; path: (string | number)[]; schema: Schema; required: boolean };

const jsonSchema = (schema: z.core.$ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

/** Every place in an operation's input, outermost first; inside lists and records, where the example has entries. */
export function placesIn(operation: Operation, example: Valid): Place[] {
  return parts.flatMap((part) => {
    const schema = operation[part];
    return schema
      ? [...walk({ part, path: [], schema: jsonSchema(schema), required: true }, example[part], example)]
      : [];
  });
}

function* walk(place: Place, value: unknown, example: Valid): Generator<Place> {
  yield place;
  const { schema, path } = place;
  const inside = (name: string | number) => (value as Record<string | number, unknown> | undefined)?.[name];
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const ofKind = name === 'fields' && example.fieldsOf ? jsonSchema(kinds[example.fieldsOf].schema) : property;
    const required = schema.required?.includes(name) ?? false;
    yield* walk({ ...place, path: [...path, name], schema: ofKind, required }, inside(name), example);
  }
  const entry =
    typeof schema.additionalProperties === 'object' && !schema.properties ? schema.additionalProperties : undefined;
  for (const name of entry ? Object.keys(value ?? {}) : []) {
    yield* walk({ ...place, path: [...path, name], schema: entry ?? {}, required: false }, inside(name), example);
  }
  if (schema.items && Array.isArray(value) && value.length > 0) {
    yield* walk({ ...place, path: [...path, 0], schema: schema.items, required: false }, value[0], example);
  }
}

/** Whether a JSON value is of the type that a place wants; its form is another question. */
export function isOfType({ type }: Schema, value: unknown): boolean {
  if (Array.isArray(type)) return type.some((one) => isOfType({ type: one }, value));
  if (type === 'null') return value === null;
  if (type === undefined) return true;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

/** The example with another value in a place; undefined takes it away. */
export function withValue(example: Valid, { part, path }: Pick<Place, 'part' | 'path'>, value: unknown): Valid {
  const whole = structuredClone(example) as Record<string, unknown>;
  const last = path.at(-1);
  if (last === undefined) return { ...whole, [part]: value };
  let at = whole as Record<string | number, unknown>;
  for (const step of [part, ...path.slice(0, -1)]) {
    at[step] ??= {};
    at = at[step] as typeof at;
  }
  if (value === undefined) delete at[last];
  else Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
  return whole;
}

/** A place as tests name it. */
export const nameOf = ({ part, path }: Pick<Place, 'part' | 'path'>) => [part, ...path].join('.');

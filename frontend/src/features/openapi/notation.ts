import type { JsonSchema } from '#shared/openapi/schema.ts';

const types: Record<string, string> = { integer: 'number', null: 'null' };

/** A schema as people read one: in the manner of TypeScript, with what it limits as a comment. */
export function notation(schema: JsonSchema, indent = ''): string {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const some = schema.anyOf ?? schema.oneOf;
  if (some) return some.map((one) => notation(one, indent)).join(' | ');
  if (schema.allOf) return schema.allOf.map((one) => notation(one, indent)).join(' & ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => notation({ ...schema, type }, indent)).join(' | ');
  if (schema.type === 'array') return listOf(notation(schema.items ?? {}, indent));
  if (schema.type === 'object') return objectOf(schema, indent);
  return schema.type === undefined ? 'anything' : (types[schema.type] ?? schema.type);
}

/** The name in a reference. */
export const nameOf = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1);

const listOf = (inner: string) => (/ [|&] /.test(inner) && !inner.startsWith('{') ? `(${inner})[]` : `${inner}[]`);

function objectOf({ properties = {}, required = [], additionalProperties: more }: JsonSchema, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, schema]) => {
    const limits = limitsOf(schema);
    return `${inner}${name}${required.includes(name) ? '' : '?'}: ${notation(schema, inner)}${limits && `  // ${limits}`}`;
  });
  if (typeof more === 'object') lines.push(`${inner}[name]: ${notation(more, inner)}`);
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
}

/** What a schema asks beyond its type, in words; empty where it asks nothing more. */
export function limitsOf(schema: JsonSchema): string {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems, multipleOf, pattern, type } = schema;
  const between = (least: number | undefined, most: number | undefined, what: string) => {
    if (least === undefined && most === undefined) return undefined;
    const few = least === undefined || Math.abs(least) === Number.MAX_SAFE_INTEGER ? undefined : least;
    const many = most === undefined || most === Number.MAX_SAFE_INTEGER ? undefined : most;
    if (few === undefined && many === undefined) return undefined;
    if (few === many) return `${few}${what}`;
    return few === undefined
      ? `up to ${many}${what}`
      : many === undefined
        ? `from ${few}${what}`
        : `${few} to ${many}${what}`;
  };
  return [
    between(minLength, maxLength, ' characters'),
    between(minimum, maximum, ''),
    between(minItems, maxItems, ' of them'),
    type === 'integer' ? 'whole' : undefined,
    multipleOf === undefined ? undefined : `in steps of ${multipleOf}`,
    pattern === undefined ? undefined : `as ${pattern}`,
    schema.default === undefined ? undefined : `${JSON.stringify(schema.default)} unless told`,
  ]
    .filter(Boolean)
    .join(', ');
}

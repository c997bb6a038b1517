import type { JsonSchema } from '#shared/openapi/schema.ts';
import type { Described } from './described.ts';
import { nameOf } from './notation.ts';

type Shapes = Record<string, JsonSchema>;

/** Something that a schema would take: what it requires and no more. */
export function exampleOf(schema: JsonSchema, shapes: Shapes): unknown {
  if (schema.$ref) return exampleOf(shapes[nameOf(schema.$ref)] ?? {}, shapes);
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return exampleOf(first, shapes);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object': {
      const { properties = {}, required = [] } = schema;
      return Object.fromEntries(required.map((name) => [name, exampleOf(properties[name] ?? {}, shapes)]));
    }
    case 'array':
      return schema.minItems ? [exampleOf(schema.items ?? {}, shapes)] : [];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return schema.pattern?.includes('{12}') ? 'a1B2c3D4e5F6' : '…';
  }
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** How to call it from a command line: by API token where one may. */
export function curlOf({ method, path, operation, byToken }: Described, origin: string, shapes: Shapes): string {
  const { parameters, requestBody, security } = operation;
  const filled = (byToken?.path ?? path).replace(/\{(\w+)\}/g, (_, name: string) =>
    name.replace(/Id$/, '').toUpperCase(),
  );
  const query = parameters
    .filter((one) => one.in === 'query' && one.required)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(exampleOf(schema, shapes)))}`);
  const address = `${origin}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const body = requestBody?.content['application/json']?.schema;
  const token = byToken ? 'cp_…' : security.some((one) => one.session) ? 'ACCESS_TOKEN' : undefined;
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(address)}`,
    ...(token ? [`-H 'Authorization: Bearer ${token}'`] : []),
    ...(security.some((one) => one.cookie) ? ["-H 'Cookie: __Secure-session=…'"] : []),
    ...(parameters.some(({ name }) => name === 'Idempotency-Key') ? [`-H "Idempotency-Key: $(uuidgen)"`] : []),
    ...(body ? ["-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(exampleOf(body, shapes)))}`] : []),
  ].join(' \\\n  ');
}

import type * as z from 'zod/mini';
import { type ErrorCode, statusOf } from '../app-error.ts';
import { capabilities } from '../capabilities.ts';
import { problem } from '../http/problem.ts';
import type { Operation } from '../operation.ts';
import { cookieName } from '../sessions/rules.ts';
import { type Route, routesOf } from '../tokens/rules.ts';
import { fieldShapes, jsonSchema } from './json-schema.ts';
import type { ApiDocument, ApiOperation, ApiParameter, ApiResponse, JsonSchema } from './schema.ts';

type Shapes = Record<string, JsonSchema>;

/** The contract, described in OpenAPI 3.1. */
export function apiDocument(): ApiDocument {
  const shapes: Shapes = {};
  fieldShapes(shapes);
  const paths: ApiDocument['paths'] = {};
  for (const [tag, operations] of Object.entries(capabilities)) {
    for (const route of routesOf(Object.values(operations))) {
      paths[route.path] = {
        ...paths[route.path],
        [route.operation.method.toLowerCase()]: described(route, tag, shapes),
      };
    }
  }
  jsonSchema(problem, 'output', shapes);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Commonplace',
      version: '1',
      summary: 'A crowd-review commons: everything its pages do, anyone’s programs may do too.',
      description:
        'Refusals are problem documents (RFC 9457) with a stable `code`. Lists page by opaque cursors: hand `next` back as `cursor` until it is null. Repeating a PUT or DELETE changes nothing; a POST takes an `Idempotency-Key`. API tokens are made on the page “Your account”, and go to addresses under /api/token/.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: '/' }],
    tags: Object.keys(capabilities).map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(shapes).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        session: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'The access token of whoever is signed in, from the user pool.',
        },
        apiToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'cp_<id>_<secret>',
          description: 'A token that a person made, for `read` or for `save`, which includes `read`.',
        },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: cookieName(true),
          description: 'What keeps a browser signed in; for pages of the site itself.',
        },
      },
    },
  };
}

/** The document as it is sent; written when first asked for, and kept. */
export const writtenDocument = (): string => {
  written ??= JSON.stringify(apiDocument());
  return written;
};
let written: string | undefined;

function described({ operation, byToken }: Route, tag: string, shapes: Shapes): ApiOperation {
  const { name, method, auth, scope, summary, body, output, maxBody, freshness } = operation;
  const codes = codesOf(operation, byToken);
  const ok: ApiResponse = {
    description: 'Done as asked.',
    content: { 'application/json': { schema: jsonSchema(output, 'output', shapes) } },
  };
  const security: ApiOperation['security'] = {
    public: [],
    secret: [],
    cookie: [{ cookie: [] }],
    person: byToken ? [{ apiToken: [scope ?? ''] }] : [{ session: [] }],
  }[auth];
  return {
    operationId: byToken ? `${name}ByToken` : name,
    tags: [tag],
    summary,
    security,
    parameters: parametersOf(operation, shapes),
    ...(body
      ? {
          requestBody: {
            required: true,
            ...(maxBody ? { description: `Up to ${maxBody} bytes.` } : {}),
            content: { 'application/json': { schema: jsonSchema(body, 'input', shapes) } },
          },
        }
      : {}),
    responses: {
      200: ok,
      ...(method === 'GET' && auth === 'public' && freshness !== 'none'
        ? { 304: { description: 'As `If-None-Match` has it already.' } }
        : {}),
      ...Object.fromEntries(Object.entries(codes).map(([status, some]) => [status, refusal(some)])),
    },
    'x-problem-codes': codes,
  };
}

function refusal(codes: ErrorCode[]): ApiResponse {
  const isBusy = codes.some((code) => [429, 503].includes(statusOf[code].status));
  return {
    description: codes.map((code) => `${code}: ${statusOf[code].title}.`).join(' '),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: codes } } }],
        },
      },
    },
    ...(isBusy ? { headers: { 'Retry-After': { schema: { type: 'integer', minimum: 0 } } } } : {}),
  };
}

/** Every code that an operation may answer, by status. */
function codesOf(operation: Operation, byToken: boolean): Record<string, ErrorCode[]> {
  const { auth, method, params, query, body, idempotencyKey, errors, limits } = operation;
  const takesInput = params ?? query ?? body ?? idempotencyKey;
  const isCounted = auth === 'cookie' || (method !== 'GET' && auth !== 'public');
  const all: ErrorCode[] = [
    ...(takesInput ? (['invalid_input'] as const) : []),
    ...(body ? (['invalid_json', 'body_too_large', 'unsupported_media_type'] as const) : []),
    ...(auth === 'public' || auth === 'secret' ? [] : (['sign_in_required'] as const)),
    ...errors.filter((code) => byToken || code !== 'scope_missing'),
    ...(byToken || (isCounted && limits?.length !== 0) ? (['too_many_requests'] as const) : []),
    ...(method === 'GET' ? [] : (['no_room'] as const)),
    'try_again',
    'internal_error',
  ];
  const codes: Record<string, ErrorCode[]> = {};
  for (const code of all) {
    const { status } = statusOf[code];
    codes[status] = [...(codes[status] ?? []), code];
  }
  return codes;
}

function parametersOf({ params, query, idempotencyKey }: Operation, shapes: Shapes): ApiParameter[] {
  const parts = (schema: z.ZodMiniType | undefined, place: 'path' | 'query'): ApiParameter[] => {
    if (!schema) return [];
    const { properties = {}, required = [] } = jsonSchema(schema, 'input', shapes);
    return Object.entries(properties).map(([name, one]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: one,
    }));
  };
  const key: ApiParameter = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'The same key, the same creation: what was made under it is answered again.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,100}$' },
  };
  return [...parts(params, 'path'), ...parts(query, 'query'), ...(idempotencyKey ? [key] : [])];
}

import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Operation } from '#shared/operation.ts';
import { tokenRoot } from '#shared/tokens/rules.ts';

/** A request before it is written into an address. `body` becomes JSON; `raw` is sent as it is, bytes in base 64. */
export type Request = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  raw?: string | Uint8Array;
  headers?: Record<string, string>;
  /** The API token that is shown, at the address for that; none at all where it is empty. */
  token?: string;
};

/** What the user pool calls a person; never the name, so that tests see it leak. */
export const subOf = (name: string) => `sub-of-${name}-3b9d6c1e`;
export const tokenOf = (name: string) => `token-of-${name}-77aa01`;

let count = 0;

/** A request as the HTTP API hands it to a function, of a signed-in person where `by` names one. */
export function eventFor(operation: Operation, request: Request = {}, by?: string): APIGatewayProxyEventV2 {
  const { params, query, body, raw, token } = request;
  const { cookie, ...headers } = request.headers ?? {};
  const template = token === undefined ? operation.path : operation.path.replace('/api/', tokenRoot);
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params?.[name] ?? '').toWellFormed()),
  );
  const written = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const now = new Date();
  return {
    version: '2.0',
    routeKey: `${operation.method} ${template}`,
    rawPath: path,
    rawQueryString: '',
    ...(cookie === undefined ? {} : { cookies: cookie.split(/; */) }),
    headers: {
      ...(written === undefined ? {} : { 'content-type': 'application/json' }),
      ...(by === undefined ? {} : { authorization: `Bearer ${tokenOf(by)}` }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(params ? { pathParameters: params as Record<string, string> } : {}),
    ...(query ? { queryStringParameters: query as Record<string, string> } : {}),
    ...(written === undefined
      ? {}
      : { body: typeof written === 'string' ? written : Buffer.from(written).toString('base64') }),
    isBase64Encoded: written !== undefined && typeof written !== 'string',
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method: operation.method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: `request-${++count}`,
      routeKey: `${operation.method} ${template}`,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
      ...(by === undefined
        ? {}
        : { authorizer: { jwt: { claims: { sub: subOf(by), token_use: 'access', client_id: 'site' }, scopes: [] } } }),
    },
  } as APIGatewayProxyEventV2;
}

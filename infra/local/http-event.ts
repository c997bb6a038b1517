import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { AppError } from '#shared/app-error.ts';
import type { Authorizer } from './authorizer.ts';
import type { Match } from './route-table.ts';

/** An event as API Gateway's HTTP API hands it to a function (payload format 2.0). */
export type HttpEvent = APIGatewayProxyEventV2 & {
  requestContext: { authorizer?: Authorizer };
};

/** The largest body that API Gateway takes. */
export const maxBodyBytes = 10 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Splits a request target into path and query, without reading anything into either. */
export function splitTarget(target: string): { path: string; query: string } {
  const at = target.indexOf('?');
  return at < 0 ? { path: target, query: '' } : { path: target.slice(0, at), query: target.slice(at + 1) };
}

/**
 * Reads a request's body, up to API Gateway's limit; the rest of a larger one is left unread.
 * @throws body_too_large; rejects where the sender goes away
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) throw new AppError('body_too_large');
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop must not destroy the request: its answer is still to be sent over the same socket.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > maxBodyBytes) throw new AppError('body_too_large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

type Parts = {
  request: IncomingMessage;
  /** The operation that was asked for; without one it is the route for everything else. */
  match?: Match;
  body: Buffer;
  requestId: string;
  authorizer: Authorizer | undefined;
};

/** The event of a request, for the function behind its route. */
export function httpEvent({ request, match, body, requestId, authorizer }: Parts): HttpEvent {
  const { path, query } = splitTarget(request.url ?? '/');
  const routeKey = match ? `${match.operation.method} ${match.path}` : '$default';
  const now = new Date();
  const headers = joinedHeaders(request);
  const cookies = headers.cookie?.split(/; */);
  delete headers.cookie;
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookies ? { cookies } : {}),
    headers,
    ...(query ? { queryStringParameters: joinedQuery(query) } : {}),
    ...(match?.pathParameters ? { pathParameters: match.pathParameters } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
      ...(authorizer ? { authorizer } : {}),
    },
    ...encodedBody(body, headers['content-type']),
  };
}

function joinedHeaders(request: IncomingMessage): Record<string, string> {
  const joined: Record<string, string> = Object.create(null);
  for (const [name, values] of Object.entries(request.headersDistinct)) joined[name] = (values ?? []).join(',');
  return joined;
}

function joinedQuery(query: string): Record<string, string> {
  const joined: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(query)) {
    joined[name] = name in joined ? `${joined[name]},${value}` : value;
  }
  return joined;
}

/** Text arrives as text, everything else as base64. */
function encodedBody(body: Buffer, contentType = ''): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = /^\s*(text\/|application\/(json|xml|javascript|[\w.+-]+\+(json|xml)))/i.test(contentType);
  try {
    if (isText) return { body: utf8.decode(body), isBase64Encoded: false };
  } catch {
    // Not UTF-8 after all: it is handed on byte by byte, for the function to refuse.
  }
  return { body: body.toString('base64'), isBase64Encoded: true };
}

function commonLogTime(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${two(at.getUTCDate())}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}`;
  return `${day}:${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;
}

import { hash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type AppError, statusOf } from '#shared/app-error.ts';
import type { Problem } from '#shared/http/problem.ts';
import type { Freshness } from '#shared/operation.ts';

const cacheControl: Record<Freshness, string> = {
  none: 'no-store',
  listing: 'public, max-age=0, s-maxage=5, stale-while-revalidate=60',
  page: 'public, max-age=0, s-maxage=5, stale-while-revalidate=60',
  fixed: 'public, max-age=300, s-maxage=3600',
};

const security = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
};

/** Names a body by its content, so that whoever has it need not be sent it again. */
export const entityTag = (text: string) => `"${hash('sha1', text, 'base64url')}"`;

/** Whether If-None-Match names this tag; an edge that compresses marks tags as weak. */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  return ifNoneMatch?.split(',').some((known) => ['*', tag].includes(known.trim().replace(/^W\//, ''))) ?? false;
}

/** A successful answer, of JSON already written; without the body where the caller has a public one already. */
export function jsonResponse(
  text: string,
  freshness: Freshness,
  { requestId, ifNoneMatch }: { requestId: string; ifNoneMatch: string | undefined },
): APIGatewayProxyStructuredResultV2 {
  const headers = { 'cache-control': cacheControl[freshness], 'x-request-id': requestId, ...security };
  const body = { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' }, body: text };
  if (freshness === 'none') return { statusCode: 200, ...body };
  const etag = entityTag(text);
  if (isKnown(ifNoneMatch, etag)) return { statusCode: 304, headers: { ...headers, etag } };
  return { statusCode: 200, ...body, headers: { ...body.headers, etag } };
}

/** A refused answer: RFC 9457 problem details with the code of the contract. */
export function problemResponse(error: AppError, requestId: string): APIGatewayProxyStructuredResultV2 {
  const body: Problem = {
    type: `/problems/${error.code}`,
    title: statusOf[error.code].title,
    status: error.status,
    code: error.code,
    detail: error.message,
    requestId,
    ...(error.fields ? { errors: error.fields } : {}),
  };
  return {
    statusCode: error.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      ...(error.retryAfter === undefined ? {} : { 'retry-after': String(error.retryAfter) }),
      ...(error.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...security,
    },
    body: JSON.stringify(body),
  };
}

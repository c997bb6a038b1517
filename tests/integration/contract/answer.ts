import { isDeepStrictEqual } from 'node:util';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { expect } from 'vitest';
import { personIdOf } from '#functions/people/identity.ts';
import { type ErrorCode, statusOf } from '#shared/app-error.ts';
import { httpErrors } from '#shared/http/errors.ts';
import { problem } from '#shared/http/problem.ts';
import { type KindName, kinds } from '#shared/items/kinds/registry.ts';
import type { Operation } from '#shared/operation.ts';
import { subOf, tokenOf } from '#tests/builders/event.ts';
import { members } from '#tests/worlds/members.ts';
import type { Answer } from './call.ts';

/** Never the answer to anything that a client sends: what a request meets before an operation, and our own faults. */
const never: readonly string[] = ['internal_error', 'try_again', 'route_not_found', 'method_not_allowed'];
const problemMembers = ['type', 'title', 'status', 'code', 'detail', 'requestId', 'errors'];
const inner =
  /\bat .+\.[jt]s:\d+|node_modules|DynamoDB|ConditionalCheck|Transaction|attribute_(not_)?exists|"(pk|sk|byId|sub)":/;
const identities = (name: string) => [subOf(name), personIdOf(subOf(name)), tokenOf(name)];
const known = members.flatMap(identities);

/** Checks what must hold for every answer of an operation, whatever was sent. */
export function checkAnswer(
  operation: Operation,
  result: APIGatewayProxyStructuredResultV2,
  by: string | undefined,
): Answer {
  const text = result.body ?? '';
  const status = result.statusCode ?? 0;
  const body = JSON.parse(text) as Record<string, unknown>;
  const about = `${operation.name}: ${status} ${text.slice(0, 1000)}`;
  checkCookies(operation, result, about);
  if (status === 200) checkOutput(operation, body, result, about);
  else checkProblem(operation, body, result, about);
  // Cursors are given out, too.
  const { next } = body;
  const shown = typeof next === 'string' ? `${text} ${Buffer.from(next, 'base64url').toString('latin1')}` : text;
  for (const secret of by ? [...known, ...identities(by)] : known) {
    if (shown.includes(secret)) expect.fail(`${about} gives away ${secret}`);
  }
  return { status, code: status === 200 ? undefined : String(body.code), body, text };
}

function checkOutput(
  operation: Operation,
  body: unknown,
  { headers }: APIGatewayProxyStructuredResultV2,
  about: string,
): void {
  const parsed = operation.output.safeParse(body);
  if (!parsed.success) expect.fail(`${about} breaks the contract: ${parsed.error.message}`);
  // Parsing leaves out what the contract does not name, so whatever differs is a leak.
  mustEqual(body, parsed.data, about);
  for (const item of itemsIn(body)) {
    const fields = kinds[item.kind].schema.safeParse(item.fields);
    if (!fields.success) expect.fail(`${about} has fields that its kind refuses: ${fields.error.message}`);
    mustEqual(item.fields, fields.data, about);
  }
  checkHeaders(headers, 'application/json; charset=utf-8', about);
  if (operation.auth !== 'public') mustEqual(headers?.['cache-control'], 'no-store', about);
  mustEqual(headers?.etag !== undefined, operation.freshness !== 'none', about);
}

function itemsIn(body: unknown): { kind: KindName; fields: unknown }[] {
  const { item } = body as { item?: { kind: KindName; fields?: unknown } | null };
  return item?.fields ? [{ kind: item.kind, fields: item.fields }] : [];
}

function checkProblem(
  operation: Operation,
  body: Record<string, unknown>,
  { statusCode, headers }: APIGatewayProxyStructuredResultV2,
  about: string,
): void {
  const parsed = problem.safeParse(body);
  if (!parsed.success) expect.fail(`${about} is no problem document: ${parsed.error.message}`);
  const { code, status, title, type } = parsed.data;
  const documented = [...Object.keys(httpErrors), ...operation.errors].filter((one) => !never.includes(one));
  if (!documented.includes(code)) expect.fail(`${about}: ${code} is not documented`);
  mustEqual({ status, title, type }, { ...statusOf[code as ErrorCode], type: `/problems/${code}` }, about);
  mustEqual(status, statusCode, about);
  mustEqual(
    Object.keys(body).filter((name) => !problemMembers.includes(name)),
    [],
    about,
  );
  if (inner.test(`${parsed.data.detail} ${JSON.stringify(parsed.data.errors ?? '')}`))
    expect.fail(`${about} shows the inside`);
  if (JSON.stringify(body).length > 20_000) expect.fail(`${about} is too long`);
  checkHeaders(headers, 'application/problem+json; charset=utf-8', about);
  mustEqual(headers?.['cache-control'], 'no-store', about);
}

/** A cookie is set by the session's operations alone, and no script can read it. */
function checkCookies({ auth }: Operation, result: APIGatewayProxyStructuredResultV2, about: string): void {
  for (const cookie of result.cookies ?? []) {
    if (auth !== 'cookie' || !made['set-cookie']?.test(cookie)) expect.fail(`${about} sets the cookie ${cookie}`);
  }
}

/** Nothing that was sent ever gets into a header but a token into its cookie: all of them are ours. */
function checkHeaders(headers: APIGatewayProxyStructuredResultV2['headers'], type: string, about: string): void {
  mustEqual([headers?.['content-type'], headers?.['x-content-type-options']], [type, 'nosniff'], about);
  for (const [name, value] of Object.entries(headers ?? {})) {
    const isOurs = made[name]?.test(String(value)) ?? ours.has(`${name}: ${value}`);
    if (!isOurs) expect.fail(`${about} has the header ${name}: ${value}`);
  }
}

/** Thousands of answers are checked: the test library explains only what is wrong. */
function mustEqual(actual: unknown, expected: unknown, about: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, about).toStrictEqual(expected);
}

/** What differs from answer to answer: requests are named as the event builder does, or as the local gateway. */
const made: Record<string, RegExp> = {
  'retry-after': /^\d{1,4}$/,
  'x-request-id': /^(?:request-\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
  etag: /^"[\w-]{27}"$/,
  'set-cookie': /^session=[^\s;,"\\]*; Path=\/api\/session; Max-Age=(?:0|2592000); HttpOnly; SameSite=Strict$/,
};

const ours = new Set([
  'content-type: application/json; charset=utf-8',
  'content-type: application/problem+json; charset=utf-8',
  'cache-control: no-store',
  'cache-control: public, max-age=0, s-maxage=5, stale-while-revalidate=60',
  'cache-control: public, max-age=300, s-maxage=3600',
  'x-content-type-options: nosniff',
  "content-security-policy: default-src 'none'; frame-ancestors 'none'",
  'referrer-policy: no-referrer',
  'strict-transport-security: max-age=63072000; includeSubDomains',
  'www-authenticate: Bearer',
]);

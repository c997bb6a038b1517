import { expect, test } from 'vitest';
import { messageOf, readDetail } from '#frontend/client/problem.ts';
import { problemOf } from '#frontend/client/problem-of.ts';

const answer = (status: number, body: string, type = 'application/json') =>
  new Response(body, { status, headers: { 'content-type': type } });

test.each([
  // As API Gateway answers before any function is reached.
  [401, '{"message":"Unauthorized"}', 'sign_in_required'],
  [403, '{"message":"Forbidden"}', 'sign_in_required'],
  [404, '{"message":"Not Found"}', 'route_not_found'],
  [413, '{"message":"Request Entity Too Large"}', 'body_too_large'],
  [429, '{"message":"Too Many Requests"}', 'too_many_requests'],
  [500, '{"message":"Internal Server Error"}', 'internal_error'],
  [503, '{"message":"Service Unavailable"}', 'try_again'],
  // As CloudFront does where the gateway does not answer.
  [502, '<html><h1>502 ERROR</h1></html>', 'try_again'],
  [504, '<html><h1>504 ERROR</h1></html>', 'try_again'],
  [400, 'no JSON', 'internal_error'],
])('%i without a problem document: %s', async (status, body, code) => {
  const problem = await problemOf(answer(status, body));

  expect(problem).toMatchObject({ status, code });
  expect(messageOf(problem)).toMatch(/^[A-Z][^<{]+$/);
});

test('a problem document is taken at its word', async () => {
  const document = { type: '/problems/x', title: 'A title', status: 409, code: 'handle_taken', detail: 'A detail' };
  const problem = await problemOf(answer(409, JSON.stringify(document), 'application/problem+json'));

  expect(problem).toMatchObject({ code: 'handle_taken', status: 409 });
  expect(messageOf(problem)).toBe('A title: A detail');
});

test('moments are told in words, and the page that a refusal names is led to', () => {
  const banned = 'You are banned until 2026-12-05T05:56:27Z: Spam (lots) of it. (/moderation/AbCdEfGhIjKl)';
  expect(readDetail(banned)).toEqual({
    text: 'You are banned until 5 December 2026 at 05:56 UTC: Spam (lots) of it.',
    href: '/moderation/AbCdEfGhIjKl',
  });
  for (const plain of ['No page (//evil)', 'Until 2026-99-99T99:99:99Z', 'One\n(two)'])
    expect(readDetail(plain)).toEqual({ text: plain });
  expect(readDetail(undefined)).toEqual({ text: '' });
});

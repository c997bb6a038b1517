import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { handler as write } from '#functions/write.ts';
import { lambdaContext } from '#infra/local/lambda-context.ts';
import { operations } from '#shared/capabilities.ts';
import { limits } from '#shared/limits/rules.ts';
import { eventFor, type Request } from '#tests/builders/event.ts';
import { checkAnswer } from '#tests/integration/contract/answer.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import {
  answers,
  hangsUp,
  type ScriptedDatabase as ScriptedPool,
  startScriptedDatabase as startScriptedPool,
} from '#tests/integration/runtime/scripted-database.ts';

let system: System;
let pool: ScriptedPool;
beforeAll(async () => {
  system = await startSystem();
  pool = await startScriptedPool();
  process.env.COGNITO_ENDPOINT = pool.endpoint;
});
beforeEach(() => {
  process.env.LIMIT_FACTOR = '1000';
  pool.asked.length = 0;
});
afterEach(() => {
  delete process.env.EDGE_KEY;
});
afterAll(async () => {
  await pool.stop();
  await system.stop();
});

const secret = 'eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIn0.refresh-token_of-alice.x';
const rotated = 'eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIn0.the-next-token_of-alice.y';
const access = 'eyJraWQiOiJ4In0.the-access-token.z';
const grants = (more: object = {}) =>
  answers(200, { AuthenticationResult: { AccessToken: access, ExpiresIn: 3600, ...more } });
const refuses = (type: string, status = 400) => answers(status, { __type: type, message: `${type} of ${secret}` });

type Name = 'keepSession' | 'renewSession' | 'endSession';
async function ask(name: Name, request: Request = {}, address = '192.0.2.1') {
  const operation = operations[name];
  const event = eventFor(operation, request) as Parameters<typeof write>[0];
  event.requestContext.http.sourceIp = address;
  const result = await write(event, lambdaContext('test', 'test'));
  return { ...result, cookies: result.cookies ?? [], ...answerOf(name, result) };
}
/** What is unusual, a busy pool, a limit and a secure cookie, is checked where it is asked for. */
const answerOf = (name: Name, result: Awaited<ReturnType<typeof write>>) =>
  [429, 503].includes(result.statusCode ?? 0) || process.env.EDGE_KEY
    ? { status: result.statusCode, body: JSON.parse(result.body ?? '') as Record<string, unknown> }
    : checkAnswer(operations[name], result, undefined);

const withCookie = (token = secret, more: Record<string, string> = {}) => ({
  headers: { cookie: `theme=dark; session=${token}`, ...more },
});
const kept = (token: string) => [`session=${token}; Path=/api/session; Max-Age=2592000; HttpOnly; SameSite=Strict`];
const cleared = ['session=; Path=/api/session; Max-Age=0; HttpOnly; SameSite=Strict'];

describe('keeping a session', () => {
  it('puts the token into a cookie that no script reads, and nowhere else', async () => {
    const { status, body, cookies } = await ask('keepSession', { body: { refreshToken: secret } });
    expect({ status, body, cookies }).toEqual({ status: 200, body: { kept: true }, cookies: kept(secret) });
    expect(pool.asked).toEqual([]);
  });

  it('refuses what is no token for a cookie, without repeating it', async () => {
    for (const refreshToken of ['', 'a; Domain=evil.example', 'a\r\nset-cookie: b=c', 'x'.repeat(3801), 7, null]) {
      const { status, body, cookies } = await ask('keepSession', { body: { refreshToken } });
      expect({ status, code: body.code, cookies }).toEqual({ status: 400, code: 'invalid_input', cookies: [] });
      expect(JSON.stringify(body)).not.toContain('evil.example');
    }
  });

  it('takes JSON only, which no form of another site sends', async () => {
    const headers = { 'content-type': 'text/plain' };
    const { status, cookies } = await ask('keepSession', { body: { refreshToken: secret }, headers });
    expect({ status, cookies }).toEqual({ status: 415, cookies: [] });
  });
});

describe('renewing a session', () => {
  it('asks the pool with the cookie’s token, and leaves the cookie as it is', async () => {
    pool.script(grants());
    const { status, body, cookies, headers } = await ask('renewSession', withCookie());
    expect({ status, body, cookies }).toEqual({
      status: 200,
      body: { accessToken: access, expiresIn: 3600 },
      cookies: [],
    });
    expect(headers?.['cache-control']).toBe('no-store');
    expect(pool.asked).toMatchObject([
      {
        headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' },
        body: {
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          ClientId: 'the-site',
          AuthParameters: { REFRESH_TOKEN: secret },
        },
      },
    ]);
  });

  it('finds the cookie too where a gateway leaves it in its header', async () => {
    pool.script(grants());
    const event = eventFor(operations.renewSession) as Parameters<typeof write>[0];
    event.headers.cookie = `theme=dark; session=${secret}`;
    expect(await write(event, lambdaContext('test', 'test'))).toMatchObject({ statusCode: 200 });
    expect(pool.asked).toHaveLength(1);
  });

  it('keeps the token that the pool gives instead', async () => {
    pool.script(grants({ RefreshToken: rotated }));
    const { status, body, cookies } = await ask('renewSession', withCookie());
    expect({ status, cookies }).toEqual({ status: 200, cookies: kept(rotated) });
    expect(JSON.stringify(body)).not.toContain(rotated);
  });

  it.each([
    'NotAuthorizedException',
    'UserNotFoundException',
    'UserNotConfirmedException',
    'PasswordResetRequiredException',
    'InvalidParameterException',
    'com.amazonaws.cognito#NotAuthorizedException',
  ])('signs out where the pool answers %s', async (type) => {
    pool.script(refuses(type));
    const { status, body, cookies } = await ask('renewSession', withCookie());
    expect({ status, code: body.code, cookies }).toEqual({ status: 401, code: 'sign_in_required', cookies: cleared });
  });

  it('signs out where the pool wants another step', async () => {
    pool.script(answers(200, { ChallengeName: 'DEVICE_SRP_AUTH' }));
    expect(await ask('renewSession', withCookie())).toMatchObject({ status: 401, cookies: cleared });
  });

  it.each([
    ['hangs up', hangsUp],
    ['has too many requests', refuses('TooManyRequestsException')],
    ['has reached a limit', refuses('LimitExceededException')],
    ['fails', refuses('InternalErrorException', 500)],
    ['does not know the client', refuses('ResourceNotFoundException')],
    ['answers no JSON', (response: import('node:http').ServerResponse) => void response.end(`<html>${secret}`)],
  ])('keeps everybody signed in while the pool %s', async (_, deed) => {
    pool.script(deed);
    const { status, body, cookies, headers } = await ask('renewSession', withCookie());
    expect({ status, code: body.code, cookies }).toEqual({ status: 503, code: 'try_again', cookies: [] });
    expect(headers?.['retry-after']).toBe('1');
  });

  it.each([
    {},
    { headers: { cookie: 'theme=dark' } },
    withCookie(''),
    withCookie('a"b'),
    withCookie('x'.repeat(3801)),
    { headers: { cookie: `__Secure-session=${secret}` } },
    { headers: { authorization: `Bearer ${access}` } },
  ])('asks nobody without a cookie of ours: %#', async (request) => {
    const { status, body, cookies } = await ask('renewSession', request);
    expect({ status, code: body.code, cookies }).toEqual({ status: 401, code: 'sign_in_required', cookies: [] });
    expect(pool.asked).toEqual([]);
  });
});

describe('ending a session', () => {
  it('revokes the token and takes the cookie away', async () => {
    pool.script(answers(200, {}));
    const { status, body, cookies } = await ask('endSession', withCookie());
    expect({ status, body, cookies }).toEqual({ status: 200, body: { ended: true }, cookies: cleared });
    expect(pool.asked).toMatchObject([
      {
        headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.RevokeToken' },
        body: { ClientId: 'the-site', Token: secret },
      },
    ]);
  });

  it.each([
    ['hangs up', hangsUp],
    ['refuses', refuses('NotAuthorizedException')],
    ['fails', refuses('InternalErrorException', 500)],
  ])('signs out all the same where the pool %s', async (_, deed) => {
    pool.script(deed);
    expect(await ask('endSession', withCookie())).toMatchObject({ status: 200, cookies: cleared });
  });

  it('changes nothing when there is none', async () => {
    expect(await ask('endSession')).toMatchObject({ status: 200, cookies: cleared });
    expect(pool.asked).toEqual([]);
  });
});

describe('another site’s page', () => {
  const requests = { keepSession: { body: { refreshToken: rotated } }, renewSession: {}, endSession: {} };
  const foreign: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example', host: 'localhost:3000' },
    { origin: 'null', host: 'localhost:3000' },
  ];
  it.each(Object.keys(requests) as Name[])('is refused %s, whatever cookie comes along', async (name) => {
    for (const headers of foreign) {
      const request = { ...requests[name], ...withCookie(secret, headers) };
      const { status, body, cookies } = await ask(name, request);
      expect({ status, code: body.code, cookies }).toEqual({ status: 403, code: 'foreign_origin', cookies: [] });
    }
    expect(pool.asked).toEqual([]);
  });

  it('is known by the name that the edge says was visited, under which the cookie is a secure one', async () => {
    process.env.EDGE_KEY = 'the-edge';
    const body = { refreshToken: secret };
    const from = (origin: string, more: Record<string, string> = {}) => ({
      body,
      headers: { origin, host: 'x.execute-api.example', 'x-commonplace-host': 'reviews.example', ...more },
    });
    const edge = { 'x-commonplace-edge': 'the-edge' };
    const { status, cookies } = await ask('keepSession', from('https://reviews.example', edge));
    expect(status).toBe(200);
    expect(cookies).toEqual([
      `__Secure-session=${secret}; Path=/api/session; Max-Age=2592000; HttpOnly; SameSite=Strict; Secure`,
    ]);
    expect((await ask('keepSession', from('https://evil.example', edge))).status).toBe(403);
    expect((await ask('keepSession', from('http://reviews.example', edge))).status).toBe(403);
    // Whoever is not the edge cannot say what was visited.
    expect((await ask('keepSession', from('https://reviews.example'))).status).toBe(403);
    expect((await ask('keepSession', from('https://x.execute-api.example'))).status).toBe(200);
  });
});

describe('who asks too often', () => {
  it('is refused by address before the pool is asked, and leaves all the same', async () => {
    process.env.LIMIT_FACTOR = String(3 / limits.sessions);
    pool.script(grants());
    const statuses = [];
    for (let n = 0; n < 5; n++) statuses.push((await ask('renewSession', withCookie(), '192.0.2.77')).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect(pool.asked).toHaveLength(3);
    const keeping = await ask('keepSession', { body: { refreshToken: secret } }, '192.0.2.77');
    expect(keeping).toMatchObject({ status: 429, cookies: [] });
    expect((await ask('renewSession', withCookie(), '192.0.2.78')).status).toBe(200);
    expect((await ask('endSession', withCookie(), '192.0.2.77')).status).toBe(200);
  });
});

test('no token and no address got into any line of the log', () => {
  const lines = system.log.join('');
  expect(lines).toContain('POST /api/session');
  expect(lines).toContain('user pool refused');
  expect(lines).toContain('user pool unreachable');
  for (const said of [secret, rotated, access, 'refresh-token', 'evil.example', '192.0.2'])
    expect(lines).not.toContain(said);
});

test('a session leaves nothing in the table but its counted limit', async () => {
  const { scanRows } = await import('#functions/table/table.ts');
  const rows = [];
  for await (const page of scanRows()) rows.push(...page);
  expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(['limit']));
  expect(JSON.stringify(rows)).not.toMatch(/token|192\.0\.2/);
});

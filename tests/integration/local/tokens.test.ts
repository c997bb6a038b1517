import { afterAll, beforeAll, expect, test } from 'vitest';
import { poolRules } from '#infra/local/authorizer.ts';
import { freePort } from '#infra/local/free-port.ts';
import { type Gateway, startGateway } from '#infra/local/gateway.ts';
import { createTokenMint, type TokenMint } from '#tests/setup/tokens.ts';

let mint: TokenMint;
let gateway: Gateway;
const reached: unknown[] = [];

beforeAll(async () => {
  mint = await createTokenMint();
  const answer = async (event: { requestContext: { authorizer?: unknown } }) => {
    reached.push(event.requestContext.authorizer);
    return { statusCode: 200, body: '{}' };
  };
  gateway = await startGateway({ tokens: mint.rules, functions: { read: answer, write: answer } });
});

afterAll(() => gateway.stop());

const askAs = async (authorization: string | undefined) => {
  reached.length = 0;
  const response = await fetch(
    `${gateway.url}/api/me`,
    authorization === undefined ? {} : { headers: { authorization } },
  );
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: (await response.json()) as { code?: string },
  };
};

test('a valid access token reaches the function, with its claims as text', async () => {
  const token = await mint.accessToken('alice', { claims: { 'cognito:groups': ['a', 'b'] } });

  const { status } = await askAs(`Bearer ${token}`);

  expect(status).toBe(200);
  expect(reached).toEqual([
    {
      jwt: {
        claims: expect.objectContaining({
          sub: 'alice',
          token_use: 'access',
          'cognito:groups': '[a b]',
          exp: expect.stringMatching(/^\d+$/),
        }),
        scopes: ['aws.cognito.signin.user.admin'],
      },
    },
  ]);
});

const hour = 3600;
const refused: Record<string, () => string | undefined | Promise<string>> = {
  'no token': () => undefined,
  'an empty token': () => 'Bearer ',
  'something that is no token': () => 'Bearer abc',
  'another scheme': async () => `Basic ${await mint.accessToken('alice')}`,
  'an expired token': async () => `Bearer ${await mint.accessToken('alice', { expiresIn: -5 })}`,
  'a token without expiry': async () => `Bearer ${await mint.accessToken('alice', { claims: { exp: undefined } })}`,
  'a token not valid yet': async () =>
    `Bearer ${await mint.accessToken('alice', { claims: { nbf: Date.now() / 1000 + hour } })}`,
  'a token issued in the future': async () =>
    `Bearer ${await mint.accessToken('alice', { claims: { iat: Date.now() / 1000 + hour } })}`,
  'a token signed by another key': async () => `Bearer ${await mint.accessToken('alice', { forged: true })}`,
  'a token with a changed claim': async () => {
    const [head, , signature] = (await mint.accessToken('alice')).split('.');
    const [, claims] = (await mint.accessToken('mallory')).split('.');
    return `Bearer ${head}.${claims}.${signature}`;
  },
  'another issuer’s token': async () =>
    `Bearer ${await mint.accessToken('alice', { issuer: 'https://other.example' })}`,
  'another client’s token': async () => `Bearer ${await mint.accessToken('alice', { clientId: 'other-client' })}`,
  'an id token': async () => `Bearer ${await mint.idToken('alice')}`,
  'an unsigned token (alg none)': () => `Bearer ${mint.unsigned('alice')}`,
  'a token without a person': async () => `Bearer ${await mint.accessToken('alice', { claims: { sub: undefined } })}`,
};

test.each(Object.entries(refused))('%s is refused before any function runs', async (_, token) => {
  const { status, type, body } = await askAs(await token());

  expect(status).toBe(401);
  expect(type).toMatch('application/problem+json');
  expect(body.code).toBe('sign_in_required');
  expect(reached).toEqual([]);
});

test('a public operation asks for no token and takes no notice of a bad one', async () => {
  const response = await fetch(`${gateway.url}/api/tags`, { headers: { authorization: 'Bearer rubbish' } });

  expect(response.status).toBe(200);
});

test('what goes by the session’s cookie asks for no token, and learns nothing of one', async () => {
  reached.length = 0;
  const headers = { authorization: `Bearer ${await mint.accessToken('alice')}`, cookie: 'session=x' };
  const response = await fetch(`${gateway.url}/api/session`, { method: 'POST', headers });

  expect(response.status).toBe(200);
  expect(reached).toEqual([undefined]);
});

test('where the keys are not to be had nobody is signed out: it is to be tried again', async () => {
  const { issuer, clientId } = mint.rules;
  const tokens = poolRules({ issuer, clientId, jwksUrl: `http://127.0.0.1:${await freePort()}/jwks.json` });
  const answer = async () => ({ statusCode: 200, body: '{}' });
  const keyless = await startGateway({ tokens, functions: { read: answer, write: answer } });
  try {
    const headers = { authorization: `Bearer ${await mint.accessToken('alice')}` };
    const response = await fetch(`${keyless.url}/api/me`, { headers });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'try_again' });
  } finally {
    await keyless.stop();
  }
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorize, poolRules } from '#infra/local/authorizer.ts';
import { callPool, startUserPool, type UserPool } from '#infra/local/user-pool.ts';

let pool: UserPool;
let directory: string;
const sent: string[] = [];
const Password = 'correct horse battery staple';

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'pool-'));
  pool = await startUserPool({ directory, onCode: (email, code) => sent.push(`${email} ${code}`) });
});
afterAll(async () => {
  await pool.stop();
  rmSync(directory, { recursive: true });
});

const call = <Answer>(action: string, input: object) =>
  callPool<Answer>(pool.endpoint, action, { ClientId: pool.clientId, ...input });
const signUp = (email: string) =>
  call('SignUp', { Username: email, Password, UserAttributes: [{ Name: 'email', Value: email }] });
const signIn = (email: string) =>
  call<{ AuthenticationResult: { AccessToken: string; IdToken: string; RefreshToken: string; ExpiresIn: number } }>(
    'InitiateAuth',
    { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: email, PASSWORD: Password } },
  );

test('the code is told where Cognito would mail it, and again when asked for', async () => {
  await signUp('alice@example.org');
  await expect.poll(() => sent).toEqual([expect.stringMatching(/^alice@example\.org \d{6}$/)]);

  await call('ResendConfirmationCode', { Username: 'alice@example.org' });
  await call('ResendConfirmationCode', { Username: 'nobody@example.org' });

  expect(sent).toHaveLength(2);
  expect(sent[1]).toBe(sent[0]);
});

test('only the right code confirms, and only a confirmed account signs in', async () => {
  await signUp('bob@example.org');
  await expect.poll(() => sent.at(-1)).toMatch(/^bob/);
  const code = sent.at(-1)?.split(' ')[1] ?? '';

  await expect(call('ConfirmSignUp', { Username: 'bob@example.org', ConfirmationCode: `${code}0` })).rejects.toThrow(
    'CodeMismatch',
  );
  await expect(signIn('bob@example.org')).rejects.toThrow('UserNotConfirmed');
  await call('ConfirmSignUp', { Username: 'bob@example.org', ConfirmationCode: code });
  await expect(call('ResendConfirmationCode', { Username: 'bob@example.org' })).rejects.toThrow('already confirmed');
  const { AuthenticationResult: tokens } = await signIn('bob@example.org');

  expect(tokens.ExpiresIn).toBe(3600);
  expect(decodeJwt(tokens.AccessToken).iss).toBe(pool.issuer);
});

test('a wrong password and an unknown address are refused alike', async () => {
  const enter = (USERNAME: string) =>
    call('InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD: 'not this one' } });

  await expect(enter('bob@example.org')).rejects.toThrow('NotAuthorized');
  await expect(enter('nobody@example.org')).rejects.toThrow('NotAuthorized');
});

test('the pool’s access tokens pass the gateway’s check, its id tokens do not', async () => {
  const { AuthenticationResult: tokens } = await signIn('bob@example.org');
  const rules = poolRules(pool);

  const { jwt } = await authorize(`Bearer ${tokens.AccessToken}`, rules);

  expect(jwt.claims.sub).toBe(decodeJwt(tokens.AccessToken).sub);
  await expect(authorize(`Bearer ${tokens.IdToken}`, rules)).rejects.toThrow();
});

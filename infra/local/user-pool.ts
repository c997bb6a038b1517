import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { sessionDays } from '#shared/sessions/rules.ts';
import { type Child, startChild, untilAnswers } from './child.ts';
import { freePort } from './free-port.ts';
import { type PendingCode, startUserPoolFront } from './user-pool-front.ts';

/** What a client of the pool needs to know; kept between runs with the pool's own data. */
export type PoolIds = { userPoolId: string; clientId: string };
export type UserPool = PoolIds & {
  endpoint: string;
  issuer: string;
  jwksUrl: string;
  child: Child;
  stop: () => Promise<void>;
};

type Options = {
  /** Where the pool keeps its accounts. */
  directory: string;
  port?: number;
  /** The pool made by an earlier run in the same directory. */
  ids?: PoolIds;
  /** Makes every confirmation code this one: for tests. */
  code?: string;
  /** Called where Cognito would send an e-mail. */
  onCode?: (email: string, code: string) => void;
};

/** One call of the pool's JSON API, as any Cognito client sends it. */
export async function callPool<Answer>(endpoint: string, action: string, input: object): Promise<Answer> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
    },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${action}: ${text}`);
  return JSON.parse(text) as Answer;
}

/** Starts cognito-local, with a pool and an app client set up as the data stack sets them up. */
export async function startUserPool(options: Options): Promise<UserPool> {
  const port = await freePort(options.port);
  const endpoint = `http://127.0.0.1:${port}`;
  const settings = join(options.directory, '.cognito');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'config.json'), JSON.stringify({ TokenConfig: { IssuerDomain: endpoint } }));
  const innerPort = await freePort();
  const inner = `http://127.0.0.1:${innerPort}`;
  const start = createRequire(import.meta.url).resolve('cognito-local/lib/bin/start.js');
  const child = startChild(process.execPath, ['--no-warnings', start], {
    cwd: options.directory,
    env: { HOST: '127.0.0.1', PORT: String(innerPort), NO_COLOR: '1', ...(options.code ? { CODE: options.code } : {}) },
    onOutput: codeReader(options.onCode),
  });
  await untilAnswers(`${inner}/health`, child, 'The user pool');
  const { userPoolId, clientId } = options.ids ?? (await createPool(inner));
  const front = await startUserPoolFront({
    port,
    inner,
    pendingCode: pendingCodeIn(join(settings, 'db', `${userPoolId}.json`)),
    sendCode: (email, code) => options.onCode?.(email, code),
  }).catch(async (error: unknown) => {
    await child.stop();
    throw error;
  });
  const stop = async () => {
    await front.stop();
    await child.stop();
  };
  const issuer = `${endpoint}/${userPoolId}`;
  return { userPoolId, clientId, endpoint, issuer, jwksUrl: `${issuer}/.well-known/jwks.json`, child, stop };
}

type Account = { Attributes: { Name: string; Value: string }[]; UserStatus: string; ConfirmationCode?: string };

/** Looks up what an account waits for in the pool's own file: its API does not tell. */
function pendingCodeIn(file: string): PendingCode {
  return async (email) => {
    const { Users = {} } = JSON.parse(await readFile(file, 'utf8')) as { Users?: Record<string, Account> };
    const isTheirs = ({ Attributes }: Account) =>
      Attributes.some(({ Name, Value }) => Name === 'email' && Value === email);
    const account = Object.values(Users).find(isTheirs);
    if (account?.UserStatus === 'CONFIRMED') return { confirmed: true };
    return account?.ConfirmationCode ? { code: account.ConfirmationCode } : undefined;
  };
}

async function createPool(endpoint: string): Promise<PoolIds> {
  const { UserPool } = await callPool<{ UserPool: { Id: string } }>(endpoint, 'CreateUserPool', {
    PoolName: 'commonplace',
    UsernameAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
  });
  const { UserPoolClient } = await callPool<{ UserPoolClient: { ClientId: string } }>(
    endpoint,
    'CreateUserPoolClient',
    {
      UserPoolId: UserPool.Id,
      ClientName: 'site',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      AccessTokenValidity: 60,
      IdTokenValidity: 60,
      RefreshTokenValidity: sessionDays,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'days' },
    },
  );
  return { userPoolId: UserPool.Id, clientId: UserPoolClient.ClientId };
}

/** Finds the codes in what cognito-local prints for a person's eyes: a box with a destination and a code. */
function codeReader(onCode: Options['onCode']): (text: string) => void {
  let unread = '';
  return (text) => {
    unread = (unread + stripVTControlCharacters(text)).slice(-8000);
    for (const box of unread.matchAll(/Destination:\s+(\S+)\s[\s\S]*?Code:\s+(\S+)\s/g)) {
      onCode?.(box[1] ?? '', box[2] ?? '');
      unread = unread.slice(unread.indexOf(box[0]) + box[0].length);
    }
  };
}

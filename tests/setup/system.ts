import { closeDocumentClient } from '#functions/runtime/document-client.ts';
import { buildSiteIfOld, siteDirectory } from '#infra/build/site.ts';
import { withDumps } from '#infra/local/dumps.ts';
import { builtSite } from '#infra/local/site.ts';
import { startSystem } from '#infra/local/system.ts';
import { callPool, type UserPool } from '#infra/local/user-pool.ts';
import { newId } from '#shared/ids.ts';

export type Tokens = { accessToken: string; idToken: string; refreshToken: string; sub: string };

export type TestSystem = {
  url: string;
  /** What an issuer, client or endpoint is needed for. */
  userPool: UserPool;
  /** Resolves when everything written so far has been projected, and what `senders` were still sending. */
  drain: () => Promise<void>;
  /** Each resolves when what it was sending is answered: pages show what is pressed before that. */
  senders: Set<() => Promise<void>>;
  /** Signs up, confirms and signs in, as the site does; the same address again only signs in. */
  signUp: (email: string) => Promise<Tokens>;
  /** Messages about what went wrong outside any request: expected to stay empty. */
  faults: string[];
  stop: () => Promise<void>;
};

/** The code that every confirmation asks for. */
export const confirmationCode = '424242';
/** The password of everyone who signs up. */
export const password = 'correct horse battery staple';

/** The whole system in memory on free ports: engine, user pool, functions behind the gateway, stream, and the site if wished, with the dumps in a folder. */
export async function startTestSystem(options: { site?: boolean; dumps?: string } = {}): Promise<TestSystem> {
  process.env.LOG_LEVEL ??= 'error';
  // Tests write more at once than anybody may.
  process.env.LIMIT_FACTOR = '1000000';
  const before = { ...process.env };
  const faults: string[] = [];
  if (options.site) await buildSiteIfOld();
  const system = await startSystem({
    tableName: `test-${newId()}`,
    code: confirmationCode,
    ...(options.site
      ? { site: (config) => withDumps(options.dumps ?? 'no-dumps', builtSite(siteDirectory, config)) }
      : {}),
    onFault: (message) => faults.push(message),
    onLoss: (message) => faults.push(message),
  });
  closeDocumentClient();
  const { url, userPool } = system;
  const senders = new Set<() => Promise<void>>();
  return {
    url,
    userPool,
    senders,
    drain: async () => {
      await Promise.all([...senders].map((sent) => sent()));
      await system.drain();
    },
    faults,
    signUp: (email) => signUp(userPool, email),
    stop: async () => {
      await system.stop();
      closeDocumentClient();
      for (const name of [
        'DYNAMODB_ENDPOINT',
        'TABLE_NAME',
        'COGNITO_ENDPOINT',
        'USER_POOL_ID',
        'USER_POOL_CLIENT_ID',
      ]) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    },
  };
}

type SignedIn = { AuthenticationResult: { AccessToken: string; IdToken: string; RefreshToken: string } };

async function signUp({ endpoint, clientId: ClientId }: UserPool, email: string): Promise<Tokens> {
  const who = { ClientId, Username: email };
  await callPool(endpoint, 'SignUp', {
    ...who,
    Password: password,
    UserAttributes: [{ Name: 'email', Value: email }],
  }).then(
    () => callPool(endpoint, 'ConfirmSignUp', { ...who, ConfirmationCode: confirmationCode }),
    (error: unknown) => {
      if (!String(error).includes('UsernameExists')) throw error;
    },
  );
  const AuthParameters = { USERNAME: email, PASSWORD: password };
  const { AuthenticationResult: tokens } = await callPool<SignedIn>(endpoint, 'InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters,
  });
  const claims = JSON.parse(Buffer.from(tokens.AccessToken.split('.')[1] ?? '', 'base64url').toString()) as {
    sub: string;
  };
  return {
    accessToken: tokens.AccessToken,
    idToken: tokens.IdToken,
    refreshToken: tokens.RefreshToken,
    sub: claims.sub,
  };
}

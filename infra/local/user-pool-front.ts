import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What an unconfirmed account waits for; undefined where there is none by this address. */
export type PendingCode = (email: string) => Promise<{ code: string } | { confirmed: true } | undefined>;

type Options = {
  port: number;
  inner: string;
  pendingCode: PendingCode;
  sendCode: (email: string, code: string) => void;
};

/**
 * Stands before cognito-local and adds what it lacks of Cognito: sending the confirmation code again, how long
 * an access token lives, and one refusal for a wrong password and an unknown address. Everything else passes through.
 */
export async function startUserPoolFront(options: Options): Promise<{ stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch(() => {
      if (!response.headersSent) response.writeHead(502, { 'content-type': 'application/json' });
      response.end('{"__type":"InternalErrorException","message":"The local user pool did not answer"}');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: options.port, host: '127.0.0.1' }, resolve);
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: Options): Promise<void> {
  const body = Buffer.concat(await request.toArray()).toString();
  const action = String(request.headers['x-amz-target'] ?? '').split('.')[1];
  if (action === 'ResendConfirmationCode') {
    const { status, answer } = await resend(JSON.parse(body) as { Username?: string }, options);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'access-control-allow-origin': '*' });
    response.end(JSON.stringify(answer));
    return;
  }
  const inner = await fetch(new URL(request.url ?? '/', options.inner), {
    method: request.method ?? 'GET',
    headers: passed(request),
    ...(body ? { body } : {}),
  });
  const text = await inner.text();
  response.writeHead(inner.status, Object.fromEntries([...inner.headers].filter(([name]) => !isOfTheHop(name))));
  if (action !== 'InitiateAuth') response.end(text);
  else response.end(inner.ok ? withLifetime(text) : asCognitoRefuses(text));
}

async function resend({ Username: email = '' }: { Username?: string }, { pendingCode, sendCode }: Options) {
  const pending = await pendingCode(email);
  if (pending && 'confirmed' in pending) {
    return { status: 400, answer: { __type: 'InvalidParameterException', message: 'User is already confirmed.' } };
  }
  if (pending) sendCode(email, pending.code);
  // As Cognito, the same for an address nobody signed up with.
  const details = { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: `${email.slice(0, 1)}***@***` };
  return { status: 200, answer: { CodeDeliveryDetails: details } };
}

/** Cognito says by this code only that a new password is against the rules. */
const asCognitoRefuses = (text: string) =>
  /InvalidPassword|UserNotFound/.test(text)
    ? '{"__type":"NotAuthorizedException","message":"Incorrect username or password."}'
    : text;

/** Adds the seconds that the access token lives, as Cognito says them. */
function withLifetime(text: string): string {
  const answer = JSON.parse(text) as { AuthenticationResult?: { AccessToken: string } };
  const token = answer.AuthenticationResult?.AccessToken;
  if (!token) return text;
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    exp: number;
    iat: number;
  };
  const lifetime = { TokenType: 'Bearer', ExpiresIn: claims.exp - claims.iat };
  return JSON.stringify({ ...answer, AuthenticationResult: { ...answer.AuthenticationResult, ...lifetime } });
}

function passed({ headers }: IncomingMessage): Record<string, string> {
  const names = [
    'content-type',
    'x-amz-target',
    'origin',
    'access-control-request-headers',
    'access-control-request-method',
  ];
  return Object.fromEntries(
    names.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );
}

function isOfTheHop(name: string): boolean {
  return ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding', 'etag'].includes(name);
}

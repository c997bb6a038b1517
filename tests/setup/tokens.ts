import { createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';
import type { TokenRules } from '#infra/local/authorizer.ts';

type Changes = {
  /** Claims to put or, where undefined, to leave out. */
  claims?: Record<string, unknown>;
  issuer?: string;
  clientId?: string;
  /** Seconds from now until it expires; negative for an expired one. */
  expiresIn?: number;
  /** Signed by a key that the issuer does not publish, under the name of one it does. */
  forged?: boolean;
};

export type TokenMint = {
  /** What a gateway must be given to trust this mint. */
  rules: TokenRules;
  /** The keys as an issuer publishes them. */
  published: JSONWebKeySet;
  /** A valid access token for `sub`, but for the changes. */
  accessToken: (sub: string, changes?: Changes) => Promise<string>;
  /** A valid id token for `sub`: it names the client as its audience. */
  idToken: (sub: string, changes?: Changes) => Promise<string>;
  /** An access token that says it needs no signature. */
  unsigned: (sub: string) => string;
};

const kid = 'test-key';

/** An issuer of our own, for tokens that a user pool would never give. */
export async function createTokenMint(issuer = 'https://issuer.example', clientId = 'test-client'): Promise<TokenMint> {
  const options = { modulusLength: 2048, extractable: true };
  const [real, foreign] = await Promise.all([generateKeyPair('RS256', options), generateKeyPair('RS256', options)]);
  const published = { keys: [{ ...(await exportJWK(real.publicKey)), kid, alg: 'RS256', use: 'sig' }] };
  const now = () => Math.floor(Date.now() / 1000);

  const sign = (claims: Record<string, unknown>, changes: Changes) => {
    const payload = {
      iat: now(),
      exp: now() + (changes.expiresIn ?? 3600),
      iss: changes.issuer ?? issuer,
      ...claims,
      ...changes.claims,
    };
    const present = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
    return new SignJWT(present)
      .setProtectedHeader({ alg: 'RS256', kid })
      .sign(changes.forged ? foreign.privateKey : real.privateKey);
  };
  const access = (sub: string, client = clientId) => ({
    sub,
    client_id: client,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    username: sub,
  });
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

  return {
    rules: { issuer, clientId, keys: createLocalJWKSet(published) },
    published,
    accessToken: (sub, changes = {}) => sign(access(sub, changes.clientId), changes),
    idToken: (sub, changes = {}) =>
      sign({ sub, aud: changes.clientId ?? clientId, token_use: 'id', email: `${sub}@example.org` }, changes),
    unsigned: (sub) =>
      `${encode({ alg: 'none', kid })}.${encode({ ...access(sub), iss: issuer, iat: now(), exp: now() + 3600 })}.x`,
  };
}

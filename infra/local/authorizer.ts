import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { AppError } from '#shared/app-error.ts';

/** What the gateway holds a token against. */
export type TokenRules = { issuer: string; clientId: string; keys: JWTVerifyGetKey };

/** As API Gateway passes them on: every claim as text. */
export type Authorizer = { jwt: { claims: Record<string, string>; scopes: string[] | null } };

/** The rules of a user pool, with its keys fetched when first needed. */
export function poolRules(pool: { issuer: string; jwksUrl: string; clientId: string }): TokenRules {
  const keys = createRemoteJWKSet(new URL(pool.jwksUrl));
  return {
    issuer: pool.issuer,
    clientId: pool.clientId,
    // That the keys are not to be had now says nothing of the token: nobody is signed out by it.
    keys: async (header, token) => {
      try {
        return await keys(header, token);
      } catch (error) {
        throw isTokens(error) ? error : new AppError('try_again');
      }
    },
  };
}

/** What of a fetch of keys is not the token’s fault: nobody there, no answer in time, an answer of another kind. */
const keysMissing = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];
const isTokens = (error: unknown) => error instanceof errors.JOSEError && !keysMissing.includes(error.code);

/**
 * Checks an Authorization header as the HTTP API's JWT authorizer does: signature by the issuer's keys,
 * issuer, client, times, and that it is an access token (in the cloud: the scope only those have).
 * @throws sign_in_required, try_again where the keys are not to be had
 */
export async function authorize(header: string | undefined, rules: TokenRules): Promise<Authorizer> {
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header ?? '')?.[1];
  if (!token) throw new AppError('sign_in_required');
  const claims = await verified(token, rules);
  const audience = claims.aud ?? claims.client_id;
  const meantForUs = Array.isArray(audience) ? audience.includes(rules.clientId) : audience === rules.clientId;
  if (!meantForUs || claims.token_use !== 'access')
    throw new AppError('sign_in_required', 'This token is not for this site');
  const scope = typeof claims.scope === 'string' ? claims.scope.split(' ') : null;
  return { jwt: { claims: asText(claims), scopes: scope } };
}

async function verified(token: string, { issuer, keys }: TokenRules): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat', 'sub', 'token_use'],
    });
    if ((payload.iat ?? 0) * 1000 > Date.now() + 60_000) throw new Error('issued in the future');
    return payload;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('sign_in_required', 'The token is not valid, or no longer');
  }
}

function asText(claims: JWTPayload): Record<string, string> {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );
}

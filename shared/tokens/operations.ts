import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { operation } from '../operation.ts';
import { line } from '../text.ts';
import { apiToken, scope } from './schema.ts';

export const createToken = operation({
  name: 'createToken',
  method: 'POST',
  path: '/api/me/tokens',
  auth: 'person',
  freshness: 'none',
  summary:
    'Make an API token for a script or an extension. `secret` is the whole token, and is told this once: a repeat under the same Idempotency-Key answers null there.',
  idempotencyKey: true,
  body: z.strictObject({
    name: line(60),
    scopes: z.array(scope).check(
      z.minLength(1),
      z.maxLength(2),
      z.refine((scopes) => new Set(scopes).size === scopes.length, 'has a scope twice'),
    ),
  }),
  output: z.object({ token: apiToken, secret: z.nullable(z.string()) }),
  errors: ['token_limit', 'idempotency_key_reused', 'account_deleted'],
});

export const listTokens = operation({
  name: 'listTokens',
  method: 'GET',
  path: '/api/me/tokens',
  auth: 'person',
  freshness: 'none',
  summary: 'Your API tokens, newest first, without their secrets.',
  output: z.object({ tokens: z.array(apiToken) }),
  errors: ['account_deleted'],
});

export const revokeToken = operation({
  name: 'revokeToken',
  method: 'DELETE',
  path: '/api/me/tokens/{tokenId}',
  auth: 'person',
  freshness: 'none',
  summary: 'Revoke an API token of yours: it is refused from the next request on. Repeating it changes nothing.',
  params: z.strictObject({ tokenId: id }),
  output: z.object({ revoked: z.literal(true) }),
  errors: ['account_deleted'],
});

export const tokenOperations = { createToken, listTokens, revokeToken };

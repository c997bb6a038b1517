import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { cookieText, longestToken, sessionPath } from './rules.ts';

export const keepSession = operation({
  name: 'keepSession',
  method: 'PUT',
  path: sessionPath,
  auth: 'cookie',
  freshness: 'none',
  summary: 'Hand over the refresh token of whoever just signed in, to be kept in a cookie that no script can read.',
  body: z.strictObject({
    refreshToken: z
      .string()
      .check(z.maxLength(longestToken), z.regex(cookieText, 'has characters that may not stand in a cookie')),
  }),
  limits: ['sessions'],
  output: z.object({ kept: z.literal(true) }),
  errors: ['foreign_origin'],
});

export const renewSession = operation({
  name: 'renewSession',
  method: 'POST',
  path: sessionPath,
  auth: 'cookie',
  freshness: 'none',
  summary: 'An access token for whoever is signed in at this browser, and for how many seconds it holds.',
  limits: ['sessions'],
  output: z.object({ accessToken: z.string(), expiresIn: z.number() }),
  errors: ['foreign_origin'],
});

export const endSession = operation({
  name: 'endSession',
  method: 'DELETE',
  path: sessionPath,
  auth: 'cookie',
  freshness: 'none',
  summary: 'Sign out: the cookie goes, and its refresh token is revoked. Repeating it changes nothing.',
  // Nobody is kept from leaving.
  limits: [],
  output: z.object({ ended: z.literal(true) }),
  errors: ['foreign_origin'],
});

export const sessionOperations = { keepSession, renewSession, endSession };

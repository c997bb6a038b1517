import * as z from 'zod/mini';
import { maturities } from '../holds/schema.ts';
import { operation } from '../operation.ts';
import { handle } from '../people/schema.ts';
import { level, power, requirement, signals, trustTerms } from './schema.ts';

export const getTrustRules = operation({
  name: 'getTrustRules',
  method: 'GET',
  path: '/api/trust',
  auth: 'public',
  freshness: 'page',
  summary: 'What each level of trust takes and allows, by the size of the site, and what is in force now.',
  output: z.object({
    /** How many people have a handle here. */
    people: z.number(),
    inForce: z.enum(maturities),
    terms: z.array(trustTerms),
  }),
  errors: [],
});

export const getTrust = operation({
  name: 'getTrust',
  method: 'GET',
  path: '/api/people/{handle}/trust',
  auth: 'public',
  freshness: 'page',
  summary: 'How far a person is trusted here, from which numbers, and what is next.',
  params: z.strictObject({ handle }),
  output: z.object({
    handle: z.string(),
    maturity: z.enum(maturities),
    level,
    powers: z.array(power),
    signals,
    /** What the next level takes; null on the highest. */
    next: z.nullable(requirement),
  }),
  errors: ['person_not_found'],
});

export const trustOperations = { getTrustRules, getTrust };

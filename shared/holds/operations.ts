import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { holdTerms, maturities } from './schema.ts';

export const getHoldRules = operation({
  name: 'getHoldRules',
  method: 'GET',
  path: '/api/holds',
  auth: 'public',
  freshness: 'page',
  summary: 'Which votes and reviews wait before they count, by the size of the site, and what is in force now.',
  output: z.object({
    /** How many people have a handle here. */
    people: z.number(),
    inForce: z.enum(maturities),
    terms: z.array(holdTerms),
    /** For how many days, and then to the end of the day (UTC), the votes of accounts that act together wait. */
    togetherDays: z.number(),
    /** Up to which age in days accounts are looked at for acting together. */
    newcomerDays: z.number(),
  }),
  errors: [],
});

export const holdOperations = { getHoldRules };

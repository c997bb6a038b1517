import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { operation } from '../operation.ts';
import { handle } from '../people/schema.ts';
import { year } from '../years/schema.ts';
import { itemWork, personWork, siteWork } from './schema.ts';

export const getWork = operation({
  name: 'getWork',
  method: 'GET',
  path: '/api/work',
  auth: 'public',
  freshness: 'listing',
  summary:
    'Who does the work of the site: how evenly edits and all contributions are given, by month, by when people joined, and by whom most.',
  output: siteWork,
  errors: [],
});

export const getItemWork = operation({
  name: 'getItemWork',
  method: 'GET',
  path: '/api/items/{itemId}/work',
  auth: 'public',
  freshness: 'page',
  summary: 'Who made an item what it is: how evenly, by month, and the fifty who gave most.',
  params: z.strictObject({ itemId: id }),
  output: itemWork,
  errors: ['item_not_found'],
});

export const getPersonWork = operation({
  name: 'getPersonWork',
  method: 'GET',
  path: '/api/people/{handle}/work',
  auth: 'public',
  freshness: 'page',
  summary: 'What a person gave in public, in all and by day of a year: this one unless told.',
  params: z.strictObject({ handle }),
  query: z.strictObject({ year: z.optional(year) }),
  output: personWork,
  errors: ['person_not_found'],
});

export const workOperations = { getWork, getItemWork, getPersonWork };

import * as z from 'zod/mini';
import { card } from '../items/schema.ts';
import { usualLimits } from '../limits/rules.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { review } from '../reviews/schema.ts';
import { handle, person } from './schema.ts';

export const getMe = operation({
  name: 'getMe',
  method: 'GET',
  path: '/api/me',
  auth: 'person',
  scope: 'read',
  freshness: 'none',
  summary: 'Who you are here; `handle` is null until you chose one.',
  output: z.object({ handle: z.nullable(z.string()) }),
  errors: ['account_deleted', 'scope_missing'],
});

export const chooseHandle = operation({
  name: 'chooseHandle',
  method: 'PUT',
  path: '/api/me/handle',
  auth: 'person',
  freshness: 'none',
  summary: 'Choose your public handle, once and for all.',
  body: z.strictObject({ handle }),
  limits: [...usualLimits, 'arrivals'],
  output: z.object({ handle: z.string() }),
  errors: ['handle_taken', 'handle_reserved', 'handle_chosen', 'account_deleted'],
});

export const deleteAccount = operation({
  name: 'deleteAccount',
  method: 'DELETE',
  path: '/api/me',
  auth: 'person',
  freshness: 'none',
  summary:
    'Delete your account. Personal data goes at once; licensed contributions stay under “former member”, unlinked from you.',
  // Nobody is kept from leaving.
  limits: [],
  output: z.object({ deleted: z.literal(true) }),
  errors: [],
});

export const getPerson = operation({
  name: 'getPerson',
  method: 'GET',
  path: '/api/people/{handle}',
  auth: 'public',
  freshness: 'page',
  summary: 'A person’s public page: when they joined and what they gave, in numbers.',
  params: z.strictObject({ handle }),
  output: z.object({ person }),
  errors: ['person_not_found'],
});

export const listContributions = operation({
  name: 'listContributions',
  method: 'GET',
  path: '/api/people/{handle}/contributions',
  auth: 'public',
  freshness: 'page',
  summary: 'What a person added and reviewed, newest first.',
  params: z.strictObject({ handle }),
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: pageOf(
    z.object({
      at: z.string(),
      /** What was added, or what the review is about (as it was called then). */
      item: z.pick(card, { id: true, kind: true, title: true }),
      /** Absent where the person added the item. */
      review: z.optional(review),
    }),
  ),
  errors: ['person_not_found', 'invalid_cursor'],
});

export const peopleOperations = { getMe, chooseHandle, deleteAccount, getPerson, listContributions };

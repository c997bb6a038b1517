import * as z from 'zod/mini';
import { kindName } from '../items/schema.ts';
import { operation } from '../operation.ts';
import { handle } from '../people/schema.ts';
import { goal, personYear, year } from './schema.ts';

const goalPath = z.strictObject({ year, kind: kindName });

export const putGoal = operation({
  name: 'putGoal',
  method: 'PUT',
  path: '/api/me/goals/{year}/{kind}',
  auth: 'person',
  scope: 'save',
  freshness: 'none',
  summary:
    'Say how many of a kind you mean to finish in a year, for everybody to see or for you alone. It replaces the goal you had; repeating it changes nothing.',
  params: goalPath,
  body: goal,
  output: z.object({ goal }),
  errors: ['no_readings', 'account_deleted', 'scope_missing'],
});

export const removeGoal = operation({
  name: 'removeGoal',
  method: 'DELETE',
  path: '/api/me/goals/{year}/{kind}',
  auth: 'person',
  scope: 'save',
  freshness: 'none',
  summary: 'Take back a goal. Repeating it changes nothing.',
  params: goalPath,
  output: z.object({ goal: z.null() }),
  errors: ['account_deleted', 'scope_missing'],
});

export const getYear = operation({
  name: 'getYear',
  method: 'GET',
  path: '/api/people/{handle}/years/{year}',
  auth: 'public',
  freshness: 'page',
  summary: 'A person’s year: what they finished, goals, ratings, tags and saves, of what is public alone.',
  params: z.strictObject({ handle, year }),
  output: personYear,
  errors: ['person_not_found'],
});

export const getMyYear = operation({
  name: 'getMyYear',
  method: 'GET',
  path: '/api/me/years/{year}',
  auth: 'person',
  scope: 'read',
  freshness: 'none',
  summary: 'Your year, with what is private.',
  params: z.strictObject({ year }),
  output: personYear,
  errors: ['account_deleted', 'handle_required', 'scope_missing'],
});

export const yearOperations = { putGoal, removeGoal, getYear, getMyYear };

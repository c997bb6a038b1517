import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { operation } from '../operation.ts';
import { refusals } from '../saves/errors.ts';
import { save } from '../saves/schema.ts';
import { day } from '../text.ts';

const dayPath = z.strictObject({ itemId: id, day });

export const checkIn = operation({
  name: 'checkIn',
  method: 'PUT',
  path: '/api/items/{itemId}/visits/{day}',
  auth: 'person',
  scope: 'save',
  freshness: 'none',
  summary:
    'You were at a place on a day: a visit of that day, on the shelf of where you have been. What you saved of it stays as it is, private or not; where nothing is saved yet, `private` says which it becomes. Repeating it changes nothing.',
  params: dayPath,
  body: z.strictObject({ private: z.boolean() }),
  output: z.object({ save }),
  errors: ['item_not_found', 'no_readings', 'progress_limit', ...refusals, 'scope_missing'],
});

export const removeCheckIn = operation({
  name: 'removeCheckIn',
  method: 'DELETE',
  path: '/api/items/{itemId}/visits/{day}',
  auth: 'person',
  scope: 'save',
  freshness: 'none',
  summary: 'Take back that you were there on a day. What else you saved stays. Repeating it changes nothing.',
  params: dayPath,
  output: z.object({ save: z.nullable(save) }),
  errors: ['account_deleted', 'scope_missing'],
});

export const visitOperations = { checkIn, removeCheckIn };

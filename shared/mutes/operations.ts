import * as z from 'zod/mini';
import { named, target } from '../follows/schema.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';

export const muteTarget = operation({
  name: 'muteTarget',
  method: 'PUT',
  path: '/api/me/mutes/{what}/{target}',
  auth: 'person',
  freshness: 'none',
  summary: 'See nothing of a person, tag or item in your home feed and inbox. Nobody is told.',
  params: target,
  output: z.object({ muted: z.literal(true) }),
  errors: ['person_not_found', 'item_not_found', 'yourself', 'mute_limit', 'account_deleted', 'handle_required'],
});

export const unmuteTarget = operation({
  name: 'unmuteTarget',
  method: 'DELETE',
  path: '/api/me/mutes/{what}/{target}',
  auth: 'person',
  freshness: 'none',
  summary: 'See something again that you had muted. Repeating it changes nothing.',
  params: target,
  output: z.object({ muted: z.literal(false) }),
  errors: ['person_not_found', 'account_deleted'],
});

export const listMyMutes = operation({
  name: 'listMyMutes',
  method: 'GET',
  path: '/api/me/mutes',
  auth: 'person',
  freshness: 'none',
  summary: 'The people, tags and items you muted.',
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: pageOf(named),
  errors: ['account_deleted', 'invalid_cursor'],
});

export const muteOperations = { muteTarget, unmuteTarget, listMyMutes };

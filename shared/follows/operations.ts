import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { handle } from '../people/schema.ts';
import { activity, followables, named, target } from './schema.ts';

const personPath = z.strictObject({ handle });
const page = z.strictObject({ cursor: z.optional(cursor) });
const stand = z.object({ following: z.boolean(), muted: z.boolean() });

export const followTarget = operation({
  name: 'followTarget',
  method: 'PUT',
  path: '/api/me/follows/{what}/{target}',
  auth: 'person',
  freshness: 'none',
  summary:
    'Follow a person (by handle), a tag or an item: what is done there comes into your home feed. Whom you follow is public, which tags and items is not.',
  params: target,
  output: z.object({ following: z.literal(true) }),
  errors: ['person_not_found', 'item_not_found', 'yourself', 'follow_limit', 'account_deleted', 'handle_required'],
});

export const unfollowTarget = operation({
  name: 'unfollowTarget',
  method: 'DELETE',
  path: '/api/me/follows/{what}/{target}',
  auth: 'person',
  freshness: 'none',
  summary: 'Follow something no longer. Repeating it changes nothing.',
  params: target,
  output: z.object({ following: z.literal(false) }),
  errors: ['person_not_found', 'account_deleted'],
});

export const getMyFollow = operation({
  name: 'getMyFollow',
  method: 'GET',
  path: '/api/me/follows/{what}/{target}',
  auth: 'person',
  freshness: 'none',
  summary: 'Whether you follow a person, tag or item, and whether you muted it.',
  params: target,
  output: stand,
  errors: ['person_not_found', 'account_deleted'],
});

export const listMyFollows = operation({
  name: 'listMyFollows',
  method: 'GET',
  path: '/api/me/follows',
  auth: 'person',
  freshness: 'none',
  summary: 'The people, tags or items you follow.',
  query: z.strictObject({ what: z.enum(followables), cursor: z.optional(cursor) }),
  output: pageOf(named),
  errors: ['account_deleted', 'invalid_cursor'],
});

export const listHome = operation({
  name: 'listHome',
  method: 'GET',
  path: '/api/me/home',
  auth: 'person',
  freshness: 'none',
  summary:
    'What was done in the last 60 days by the people, under the tags and with the items you follow, newest first, without what you muted. A page may hold fewer than 50 and still lead on.',
  query: page,
  output: pageOf(activity),
  errors: ['account_deleted', 'invalid_cursor'],
});

export const countFollowers = operation({
  name: 'countFollowers',
  method: 'GET',
  path: '/api/followers/{what}/{target}',
  auth: 'public',
  freshness: 'page',
  summary: 'How many people follow a person, a tag or an item.',
  params: target,
  output: z.object({ followers: z.number() }),
  errors: ['person_not_found'],
});

export const listFollowing = operation({
  name: 'listFollowing',
  method: 'GET',
  path: '/api/people/{handle}/following',
  auth: 'public',
  freshness: 'page',
  summary: 'The people a person follows.',
  params: personPath,
  query: page,
  output: pageOf(z.object({ handle: z.string() })),
  errors: ['person_not_found', 'invalid_cursor'],
});

export const listFollowers = operation({
  name: 'listFollowers',
  method: 'GET',
  path: '/api/people/{handle}/followers',
  auth: 'public',
  freshness: 'page',
  summary: 'The people who follow a person. A page may hold fewer than 100 and still lead on.',
  params: personPath,
  query: page,
  output: pageOf(z.object({ handle: z.string() })),
  errors: ['person_not_found', 'invalid_cursor'],
});

export const followOperations = {
  followTarget,
  unfollowTarget,
  getMyFollow,
  listMyFollows,
  listHome,
  countFollowers,
  listFollowing,
  listFollowers,
};

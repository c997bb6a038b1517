import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { kindName } from '../items/schema.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { tag } from '../tags/schema.ts';
import { recentChange, seen, seenMark, watchTarget as target, watchables, watched, watchedChange } from './schema.ts';

const yes = z.literal('yes');

export const watchTarget = operation({
  name: 'watchTarget',
  method: 'PUT',
  path: '/api/me/watches/{what}/{target}',
  auth: 'person',
  freshness: 'none',
  summary:
    'Watch an item, a tag or a thread: its revisions, proposals and comments come into your watchlist. Nobody is told what you watch.',
  params: target,
  output: z.object({ watching: z.literal(true) }),
  errors: [
    'person_not_found',
    'item_not_found',
    'nothing_to_watch',
    'watch_limit',
    'account_deleted',
    'handle_required',
  ],
});

export const unwatchTarget = operation({
  name: 'unwatchTarget',
  method: 'DELETE',
  path: '/api/me/watches/{what}/{target}',
  auth: 'person',
  freshness: 'none',
  summary: 'Watch something no longer. Repeating it changes nothing.',
  params: target,
  output: z.object({ watching: z.literal(false) }),
  errors: ['person_not_found', 'account_deleted'],
});

export const getMyWatch = operation({
  name: 'getMyWatch',
  method: 'GET',
  path: '/api/me/watches/{what}/{target}',
  auth: 'person',
  freshness: 'none',
  summary: 'Whether you watch something.',
  params: target,
  output: z.object({ watching: z.boolean() }),
  errors: ['person_not_found', 'account_deleted'],
});

export const listMyWatches = operation({
  name: 'listMyWatches',
  method: 'GET',
  path: '/api/me/watches',
  auth: 'person',
  freshness: 'none',
  summary: 'What you watch, by sort.',
  query: z.strictObject({ what: z.enum(watchables), cursor: z.optional(cursor) }),
  output: pageOf(watched),
  errors: ['account_deleted', 'invalid_cursor'],
});

export const listWatchedChanges = operation({
  name: 'listWatchedChanges',
  method: 'GET',
  path: '/api/me/watching',
  auth: 'person',
  freshness: 'none',
  summary:
    'What happened in the last 60 days to what you watch, newest first, without what you muted, and what of it you have seen. A page may hold fewer than 50 and still lead on.',
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: z.extend(pageOf(watchedChange), { seen }),
  errors: ['account_deleted', 'invalid_cursor'],
});

export const markWatchedSeen = operation({
  name: 'markWatchedSeen',
  method: 'PUT',
  path: '/api/me/watching/seen',
  auth: 'person',
  freshness: 'none',
  evenBanned: true,
  summary: 'You have seen everything in your watchlist until a moment (`at` of the newest you saw), or one line of it.',
  body: seenMark,
  output: z.object({ seen: z.literal(true) }),
  errors: ['account_deleted'],
});

export const countWatchers = operation({
  name: 'countWatchers',
  method: 'GET',
  path: '/api/watchers/{what}/{target}',
  auth: 'public',
  freshness: 'page',
  summary: 'How many people watch something; null where they are fewer than five.',
  params: target,
  output: z.object({ watchers: z.nullable(z.number()) }),
  errors: ['person_not_found'],
});

export const listChanges = operation({
  name: 'listChanges',
  method: 'GET',
  path: '/api/changes',
  auth: 'public',
  freshness: 'page',
  summary:
    'Revisions and new items of the last 90 days, newest first: of one kind, under one tag, by newcomers, without minor ones, or only what nobody reviewed yet. A page may hold fewer than 50 and still lead on.',
  query: z.strictObject({
    kind: z.optional(kindName),
    tag: z.optional(tag),
    newcomers: z.optional(yes),
    minor: z.optional(z.literal('hidden')),
    unreviewed: z.optional(yes),
    cursor: z.optional(cursor),
  }),
  output: pageOf(recentChange),
  errors: ['invalid_cursor'],
});

export const patrolRevision = operation({
  name: 'patrolRevision',
  method: 'PUT',
  path: '/api/items/{itemId}/revisions/{n}/patrol',
  auth: 'person',
  freshness: 'none',
  summary:
    'Mark a revision as reviewed: you looked at it, and it may stand. The first mark stays; nobody marks their own.',
  params: z.strictObject({ itemId: id, n: z.string().check(z.regex(/^[1-9]\d{0,6}$/, 'is no number of a revision')) }),
  output: z.object({ patrolled: z.object({ by: z.nullable(z.string()), at: z.string() }) }),
  errors: ['item_not_found', 'no_such_revision', 'own_revision', 'trust_too_low', 'account_deleted', 'handle_required'],
});

export const watchOperations = {
  watchTarget,
  unwatchTarget,
  getMyWatch,
  listMyWatches,
  listWatchedChanges,
  markWatchedSeen,
  countWatchers,
  listChanges,
  patrolRevision,
};

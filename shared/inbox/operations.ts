import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { usualLimits } from '../limits/rules.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { handle } from '../people/schema.ts';
import { line } from '../text.ts';
import { sent } from './schema.ts';

const moment = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'is not a time as the inbox tells it'));

export const sendItem = operation({
  name: 'sendItem',
  method: 'PUT',
  path: '/api/people/{handle}/inbox/{itemId}',
  auth: 'person',
  freshness: 'none',
  summary: 'Send an item to a person, with a line if you like. The same item comes to the same person once from you.',
  params: z.strictObject({ handle, itemId: id }),
  body: z.strictObject({ note: line(500, 0) }),
  limits: [...usualLimits, 'sends'],
  output: z.object({ sent: z.literal(true) }),
  errors: ['person_not_found', 'item_not_found', 'yourself', 'account_deleted', 'handle_required'],
});

export const listInbox = operation({
  name: 'listInbox',
  method: 'GET',
  path: '/api/me/inbox',
  auth: 'person',
  freshness: 'none',
  summary:
    'Items that people sent to you, newest first, without what you muted, and until when you have read. A page may hold fewer than 50 and still lead on.',
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: z.extend(pageOf(sent), { readUntil: z.nullable(z.string()) }),
  errors: ['account_deleted', 'invalid_cursor'],
});

export const countUnread = operation({
  name: 'countUnread',
  method: 'GET',
  path: '/api/me/inbox/unread',
  auth: 'person',
  freshness: 'none',
  summary: 'How many items were sent to you that you have not read; 99 stands for 99 or more.',
  output: z.object({ unread: z.number() }),
  errors: ['account_deleted'],
});

export const markInboxRead = operation({
  name: 'markInboxRead',
  method: 'PUT',
  path: '/api/me/inbox/read',
  auth: 'person',
  freshness: 'none',
  summary: 'Everything sent to you until a moment is read: name the `at` of the newest you saw.',
  body: z.strictObject({ until: moment }),
  output: z.object({ readUntil: z.string() }),
  errors: ['account_deleted'],
});

export const dismissSent = operation({
  name: 'dismissSent',
  method: 'DELETE',
  path: '/api/me/inbox/{handle}/{itemId}',
  auth: 'person',
  freshness: 'none',
  summary: 'Take an item that a person sent to you out of your inbox. Repeating it changes nothing.',
  params: z.strictObject({ handle, itemId: id }),
  output: z.object({ dismissed: z.literal(true) }),
  errors: ['person_not_found', 'account_deleted'],
});

export const inboxOperations = { sendItem, listInbox, countUnread, markInboxRead, dismissSent };

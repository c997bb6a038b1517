import * as z from 'zod/mini';
import { ban } from '../moderation/schema.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { seen, seenMark } from '../watches/schema.ts';
import { digests } from './kinds.ts';
import { notice, noticeSettings } from './schema.ts';

const link = z.strictObject({ token: z.string().check(z.regex(/^[0-9A-Za-z]{24,64}$/, 'is no such link')) });

export const listNotices = operation({
  name: 'listNotices',
  method: 'GET',
  path: '/api/me/notifications',
  auth: 'person',
  freshness: 'none',
  summary:
    'Replies, mentions, comments on what is yours, what became of your proposals, reverts of your edits and acts of moderation about you, newest first, without whom you muted, and what of it you have read. A page may hold fewer than 50 and still lead on.',
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: z.extend(pageOf(notice), { seen }),
  errors: ['account_deleted', 'invalid_cursor'],
});

export const markNoticesRead = operation({
  name: 'markNoticesRead',
  method: 'PUT',
  path: '/api/me/notifications/read',
  auth: 'person',
  freshness: 'none',
  evenBanned: true,
  summary: 'You have read every notification until a moment (`at` of the newest you saw), or one.',
  body: seenMark,
  output: z.object({ read: z.literal(true) }),
  errors: ['account_deleted'],
});

export const countWaiting = operation({
  name: 'countWaiting',
  method: 'GET',
  path: '/api/me/waiting',
  auth: 'person',
  freshness: 'none',
  summary:
    'How many notifications and items sent to you wait unread, and how many changes of what you watch; 99 stands for 99 or more. And the ban on you, if there is one.',
  output: z.object({ notifications: z.number(), inbox: z.number(), watching: z.number(), ban: z.nullable(ban) }),
  errors: ['account_deleted'],
});

export const getNoticeSettings = operation({
  name: 'getNoticeSettings',
  method: 'GET',
  path: '/api/me/notifications/settings',
  auth: 'person',
  freshness: 'none',
  summary: 'What you want to be told of, and whether this site sends mail at all.',
  output: z.object({ settings: noticeSettings, mail: z.boolean() }),
  errors: ['account_deleted'],
});

export const putNoticeSettings = operation({
  name: 'putNoticeSettings',
  method: 'PUT',
  path: '/api/me/notifications/settings',
  auth: 'person',
  freshness: 'none',
  evenBanned: true,
  summary: 'Say what you want to be told of. A digest comes by mail, with a link in each that ends it.',
  body: z.strictObject({
    ...noticeSettings.shape,
    /** Where the site is, for the links in mails. */
    site: z.string().check(
      z.regex(/^https?:\/\/[a-z0-9.-]{1,253}(?::\d{1,5})?(?:\/[!-~]{0,200})?$/, 'is no address of a site'),
      z.refine((text) => URL.canParse(text), 'is no address'),
    ),
  }),
  output: z.object({ settings: noticeSettings, mail: z.boolean() }),
  errors: ['mail_not_set_up', 'account_deleted'],
});

export const getDigest = operation({
  name: 'getDigest',
  method: 'GET',
  path: '/api/unsubscribe/{token}',
  auth: 'secret',
  freshness: 'none',
  summary: 'How often the digest comes that a link in a mail is about.',
  params: link,
  output: z.object({ digest: z.enum(digests) }),
  errors: ['unsubscribe_unknown'],
});

export const unsubscribe = operation({
  name: 'unsubscribe',
  method: 'POST',
  path: '/api/unsubscribe/{token}',
  auth: 'secret',
  freshness: 'none',
  summary: 'End the digest that a link in a mail is about (RFC 8058). Repeating it changes nothing.',
  params: link,
  output: z.object({ digest: z.literal('off') }),
  errors: [],
});

export const notificationOperations = {
  listNotices,
  markNoticesRead,
  countWaiting,
  getNoticeSettings,
  putNoticeSettings,
  getDigest,
  unsubscribe,
};

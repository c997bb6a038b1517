/** What somebody is told of, each to be switched off by itself. */
export const noticeKinds = [
  'reply',
  'mention',
  'comment',
  'proposal',
  'reverted',
  'moderation',
  'owner',
  'review',
  'claim',
  'held',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** How often what waits unread comes by mail. */
export const digests = ['off', 'daily', 'weekly'] as const;
export type Digest = (typeof digests)[number];

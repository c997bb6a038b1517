import type { Handler } from '#functions/http/handler.ts';
import { unreadSent } from '#functions/inbox/reader.ts';
import { shownBan } from '#functions/moderation/reader.ts';
import { unseenChanges } from '#functions/watches/reader.ts';
import { unreadNotices } from './unread.ts';

export const countWaiting: Handler<'countWaiting'> = async (_input, { caller: { personId }, now }) => {
  const [notices, inbox, changes, ban] = await Promise.all([
    unreadNotices(personId, now),
    unreadSent(personId),
    unseenChanges(personId, now),
    shownBan(personId, now),
  ]);
  return { notifications: notices.length, inbox, watching: changes.length, ban };
};

import type { Handler } from '#functions/http/handler.ts';
import { unreadSent } from './unread.ts';

export const countUnread: Handler<'countUnread'> = async (_input, { caller: { personId } }) => ({
  unread: await unreadSent(personId),
});

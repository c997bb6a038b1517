import type { Handler } from '#functions/http/handler.ts';
import { hiddenFrom } from '#functions/mutes/reader.ts';
import { unreadShown } from '#shared/inbox/rules.ts';
import { inboxStretch, readUntil } from './table.ts';

export const countUnread: Handler<'countUnread'> = async (_input, { caller: { personId } }) => {
  const [isHidden, since] = await Promise.all([hiddenFrom(personId), readUntil(personId)]);
  const { rows } = await inboxStretch(personId, { since, limit: unreadShown });
  return { unread: rows.filter((row) => !isHidden(row)).length };
};

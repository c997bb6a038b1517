import { hiddenFrom } from '#functions/mutes/reader.ts';
import { unreadShown } from '#shared/inbox/rules.ts';
import { inboxStretch, readUntil } from './table.ts';

/** How many items sent to a person wait unread, as far as they are counted. @throws account_deleted */
export async function unreadSent(personId: string): Promise<number> {
  const [isHidden, since] = await Promise.all([hiddenFrom(personId), readUntil(personId)]);
  const { rows } = await inboxStretch(personId, { since, limit: unreadShown });
  return rows.filter((row) => !isHidden(row)).length;
}

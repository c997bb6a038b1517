import { hiddenFrom } from '#functions/mutes/reader.ts';
import { unhidden } from '#functions/table/unhidden.ts';
import { noticesShown } from '#shared/notifications/rules.ts';
import type { Notice } from '#shared/notifications/schema.ts';
import { isSeen } from '#shared/watches/rules.ts';
import { seenOf } from './seen/table.ts';
import { settingsOf } from './settings/table.ts';
import { noticesStretch } from './table.ts';

/** After a moment and until one, of so many stretches of the list. */
type Between = { since?: string; until?: string; stretches?: number };

/** The notifications of a person that wait unread, newest first, as many as are counted; after a moment and until one, if they are told. */
export async function unreadNotices(
  personId: string,
  now: Date,
  { since = '', until = '~', stretches }: Between = {},
): Promise<Notice[]> {
  const [isHidden, seen, settings] = await Promise.all([
    hiddenFrom(personId),
    seenOf(personId, 'notifications'),
    settingsOf(personId),
  ]);
  const from = seen.until !== null && seen.until > since ? seen.until : since;
  const limit = noticesShown + seen.ones.length;
  const rows = await unhidden(
    (after) => noticesStretch(personId, now, { since: from, after, limit }),
    (row) => {
      if (isHidden(row) || settings?.off?.includes(row.kind)) return false;
      const notice = JSON.parse(row.card) as Notice;
      return notice.at > since && notice.at <= until && !isSeen(seen, notice);
    },
    noticesShown,
    stretches,
  );
  return rows.map(({ card }) => JSON.parse(card) as Notice);
}

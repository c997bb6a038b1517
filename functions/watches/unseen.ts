import { hiddenFrom } from '#functions/mutes/reader.ts';
import { seenOf } from '#functions/notifications/reader.ts';
import { feedStretch } from '#functions/relations/feeds/table.ts';
import { unhidden } from '#functions/table/unhidden.ts';
import { isSeen, unseenShown } from '#shared/watches/rules.ts';
import type { WatchedChange } from '#shared/watches/schema.ts';
import { watch } from './activity.ts';

/** The changes of what a person watches that they have not seen, newest first, as many as are counted; after a moment and until one, if they are told. */
export async function unseenChanges(
  personId: string,
  now: Date,
  { since = '', until = '~', stretches }: { since?: string; until?: string; stretches?: number } = {},
): Promise<WatchedChange[]> {
  const [isHidden, seen] = await Promise.all([hiddenFrom(personId), seenOf(personId, 'watching')]);
  const from = seen.until !== null && seen.until > since ? seen.until : since;
  const limit = unseenShown + seen.ones.length;
  const rows = await unhidden(
    (after) => feedStretch(watch, personId, now, { since: from, after, limit }),
    (row) => {
      if (isHidden(row)) return false;
      const change = JSON.parse(row.card) as WatchedChange;
      return change.at > since && change.at <= until && !isSeen(seen, change);
    },
    unseenShown,
    stretches,
  );
  return rows.map(({ card }) => JSON.parse(card) as WatchedChange);
}

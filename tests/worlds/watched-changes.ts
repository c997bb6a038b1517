import { noticeEntry } from '#functions/notifications/table.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { feedEntry } from '#functions/relations/feeds/table.ts';
import type { RevisionRow } from '#functions/revisions/reader.ts';
import { writeRows } from '#functions/table/table.ts';
import { watch } from '#functions/watches/activity.ts';
import { revisionEntries } from '#functions/watches/changes/projection.ts';
import { newId } from '#shared/ids.ts';
import { isoSeconds } from '#shared/ranking/time.ts';

const itemIds = Array.from({ length: 40 }, newId);

/** A revision with a long title and summary under five tags; some are minor, some a newcomer’s, some looked over. */
function revision(n: number, now: Date): RevisionRow {
  const itemId = itemIds[n % itemIds.length] ?? '';
  return {
    pk: `RV#${itemId}`,
    sk: `M#${n}`,
    type: 'revision',
    itemId,
    kind: n % 2 === 0 ? 'link' : 'book',
    title: 'An article with a title of the usual length, and a little more than that, as they are',
    n: n + 2,
    at: isoSeconds(new Date(now.getTime() - n * 1000)),
    by: 'somebody',
    byId: newId(),
    summary: 'Why this was changed, in a sentence or two that say it well enough for whoever looks it over later.',
    minor: n % 3 === 0,
    licence: 'CC-BY-SA-4.0',
    did: 'edited',
    base: n + 1,
    size: 1000,
    delta: 12,
    changed: ['text'],
    fieldsOf: 1,
    textOf: n + 2,
    tags: ['history', 'typography', 'long-read', 'web', 'sf'],
    ...(n % 4 === 0 ? { newcomer: true as const } : {}),
    ...(n % 5 === 0 ? { patrolled: { by: 'carol', byId: 'x', at: isoSeconds(now) } } : {}),
  };
}

/** A thousand revisions among recent changes, in the watchlist of somebody and in their notifications, as the projector lists them. */
export async function watchedChanges(name: string, now: Date): Promise<void> {
  const reader = personIdOf(name);
  const revisions = Array.from({ length: 1000 }, (_, n) => revision(n, now));
  const rows = revisions.flatMap((row) => {
    const act = watch.actOf(row, now);
    const notice = {
      id: `v${row.itemId}.${row.n}`,
      kind: 'reply' as const,
      at: row.at,
      by: 'somebody',
      about: { title: row.title, href: `/i/${row.itemId}` },
      text: row.summary,
    };
    const line = noticeEntry(reader, notice, { byId: row.byId, itemId: row.itemId, ttl: 2_000_000_000 });
    return [...revisionEntries(row, now), line, ...(act ? [feedEntry('watch', reader, act)] : [])];
  });
  await writeRows(rows.map((put) => ({ put })));
}

import type { Entry } from '#functions/projections/change.ts';
import { queryRows, type Row } from '#functions/table/table.ts';
import type { NoticeKind } from '#shared/notifications/kinds.ts';
import { noticeDays } from '#shared/notifications/rules.ts';
import type { Notice } from '#shared/notifications/schema.ts';
import { isoSeconds } from '#shared/ranking/time.ts';

/** A line of somebody's notifications; `byId`, `itemId` and `kind` are what it can be muted or left out by. */
export type NoticeEntry = Row & {
  type: 'entry';
  card: string;
  byId: string;
  itemId: string;
  kind: NoticeKind;
  ttl: number;
};

/** A person's notifications; the list that its cursors belong to. */
export const noticesPartition = (personId: string) => `NOTE#${personId}`;

/** The line that tells a person of something. */
export function noticeEntry(
  personId: string,
  notice: Notice,
  { byId = '', itemId = '', ttl }: { byId?: string | undefined; itemId?: string | undefined; ttl: number },
): Entry {
  const row: NoticeEntry = {
    pk: noticesPartition(personId),
    sk: `${notice.at}#${notice.id}`,
    type: 'entry',
    card: JSON.stringify(notice),
    byId,
    itemId,
    kind: notice.kind,
    ttl,
  };
  return row;
}

/** A stretch of a person's notifications, newest first, from a moment on. Half a read unit for each 4 KB. */
export async function noticesStretch(
  personId: string,
  now: Date,
  { after, since, limit }: { after?: string | undefined; since?: string | undefined; limit: number },
) {
  const oldest = isoSeconds(new Date(now.getTime() - noticeDays * 86_400_000));
  const [from, to] = [since !== undefined && since > oldest ? since : oldest, `${isoSeconds(now)}~`];
  if (from > to || (after !== undefined && (after < from || after > to))) return { rows: [], last: undefined };
  return queryRows<NoticeEntry>({ pk: noticesPartition(personId), from, to, descending: true, after, limit });
}

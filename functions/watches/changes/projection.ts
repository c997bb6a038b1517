import type { ItemRow } from '#functions/items/reader.ts';
import type { Entry } from '#functions/projections/change.ts';
import type { RevisionRow } from '#functions/revisions/reader.ts';
import type { Row } from '#functions/table/table.ts';
import { cutBytes } from '#shared/follows/rules.ts';
import { secondsOf } from '#shared/ranking/time.ts';
import { revisionId } from '#shared/targets.ts';
import { changeDays, tagsPerChange } from '#shared/watches/rules.ts';
import type { RecentChange } from '#shared/watches/schema.ts';
import type { Patrol } from '../facts.ts';
import { changeEntries } from './table.ts';

const titleBytes = 160;
const summaryBytes = 200;

const patrolOf = (patrolled: Patrol | undefined) =>
  patrolled ? { patrolled: { by: patrolled.by ?? null, at: patrolled.at } } : {};

function listed(change: RecentChange, now: Date): Entry[] {
  const ttl = secondsOf(change.at) + changeDays * 86_400;
  if (!(ttl * 1000 > now.getTime())) return [];
  const { at, itemId, n, kind, tags = [], minor = false, newcomer = false, patrolled } = change;
  return changeEntries({
    at,
    id: revisionId(itemId, n),
    kind,
    tags,
    minor,
    newcomer,
    unreviewed: patrolled === undefined,
    card: JSON.stringify(change),
    ttl,
  });
}

/** Where a revision is listed among recent changes; the first one is its item’s own fact. */
export function revisionEntries(row: Row, now: Date): Entry[] {
  const { itemId, kind, title, n, did, at, by, summary, minor, delta, newcomer, tags, patrolled, removed, folded } =
    row as RevisionRow;
  if (n === 1) return [];
  const under = (tags ?? []).slice(0, tagsPerChange);
  return listed(
    {
      itemId,
      kind,
      title: cutBytes(title, titleBytes),
      n,
      did,
      at,
      by: by ?? null,
      ...(summary && removed === undefined && folded === undefined ? { summary: cutBytes(summary, summaryBytes) } : {}),
      ...(minor ? { minor } : {}),
      delta,
      ...(newcomer ? { newcomer } : {}),
      ...(under.length > 0 ? { tags: under } : {}),
      ...patrolOf(patrolled),
    },
    now,
  );
}

/** Where an item is listed among recent changes, as what was added. */
export function addedEntries(row: Row, now: Date): Entry[] {
  const { id, kind, title, at, by, newcomer, patrolled, removed } = row as ItemRow;
  if (removed) return [];
  return listed(
    {
      itemId: id,
      kind,
      title: cutBytes(title, titleBytes),
      n: 1,
      did: 'added',
      at,
      by: by ?? null,
      ...(newcomer ? { newcomer } : {}),
      ...patrolOf(patrolled),
    },
    now,
  );
}

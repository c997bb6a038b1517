import type { ItemRow } from '#functions/items/reader.ts';
import { ownerOf } from '#functions/people/reader.ts';
import type { Act, Relation } from '#functions/relations/relation.ts';
import type { ReviewRow } from '#functions/reviews/reader.ts';
import { isSaved } from '#functions/saves/reader.ts';
import type { Row } from '#functions/table/table.ts';
import { cutBytes, feedDays, followsPerPerson } from '#shared/follows/rules.ts';
import { type Activity, followables } from '#shared/follows/schema.ts';
import { withoutSpoilers } from '#shared/pages/rules.ts';
import { secondsOf } from '#shared/ranking/time.ts';
import type { Target } from '#shared/targets.ts';

/** Lines of a feed stay small, so that a page stays within ten read units. */
const titleBytes = 160;
const textBytes = 200;
const tagsBytes = 120;

const activities: Record<string, (row: Row) => Omit<Act, 'ttl' | 'under' | 'fact'> | undefined> = {
  item: (row) => {
    const { id, kind, title, at, by, byId, mergedInto, removed } = row as ItemRow;
    if (!by || !byId || mergedInto !== undefined || removed) return undefined;
    return act(`i${id}`, byId, [], { did: 'added', at, by, item: { id, kind, title } });
  },
  review: (row) => {
    const { id, itemId, rating, text, at, by, byId, held, about } = row as ReviewRow;
    if (!by || !byId || held) return undefined;
    const { kind, title } = about;
    const shown = cutBytes(withoutSpoilers(text, '…'), textBytes);
    const review = { id, rating, text: shown, more: shown !== text };
    return act(`r${id}`, byId, [], { did: 'reviewed', at, by, item: { id: itemId, kind, title }, review });
  },
  save: (row) => {
    if (!isSaved(row) || row.private || row.held) return undefined;
    const { itemId, at, by, tags, note, about } = row;
    const all = [...(tags ?? [])].sort();
    const { kind, title } = about;
    const personId = ownerOf(row);
    return act(`s${personId}${itemId}`, personId, all, {
      did: 'saved',
      at,
      by,
      item: { id: itemId, kind, title },
      ...(note ? { note: cutBytes(withoutSpoilers(note, '…'), textBytes) } : {}),
      ...(all.length > 0 ? { tags: someTags(all) } : {}),
    });
  },
};

function act(id: string, personId: string, tags: string[], shown: Activity) {
  const { item } = shown;
  const card = JSON.stringify({ ...shown, item: { ...item, title: cutBytes(item.title, titleBytes) } });
  return { id, at: shown.at, personId, itemId: item.id, tags, card };
}

function someTags(tags: readonly string[]): string[] {
  let left = tagsBytes;
  return tags.filter((tag) => {
    left -= Buffer.byteLength(tag);
    return left >= 0;
  });
}

/** What a fact tells others now; undefined where it tells nothing, or is too long ago. */
function actOf(row: Row | undefined, now: Date): Act | undefined {
  const found = row && activities[String(row.type)]?.(row);
  if (!row || !found) return undefined;
  const ttl = secondsOf(found.at) + feedDays * 86_400;
  if (!(ttl * 1000 > now.getTime())) return undefined;
  const under: Target[] = [
    { what: 'people', id: found.personId },
    // Whoever follows an item knows it already.
    ...(row.type === 'item' ? [] : [{ what: 'items' as const, id: found.itemId }]),
    ...found.tags.map((id) => ({ what: 'tags' as const, id })),
  ];
  return { ...found, ttl, under, fact: { pk: row.pk, sk: row.sk } };
}

/** Following a person, a tag or an item: what is done there comes into the home feed. */
export const follow: Relation = {
  name: 'follow',
  whats: followables,
  most: followsPerPerson,
  days: feedDays,
  mayTell: (row) => row !== undefined && String(row.type) in activities,
  actOf,
  told: { has: ['by'], hasNot: ['held', 'private'] },
};

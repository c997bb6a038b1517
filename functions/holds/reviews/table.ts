import { type ItemStanding, itemStandingKey } from '#functions/items/reader.ts';
import { type PersonStanding, personStandingKey } from '#functions/people/reader.ts';
import { getRows, type Key, keyText, queryAll, queryRows, type Row } from '#functions/table/table.ts';
import { holdRules } from '#shared/holds/schema.ts';
import { bandsOf } from '#shared/reviews/sameness.ts';
import { bucketOf } from '#shared/votes/rules.ts';

/**
 * A review that was written or edited, by the day of that, or whose author came to own the item or does so no more (then by
 * `personId`); `card` is `new` where it is a newcomer's. It goes by itself.
 */
export type WrittenEntry = Row & {
  type: 'entry';
  card: string;
  itemId: string;
  reviewId?: string;
  personId?: string;
  ttl: number;
};
/** A review’s text, where others are alike. */
type AlikeEntry = Row & { type: 'entry'; card: string };

const hour = 3_600_000;
const day = 24 * hour;
/** Lines side by side, so that none is a hot partition; what is of one item is in one. */
export const writtenLines = 8;
const lineOf = (itemId: string) => Number(bucketOf(itemId)) % writtenLines;
const writtenPartition = (dayNumber: number, line: number) => `WRITTEN#${dayNumber}#${line}`;
const hourText = (at: number) => String(Math.floor(at / hour)).padStart(8, '0');
/** Until the end of the next day and some hours: whatever the hour, the last 24 are there. */
const lastOf = (at: number) => (Math.floor(at / day) + 2) * (day / 1000) + 4 * (hour / 1000);
const alikePartition = (band: string) => `ALIKE#${band}`;

/** The place of a review among those written that day; none where that is past. `at`: milliseconds since 1970. */
export function writtenEntry(
  { id, itemId, newcomer }: { id: string; itemId: string; newcomer?: true },
  at: number,
  now: Date,
): WrittenEntry[] {
  const ttl = lastOf(at);
  if (ttl * 1000 <= now.getTime()) return [];
  const pk = writtenPartition(Math.floor(at / day), lineOf(itemId));
  const sk = `${hourText(at)}#${itemId}#${id}`;
  return [{ pk, sk, type: 'entry', card: newcomer ? 'new' : '', itemId, reviewId: id, ttl }];
}

/** That an item came to be somebody’s by a claim, or is so no more: their review of it is looked at. */
export function ownedEntry(
  { id, itemId, byId, type }: Row & { id: string; itemId: string; byId?: string },
  at: number,
  now: Date,
): WrittenEntry[] {
  const ttl = lastOf(at);
  if (byId === undefined || ttl * 1000 <= now.getTime()) return [];
  const pk = writtenPartition(Math.floor(at / day), lineOf(itemId));
  // By what the fact is as well: one goes as the other comes, in whichever order the stream brings them.
  const sk = `${hourText(at)}#${itemId}#${type}-${id}`;
  return [{ pk, sk, type: 'entry', card: '', itemId, personId: byId, ttl }];
}

/** Where a text is found by texts that are like it: six rows of about 100 bytes, none where it is short. */
export function alikeEntries(reviewId: string, text: string): AlikeEntry[] {
  return bandsOf(text).map((band) => ({ pk: alikePartition(band), sk: reviewId, type: 'entry', card: '' }));
}

/** What was written in a line on the day of a moment, from that moment’s hour on: half a read unit for each 4 KB. */
export async function writtenSince(moment: number, line: number): Promise<WrittenEntry[]> {
  const pk = writtenPartition(Math.floor(moment / day), line);
  return queryAll<WrittenEntry>({ pk, from: hourText(moment), to: '~' });
}

/** Whether a place among what was written is of this moment’s hour or later. */
export const isWrittenSince = ({ sk }: Key, moment: number) => sk >= hourText(moment);

/** How many texts that look alike by one of their bands are looked at. */
const alikeAtMost = 40;

/** The reviews whose texts may be like this one: one request of half a read unit for each of its bands. */
export async function reviewsLike(text: string): Promise<string[]> {
  const pages = await Promise.all(
    bandsOf(text).map((band) => queryRows({ pk: alikePartition(band), limit: alikeAtMost })),
  );
  return [...new Set(pages.flatMap(({ rows }) => rows.map(({ sk }) => sk)))];
}

/** How many reviews an item has, whether they count or not, and how many each of these people has: half a read unit a row. */
export async function reviewCounts(
  itemId: string,
  personIds: readonly string[],
): Promise<{ ofItem: number; by: (personId: string) => number }> {
  const rows = await getRows([itemStandingKey(itemId), ...personIds.map(personStandingKey)]);
  const { reviews = 0, held } = (rows.get(keyText(itemStandingKey(itemId))) ?? {}) as Partial<ItemStanding>;
  return {
    ofItem: holdRules.reduce((sum, rule) => sum + (held?.[rule]?.reviews ?? 0), reviews),
    by: (id) => (rows.get(keyText(personStandingKey(id))) as Partial<PersonStanding> | undefined)?.reviews ?? 0,
  };
}

import { type ItemStanding, itemStandingKey } from '#functions/items/reader.ts';
import { getRows, keyText, queryRows, type Row } from '#functions/table/table.ts';
import { hourOf, isoOfHour, lastOfArrivals } from '#shared/holds/rules.ts';
import { type Hold, holdRules } from '#shared/holds/schema.ts';
import { bucketOf } from '#shared/votes/rules.ts';

/**
 * A vote, a save or a review that is held, in line by the hour it is due. `card` is the stored vote, the stored hold where only
 * that is left of one, or the rule of the review or save.
 */
export type HeldEntry = Row & {
  type: 'entry';
  card: string;
  due: number;
  personId?: string;
  itemId?: string;
  reviewId?: string;
  isSave?: true;
  /** `itemId` is a comment’s. */
  isComment?: true;
};
/** A newcomer's vote, by the hour it was cast; `card` is the stored vote. It goes by itself. */
export type ArrivalEntry = Row & { type: 'entry'; card: string; personId: string; itemId: string; ttl: number };
type VoteOf = { personId: string; itemId: string; card: string; isComment?: true };

/** Lines side by side, so that none is a hot partition. */
export const lines = 8;
const lineOf = (id: string) => Number(bucketOf(id)) % lines;
const heldPartition = (line: number) => `HELD#${line}`;
const dueText = (hour: number) => String(hour).padStart(8, '0');
const arrivalsPartition = (hour: number, line: number) => `ARRIVALS#${hour}#${line}`;

/** The line's row of a held vote, or of the hold that was left of one. */
export function heldVoteEntry({ until }: Hold, of: VoteOf): HeldEntry {
  const { personId, itemId } = of;
  const due = hourOf(until);
  const sk = `${dueText(due)}#${personId}#${itemId}`;
  return { pk: heldPartition(lineOf(personId)), sk, type: 'entry', due, ...of };
}

/** The line's row of a held review. */
export function heldReviewEntry({ rule, until }: Hold, reviewId: string): HeldEntry {
  const due = hourOf(until);
  return {
    pk: heldPartition(lineOf(reviewId)),
    sk: `${dueText(due)}#${reviewId}`,
    type: 'entry',
    card: rule,
    due,
    reviewId,
  };
}

/** The line's row of a held save. */
export function heldSaveEntry({ rule, until }: Hold, { personId, itemId }: Omit<VoteOf, 'card'>): HeldEntry {
  const due = hourOf(until);
  const sk = `${dueText(due)}#save#${personId}#${itemId}`;
  return { pk: heldPartition(lineOf(personId)), sk, type: 'entry', card: rule, due, personId, itemId, isSave: true };
}

/** The rows of a newcomer's vote of this minute among the arrivals of its hour: one, or none where they were looked at already. */
export function arrivalEntry(minute: number, { personId, itemId, card }: VoteOf, now: Date): ArrivalEntry[] {
  const ttl = lastOfArrivals(minute);
  if (ttl * 1000 <= now.getTime()) return [];
  const pk = arrivalsPartition(Math.floor(minute / 60), lineOf(itemId));
  return [{ pk, sk: `${itemId}#${personId}`, type: 'entry', card, personId, itemId, ttl }];
}

/** What is due in a line by now, the longest due first: a page of it. Half a read unit for each 4 KB. */
export async function dueHolds(line: number, now: Date, after: string | undefined, limit: number) {
  const to = `${dueText(hourOf(now.toISOString()))}~`;
  return queryRows<HeldEntry>({ pk: heldPartition(line), from: '0', to, after, limit });
}

/** Newcomers' votes of an hour (since 2020) in a line: a page of them, item by item. */
export async function arrivalsOf(hour: number, line: number, after: string | undefined) {
  return queryRows<ArrivalEntry>({ pk: arrivalsPartition(hour, line), after });
}

/** How many votes there are on items, those that are held too, as far as the projector knows. Half a read unit an item. */
export async function votesFor(itemIds: readonly string[]): Promise<Map<string, { up: number; down: number }>> {
  const rows = await getRows(itemIds.map(itemStandingKey));
  return new Map(
    itemIds.map((itemId) => {
      const { up = 0, down = 0, held } = (rows.get(keyText(itemStandingKey(itemId))) ?? {}) as Partial<ItemStanding>;
      const sums = holdRules.flatMap((rule) => held?.[rule] ?? []);
      return [
        itemId,
        {
          up: sums.reduce((all, sum) => all + sum.up, up),
          down: sums.reduce((all, sum) => all + sum.down, down),
        },
      ];
    }),
  );
}

/** The hold of a line's row of a review or save. */
export function holdOf({ card, due }: HeldEntry): Hold {
  return { rule: card as Hold['rule'], until: isoOfHour(due) };
}

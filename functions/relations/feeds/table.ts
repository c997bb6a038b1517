import { type Key, queryAll, queryRows, type Row, transact } from '#functions/table/table.ts';
import { tagMark } from '#shared/follows/rules.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { type Target, targetText } from '#shared/targets.ts';
import type { Act, Relation, RelationName } from '../relation.ts';

/** A line of somebody's home feed. */
export type FeedEntry = Row & {
  type: 'entry';
  card: string;
  byId: string;
  itemId: string;
  tags?: string[];
  ttl: number;
};
/** Where an act is found under what can be followed. `card` says what of it decides who hears of it, and names its fact. */
export type ActEntry = Row & { type: 'entry'; card: string; ttl: number };
/** What the rows of a relation are called: acts under a target, and a feed. */
const names = {
  follow: { acts: 'ACT#', feed: 'HOME#' },
  watch: { acts: 'CHG#', feed: 'WATCHLIST#' },
} as const;
/** The feed of a person; the list that its cursors belong to. */
export const feedPartition = (relation: RelationName, personId: string) => `${names[relation].feed}${personId}`;
const actsPartition = (relation: RelationName, target: Target) => `${names[relation].acts}${targetText(target)}`;

/** The place of an act in a list that is ordered by time. */
export const placeOf = ({ at, id }: Pick<Act, 'at' | 'id'>) => `${at}#${id}`;

/** The line of an act in a follower's feed. */
export function feedEntry(relation: RelationName, followerId: string, act: Act): FeedEntry {
  const { card, personId, itemId, tags, ttl } = act;
  return {
    pk: feedPartition(relation, followerId),
    sk: placeOf(act),
    type: 'entry',
    card,
    byId: personId,
    itemId,
    ...(tags.length > 0 ? { tags: tags.map(tagMark) } : {}),
    ttl,
  };
}

/** Where a line of a follower's feed is, or would be. */
export const feedKey = (relation: RelationName, followerId: string, sk: string): Key => ({
  pk: feedPartition(relation, followerId),
  sk,
});

/** A transaction takes 100 writes; each line brings the check of its fact. */
const linesAtOnce = 40;

/**
 * Puts lines into a feed, each only while its fact tells of it: as of the same time, in public, under what it is heard
 * through. Four write units a line. @throws where one is not told any more: `failedConditions`
 */
export async function storeLines(
  { name, told }: Relation,
  personId: string,
  lines: readonly { act: Act; through: Target }[],
): Promise<void> {
  const has = told.has.map((attribute) => `attribute_exists(#${attribute})`);
  const hasNot = told.hasNot.map((attribute) => `attribute_not_exists(#${attribute})`);
  const attributes = Object.fromEntries(['at', ...told.has, ...told.hasNot].map((one) => [`#${one}`, one]));
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    const writes = lines.slice(from, from + linesAtOnce).flatMap(({ act, through }) => {
      // A tag is put on a fact, or what it is about: a fact is about the same for good.
      const isTagged = through.what === 'tags' && act.tags.includes(through.id);
      return [
        {
          check: act.fact,
          condition: ['#at = :at', ...has, ...hasNot, ...(isTagged ? ['contains(#tags, :tag)'] : [])].join(' AND '),
          names: { ...attributes, ...(isTagged ? { '#tags': 'tags' } : {}) },
          values: { ':at': act.at, ...(isTagged ? { ':tag': through.id } : {}) },
        },
        { put: feedEntry(name, personId, act) },
      ];
    });
    await transact(writes);
  }
}

/** The row under each target that leads to an act. */
export function actEntries(relation: RelationName, act: Act): ActEntry[] {
  const card = JSON.stringify([act.fact.pk, act.fact.sk, act.personId, ...act.under.map(targetText)]);
  return act.under.map((target) => ({
    pk: actsPartition(relation, target),
    sk: placeOf(act),
    type: 'entry',
    card,
    ttl: act.ttl,
  }));
}

/**
 * Acts under a target from a time on, as far as they are listed, with every write before seen: who did each, all that it is
 * under (by `targetText`; nothing where it was listed before that was told), and its fact. Some 20 a read unit.
 */
export async function actsUnder(
  relation: RelationName,
  target: Target,
  since: string,
): Promise<{ sk: string; fact: Key; personId: string; under: string[] }[]> {
  const rows = await queryAll<ActEntry>({ pk: actsPartition(relation, target), from: since, strong: true });
  return rows.map(({ sk, card }) => {
    const [pk, factSk, personId = '', ...under] = JSON.parse(card) as [string, string, ...string[]];
    return { sk, fact: { pk, sk: factSk }, personId, under };
  });
}

/** When the act before the latest `count` ones under a target was, or else when the feeds begin. Half a read unit for each 4 KB. */
export async function beginningOf(relation: Relation, target: Target, count: number, now: Date): Promise<string> {
  const { rows } = await queryRows({
    pk: actsPartition(relation.name, target),
    from: begin(relation, now),
    descending: true,
    limit: count,
  });
  const last = rows.length === count ? rows.at(-1) : undefined;
  return last ? last.sk.slice(0, last.sk.indexOf('#')) : begin(relation, now);
}

const begin = ({ days }: Relation, now: Date) => isoSeconds(new Date(now.getTime() - days * 86_400_000));

/** A stretch of a person's feed, newest first: of the days it goes back, and nothing that claims to be from later than now. */
export async function feedStretch(
  relation: Relation,
  personId: string,
  now: Date,
  { after, limit, since }: { after?: string | undefined; limit: number; since?: string | undefined },
) {
  const oldest = begin(relation, now);
  const [from, to] = [since !== undefined && since > oldest ? since : oldest, `${isoSeconds(now)}~`];
  // A cursor from elsewhere in the list would leave the stretch.
  if (from > to || (after !== undefined && (after < from || after > to))) return { rows: [], last: undefined };
  return queryRows<FeedEntry>({
    pk: feedPartition(relation.name, personId),
    from,
    to,
    descending: true,
    after,
    limit,
  });
}

import { queryCards, type Row } from '#functions/table/table.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { changeDays } from '#shared/watches/rules.ts';

/** A change where recent changes list it; the attributes beside `card` are what a list is filtered by. */
export type ChangeEntry = Row & {
  type: 'entry';
  card: string;
  kind: string;
  minor?: true;
  newcomer?: true;
  unreviewed?: true;
  ttl: number;
};
export type ChangeFilter = {
  kind?: string | undefined;
  tag?: string | undefined;
  newcomers?: boolean;
  minorHidden?: boolean;
  unreviewed?: boolean;
};
export type Listed = {
  at: string;
  id: string;
  kind: string;
  tags: readonly string[];
  minor: boolean;
  newcomer: boolean;
  unreviewed: boolean;
  card: string;
  ttl: number;
};

const all = 'RC#';
/** Lists of what a filter leaves little of: reading past all the rest would find nothing for long. */
const few = { unreviewed: 'RCU#', newcomers: 'RCN#' } as const;
const tagged = 'RCT#';

/** Every row that lists a change: among all and those of its kind, under its tags, and where few are. */
export function changeEntries(change: Listed): ChangeEntry[] {
  const { at, id, kind, tags, minor, newcomer, unreviewed, card, ttl } = change;
  const lists = [all, ...(unreviewed ? [few.unreviewed] : []), ...(newcomer ? [few.newcomers] : [])];
  const partitions = [...lists.flatMap((list) => [list, list + kind]), ...tags.map((tag) => tagged + tag)];
  return partitions.map((pk) => ({
    pk,
    sk: `${at}#${id}`,
    type: 'entry',
    card,
    kind,
    ...(minor ? { minor } : {}),
    ...(newcomer ? { newcomer } : {}),
    ...(unreviewed ? { unreviewed } : {}),
    ttl,
  }));
}

/** The list that answers a filter best. */
function partitionOf({ kind = '', tag, newcomers, unreviewed }: ChangeFilter): string {
  if (tag !== undefined) return tagged + tag;
  if (unreviewed) return few.unreviewed + kind;
  return (newcomers ? few.newcomers : all) + kind;
}

/** What is left to look at row by row in that list. */
function conditions({ kind, tag, newcomers, minorHidden, unreviewed }: ChangeFilter): string[] {
  const isUnder = tag !== undefined;
  return [
    ...(isUnder && kind !== undefined ? ['#kind = :kind'] : []),
    ...(newcomers && (isUnder || unreviewed) ? ['attribute_exists(newcomer)'] : []),
    ...(unreviewed && isUnder ? ['attribute_exists(unreviewed)'] : []),
    ...(minorHidden ? ['attribute_not_exists(minor)'] : []),
  ];
}

/** The list that a cursor belongs to, by its filter. */
export const changesList = (filter: ChangeFilter): string => [partitionOf(filter), ...conditions(filter)].join(' ');

/** Where a filter has to look row by row, it looks at so many at once: within ten read units. */
const lookedAt = 120;

/** A stretch of recent changes, newest first. One request. */
export async function changesStretch(filter: ChangeFilter, now: Date, after: string | undefined, limit: number) {
  const from = isoSeconds(new Date(now.getTime() - changeDays * 86_400_000));
  const to = `${isoSeconds(now)}~`;
  if (after !== undefined && (after < from || after > to)) return { rows: [], last: undefined };
  const left = conditions(filter);
  const byKind = left.some((condition) => condition.includes(':kind'));
  return queryCards({
    pk: partitionOf(filter),
    from,
    to,
    descending: true,
    after,
    ...(left.length > 0
      ? {
          limit: lookedAt,
          filter: left.join(' AND '),
          ...(byKind ? { names: { '#kind': 'kind' }, values: { ':kind': filter.kind } } : {}),
        }
      : { limit }),
  });
}

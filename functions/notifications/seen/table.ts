import { personPartition } from '#functions/people/reader.ts';
import { failedConditions } from '#functions/table/failures.ts';
import { getRow, type Key, type Row, transact } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import { seenOneByOne } from '#shared/watches/rules.ts';
import type { Seen } from '#shared/watches/schema.ts';

/** Until when a person looked through one of their lists, and which later lines one by one; the same on every device. */
export type SeenRow = Row & { type: 'seen'; until?: string; ones?: Set<string> };
export type SeenList = 'watching' | 'notifications';

export const seenKey = (personId: string, list: SeenList): Key => ({
  pk: personPartition(personId),
  sk: `SEEN#${list}`,
});
/** Whether a row under a person says what the person has seen. */
export const isSeenRow = ({ type }: Row) => type === 'seen';

/** What a person has seen of a list, with every write before seen. One read unit for 4 KB. */
export async function seenOf(personId: string, list: SeenList): Promise<Seen> {
  const row = await getRow<SeenRow>(seenKey(personId, list), { strong: true });
  return { until: row?.until ?? null, ones: [...(row?.ones ?? [])] };
}

/**
 * Notes that a person has seen everything until a moment, or one line. An earlier moment changes nothing. False where the
 * account was deleted.
 */
export async function storeSeen(
  personId: string,
  list: SeenList,
  mark: { until: string } | { one: string },
): Promise<boolean> {
  const key = seenKey(personId, list);
  const named = { '#type': 'type' };
  const typed = { ':type': 'seen' };
  if ('until' in mark) {
    const names = { ...named, '#until': 'until' };
    const moved = await stored(personId, {
      update: key,
      set: 'SET #type = :type, #until = :until REMOVE ones',
      condition: 'attribute_not_exists(#until) OR #until < :until',
      names,
      values: { ...typed, ':until': mark.until },
    });
    return moved !== 'account';
  }
  const ones = new Set([mark.one]);
  const added = await stored(personId, {
    update: key,
    set: 'SET #type = :type ADD ones :ones',
    condition: 'attribute_not_exists(ones) OR size(ones) < :most',
    names: named,
    values: { ...typed, ':ones': ones, ':most': seenOneByOne },
  });
  if (added !== 'condition') return added === 'done';
  const anew = await stored(personId, {
    update: key,
    set: 'SET #type = :type, ones = :ones',
    condition: 'attribute_exists(pk)',
    names: named,
    values: { ...typed, ':ones': ones },
  });
  return anew !== 'account';
}

type Update = Extract<Parameters<typeof transact>[0][number], { update: Key }>;

async function stored(personId: string, update: Update): Promise<'done' | 'condition' | 'account'> {
  try {
    await transact([update, accountIsOpen(personId, personId)]);
    return 'done';
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    return failed[1] ? 'account' : 'condition';
  }
}

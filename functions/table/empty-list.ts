import { atMost } from '#functions/runtime/concurrency.ts';
import { newId } from '#shared/ids.ts';
import { stored } from './failures.ts';
import { type Query, queryAll, queryRows, type Row, transact, type Write, writeRows } from './table.ts';

type List = { pk: string; begins: string };

/** Deletes all rows of a stretch, some after the other: there may be more than fit into memory, and repeated it goes on. */
export async function emptyList(query: Pick<Query, 'pk' | 'begins'>): Promise<void> {
  for (;;) {
    const { rows, last } = await queryRows({ ...query, limit: 100, strong: true });
    await writeRows(rows.map((row) => ({ delete: row })));
    if (last === undefined) return;
  }
}

/** So many rows go with what they belong to: a transaction takes a hundred writes, and there are others in it. */
const together = 80;
const atOnce = 20;

/** A row of a list; what it belongs to may be made anew under the same key, and `begun` tells the rows of both apart. */
type Listed = Row & { begun?: string };

/**
 * Rows of a stretch whose last went with what they belonged to, and that are still to go: those `begun` as these were, and
 * where `old`, those from before rows said so. Until then they belong to nothing.
 */
export type Remains = Row & { type: 'remains'; begins: string; begun: string[]; old: boolean; id: string };
const remainsLine = 'REMAINS';
/** The partition that remains are in. */
export const partitionLeft = ({ sk }: Pick<Remains, 'sk'>) => sk;

/**
 * Deletes what the rows of a stretch belong to (by `writes`) with the last 80 of them, all or nothing; then those before, of
 * which the same transaction says that they are to go. Wherever this is cut off all of it stands, or all is gone but for rows
 * that belong to nothing and that `emptyRemains` finds. False where a condition does not hold.
 */
export async function removeWithList(list: List, writes: readonly Write[]): Promise<boolean> {
  const rows = await queryAll<Listed>({ ...list, strong: true });
  const [rest, last] = [rows.slice(0, -together), rows.slice(-together)];
  const remains: Remains = {
    pk: remainsLine,
    sk: list.pk,
    type: 'remains',
    begins: list.begins,
    begun: [...new Set(rest.flatMap(({ begun }) => begun ?? []))],
    old: rest.some(({ begun }) => begun === undefined),
    id: newId(),
  };
  const more: Write[] = rest.length > 0 ? [{ put: remains }] : [];
  const removed = await stored(transact([...writes, ...more, ...last.map((row) => ({ delete: row }))]));
  if (removed && rest.length > 0) await emptyOne(remains, rest);
  return removed;
}

async function emptyOne(remains: Remains, rows: readonly Listed[]): Promise<void> {
  await atMost(atOnce, rows, (row) =>
    // Another one may stand there by now.
    stored(
      transact([
        row.begun === undefined
          ? { delete: row, condition: 'attribute_not_exists(begun)' }
          : { delete: row, condition: 'begun = :begun', values: { ':begun': row.begun } },
      ]),
    ),
  );
  await stored(transact([{ delete: remains, condition: 'id = :id', values: { ':id': remains.id } }]));
}

/** Deletes what was left where such a removal was cut off. Answers of how many lists. */
export async function emptyRemains(): Promise<number> {
  const line = await queryAll<Remains>({ pk: remainsLine, strong: true });
  for (const remains of line) {
    const { begins, begun, old } = remains;
    const rows = await queryAll<Listed>({ pk: partitionLeft(remains), begins, strong: true });
    const left = rows.filter((row) => (row.begun === undefined ? old : begun.includes(row.begun)));
    await emptyOne(remains, left);
  }
  return line.length;
}

import { type Query, queryAll, queryRows, type Write, writeRows } from './table.ts';

type List = Pick<Query, 'pk' | 'begins'>;

/** Deletes all rows of a stretch, some after the other: there may be more than fit into memory, and repeated it goes on. */
export async function emptyList(query: List): Promise<void> {
  for (;;) {
    const { rows, last } = await queryRows({ ...query, limit: 100, strong: true });
    await writeRows(rows.map((row) => ({ delete: row })));
    if (last === undefined) return;
  }
}

/** So many rows go with what they belong to: a transaction takes a hundred writes, and there are others in it. */
const together = 80;

/**
 * The writes that delete the last 80 rows of a stretch (by their keys), to stand in one transaction with what they belong to.
 * All before are deleted at once, whatever becomes of that transaction.
 */
export async function lastOfList(query: List): Promise<Write[]> {
  const rows = await queryAll({ ...query, strong: true });
  await writeRows(rows.slice(0, -together).map((row) => ({ delete: row })));
  return rows.slice(-together).map((row) => ({ delete: row }));
}

import type { ShelfStanding } from './listings/table.ts';
import { shelfNumbers } from './listings/table.ts';

/** Everything before `t/`: the lists that are no tags. */
const noTags = { from: 'a', to: 't' };

/** How many saves stand on each of a person's shelves: all of them, or the public ones. */
export async function shelfCountsOf(personId: string, count: (standing: ShelfStanding) => number) {
  const counts = { all: 0, kinds: {}, shelves: {}, own: {} } as {
    all: number;
    kinds: Record<string, number>;
    shelves: Record<string, number>;
    own: Record<string, number>;
  };
  const names = { k: counts.kinds, s: counts.shelves, o: counts.own } as const;
  for (let after: string | undefined; ; ) {
    const { rows, last } = await shelfNumbers(personId, noTags, after);
    for (const row of rows) {
      const saves = count(row);
      if (saves <= 0) continue;
      if (row.sk === 'all') counts.all = saves;
      else names[row.sk.slice(0, 1) as keyof typeof names][row.sk.slice(2)] = saves;
    }
    if (last === undefined) return counts;
    after = last;
  }
}

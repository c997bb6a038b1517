import { personIdOf } from '#functions/people/identity.ts';
import { saveKey } from '#functions/saves/table.ts';
import { type Row, writeRows } from '#functions/table/table.ts';

const savers = Array.from({ length: 30 }, (_, n) => `saver-${n}`);
const tags = ['classic', 'long', 'translated', 'prize', 'sea', 'war'];

/** Everybody saved everything in public, under the same tags: the most there is to look at. */
function save(name: string, itemId: string, n: number): Row {
  return {
    ...saveKey(personIdOf(name), itemId),
    type: 'save',
    itemId,
    at: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString().replace('.000', ''),
    by: name,
    about: { kind: 'book', title: `The Remains of the Garden (Series, #${n})`, byline: 'Haruki Murakami · 1990' },
    tags: new Set(tags),
  };
}

/**
 * What thirty people saved: all of them the first five of these items, eight of them sixty; and eight others twenty from the
 * eightieth on, untagged. `rebuild` projects it.
 */
export async function savedTogether(ids: readonly string[]): Promise<void> {
  const rows = savers.flatMap((name, at) => ids.slice(0, at < 8 ? 60 : 5).map((id, n) => save(name, id, n)));
  // Some that nobody tagged, with as much of a note as lists show: found by their savers alone, and looked at again.
  const untagged = savers.slice(8, 16).flatMap((name) =>
    ids.slice(80, 100).map((id, n) => {
      const { tags: _, ...row } = save(name, id, 100 + n);
      return { ...row, note: 'Read it by the sea, and again at home. '.repeat(30) };
    }),
  );
  await writeRows([...rows, ...untagged].map((put) => ({ put })));
}

import { type ItemRow, itemKey } from '#functions/items/reader.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { personPartition } from '#functions/people/reader.ts';
import { type Row, writeRows } from '#functions/table/table.ts';
import { idFromBytes } from '#shared/ids.ts';
import { isoSeconds, minuteOf } from '#shared/ranking/time.ts';
import { bucketOf, writeVote } from '#shared/votes/rules.ts';
import { type Chance, chanceFrom } from './unreliable-stream.ts';

/**
 * Many books with votes of twelve people, as facts written straight into the table; a rebuild projects them.
 * Titles, bylines and cover addresses are as long as those of real books; one in ten carries a tag and is young.
 */
export async function manyItems(count: number, seed = 1): Promise<string[]> {
  const chance = chanceFrom(seed);
  const now = Date.now();
  const ids: string[] = [];
  const marks = new Map<string, Row>();
  const rows: Row[] = [];
  for (let n = 0; n < count; n++) {
    const id = idFromBytes(Uint8Array.from({ length: 12 }, () => chance(248)));
    ids.push(id);
    const young = n % 10 === 0;
    rows.push(book(id, n, new Date(now - (young ? chance(20) : 400 + chance(800)) * 86_400_000), chance));
    for (let voter = 0; voter < chance(13); voter++) {
      const partition = personPartition(personIdOf(`voter-${voter}`));
      const sk = `M#${bucketOf(id)}`;
      const row = marks.get(partition + sk) ?? { pk: partition, sk, type: 'marks' };
      row[`v${id}`] = writeVote(chance(5) === 0 ? 'down' : 'up', minuteOf(now) - chance(10_000));
      marks.set(partition + sk, row);
    }
    if (young)
      rows.push({
        pk: personPartition(personIdOf('voter-0')),
        sk: `S#${id}`,
        type: 'save',
        itemId: id,
        tags: new Set(['classic']),
      });
  }
  await writeRows([...rows, ...marks.values()].map((row) => ({ put: row })));
  return ids;
}

/** A book as its own fact, added by a collector. */
export function book(id: string, n: number, at: Date, chance: Chance): ItemRow {
  const title = `The ${['Hunger', 'Remains', 'Importance', 'Wind-Up'][chance(4)]} of the ${['Day', 'Garden', 'Winter'][chance(3)]} (Series, #${n})`;
  const authors = ['Kazuo Ishiguro', 'Haruki Murakami, Jay Rubin', 'Gabriel García Márquez'][chance(3)] ?? '';
  return {
    ...itemKey(id),
    type: 'item',
    id,
    kind: 'book',
    fields: {
      title,
      authors: [authors],
      year: 1990,
      goodreads: n + 1,
      cover: `https://images.example.org/books/1447303603m/${n}.jpg`,
    },
    title,
    byline: `${authors} · 1990`,
    licence: 'CC-BY-SA-4.0',
    at: isoSeconds(at),
    by: 'collector',
    byId: personIdOf('collector'),
    revision: 1,
    names: [`goodreads:${n + 1}`],
  };
}

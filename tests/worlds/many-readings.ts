import { personIdOf } from '#functions/people/identity.ts';
import { saveKey } from '#functions/saves/reader.ts';
import { type Row, writeRows } from '#functions/table/table.ts';
import { idFromBytes } from '#shared/ids.ts';
import { chanceFrom } from './unreliable-stream.ts';

const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);

/** A reader who finished so many books in 2024, with progress and tags as people note them; written straight into the table. */
export async function manyReadings(count: number, reader: string): Promise<void> {
  const chance = chanceFrom(7);
  const rows = Array.from({ length: count }, (_, n): Row => {
    const itemId = idFromBytes(Uint8Array.from({ length: 12 }, () => chance(248)));
    const ended = n % 366;
    const progress = [1, 2, 3].map((step) => ({ on: day(Math.max(0, ended - 9 + 3 * step)), page: step * 90 }));
    return {
      ...saveKey(personIdOf(reader), itemId),
      type: 'save',
      itemId,
      by: reader,
      at: `${day(ended)}T12:00:00Z`,
      about: { kind: 'book', title: `A book of about the usual length, number ${n}`, byline: 'Ann Author · 1891' },
      shelf: 'read',
      tags: new Set(['novel', `tag-${n % 200}`]),
      ...(n % 5 === 0 ? { private: true } : {}),
      readings: [{ started: day(Math.max(0, ended - 9)), finished: day(ended), progress }],
    };
  });
  await writeRows(rows.map((put) => ({ put })));
}

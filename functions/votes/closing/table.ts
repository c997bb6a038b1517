import { personPartition } from '#functions/people/reader.ts';
import { type Row, updateRow } from '#functions/table/table.ts';
import { buckets } from '#shared/votes/rules.ts';
import { isMarks, marksPrefix, targetOf } from '../table.ts';

const setType = '#type = :type';
const typeName = { '#type': 'type' };
const typeValue = { ':type': 'marks' };

/** Ends what can be credited to a person: a write that is on its way fails from here on. Repeating it changes nothing. */
export async function closeMarks(personId: string): Promise<void> {
  const close = (number: number) =>
    updateRow(
      { pk: personPartition(personId), sk: `${marksPrefix}${String(number).padStart(2, '0')}` },
      {
        UpdateExpression: `SET ${setType}, closed = :true`,
        ExpressionAttributeNames: typeName,
        ExpressionAttributeValues: { ...typeValue, ':true': true },
      },
    );
  for (let at = 0; at < buckets; at += 16) await Promise.all(Array.from({ length: 16 }, (_, n) => close(at + n)));
}

/** Removes all notes of own ratings from a person's marks rows. */
export async function clearOwnRatings(rows: readonly Row[]): Promise<void> {
  // An update expression takes 4 KB and 300 operators.
  const removalsAtOnce = 200;
  for (const row of rows.filter(isMarks)) {
    const names = Object.keys(row).filter((name) => targetOf('s', name));
    for (let at = 0; at < names.length; at += removalsAtOnce) {
      const some = names.slice(at, at + removalsAtOnce);
      await updateRow(row, {
        UpdateExpression: `REMOVE ${some.map((_, index) => `#n${index}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(some.map((name, index) => [`#n${index}`, name])),
      });
    }
  }
}

import { queryRows, type Row } from '#functions/table/table.ts';
import { taggedPartition } from './listings/table.ts';

/** The tags of each of the latest public saves under a tag: 6 to 10 read units for 150 in common scripts. */
export async function tagsOfSavesUnder(tag: string, most: number): Promise<string[][]> {
  const { rows } = await queryRows<Row & { tags: string[] }>({
    pk: taggedPartition(tag),
    descending: true,
    limit: most,
  });
  return rows.map(({ tags }) => tags);
}

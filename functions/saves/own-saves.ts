import { queryRows } from '#functions/table/table.ts';
import { type SaveRow, saveKey } from './table.ts';

/** What a person keeps, a page at a time by item id, with every write before seen. `last` is the id to continue after. */
export async function savesAfter(personId: string, after: string | undefined, limit: number) {
  const { pk, sk: begins } = saveKey(personId, '');
  const { rows, last } = await queryRows<SaveRow>({
    pk,
    begins,
    after: after === undefined ? undefined : saveKey(personId, after).sk,
    limit,
    strong: true,
  });
  return { rows, last: last?.slice(begins.length) };
}

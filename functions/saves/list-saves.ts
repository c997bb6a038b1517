import type { Handler } from '#functions/http/handler.ts';
import { personIdByHandle } from '#functions/people/reader.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { publicListPartition, saveList } from './listings/table.ts';
import { listNamed } from './lists.ts';

const pageSize = 50;

export const listSaves: Handler<'listSaves'> = async ({ params, query }) => {
  const list = listNamed(query);
  const pk = publicListPartition(await personIdByHandle(params.handle), list);
  const { rows } = await saveList(pk, readCursor(pk, query.cursor), pageSize + 1);
  return writtenPage(pk, rows, pageSize);
};

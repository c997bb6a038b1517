import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { privateListPartition, publicListPartition, saveList } from './listings/table.ts';
import { listNamed } from './lists.ts';

const pageSize = 50;

/** Public and private saves lie in two lists of one order; a page is the newest of both. */
export const listMySaves: Handler<'listMySaves'> = async ({ query }, context) => {
  const { personId } = context.caller;
  const list = listNamed(query);
  const pk = privateListPartition(personId, list);
  const after = readCursor(pk, query.cursor);
  const [, ...both] = await Promise.all([
    requireAccount(context),
    saveList(publicListPartition(personId, list), after, pageSize + 1),
    saveList(pk, after, pageSize + 1),
  ]);
  const rows = both.flatMap((page) => page.rows).sort((a, b) => (a.sk < b.sk ? 1 : -1));
  return writtenPage(pk, rows, pageSize);
};

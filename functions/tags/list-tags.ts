import type { Handler } from '#functions/http/handler.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { tagList, tagListPartition } from './table.ts';

const pageSize = 100;

export const listTags: Handler<'listTags'> = async ({ query }) => {
  const { rows } = await tagList(readCursor(tagListPartition, query.cursor), pageSize + 1);
  return writtenPage(tagListPartition, rows, pageSize);
};

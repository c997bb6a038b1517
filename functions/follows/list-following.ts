import type { Handler } from '#functions/http/handler.ts';
import { requirePerson } from '#functions/people/reader.ts';
import { followsList, followsPage } from '#functions/relations/table.ts';
import { readCursor, writeCursor } from '#functions/table/cursor.ts';

const pageSize = 100;

export const listFollowing: Handler<'listFollowing'> = async ({ params, query }) => {
  const { personId } = await requirePerson(params.handle);
  const list = followsList('follow', personId, 'people');
  const after = readCursor(list, query.cursor);
  const rows = await followsPage('follow', personId, 'people', { after, limit: pageSize + 1, strong: false });
  const shown = rows.slice(0, pageSize);
  return {
    entries: shown.map(({ name }) => ({ handle: name })),
    next: rows.length > pageSize ? writeCursor(list, shown.at(-1)?.id ?? '') : null,
  };
};

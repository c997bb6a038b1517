import type { Handler } from '#functions/http/handler.ts';
import { requirePerson } from '#functions/people/reader.ts';
import { followersList, followersPage } from '#functions/relations/table.ts';
import { readCursor, writeCursor } from '#functions/table/cursor.ts';

const pageSize = 100;

export const listFollowers: Handler<'listFollowers'> = async ({ params, query }) => {
  const { personId } = await requirePerson(params.handle);
  const list = followersList(personId);
  const { rows, last } = await followersPage(personId, readCursor(list, query.cursor), pageSize);
  return {
    entries: rows.flatMap(({ handle }) => (handle === undefined ? [] : [{ handle }])),
    next: last === undefined ? null : writeCursor(list, last),
  };
};

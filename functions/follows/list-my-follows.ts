import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { followsList, followsPage } from '#functions/relations/table.ts';
import { readCursor, writeCursor } from '#functions/table/cursor.ts';

const pageSize = 100;

export const listMyFollows: Handler<'listMyFollows'> = async ({ query: { what, cursor } }, context) => {
  const { personId } = context.caller;
  const list = followsList('follow', personId, what);
  const after = readCursor(list, cursor);
  const [, rows] = await Promise.all([
    requireAccount(context),
    followsPage('follow', personId, what, { after, limit: pageSize + 1, strong: true }),
  ]);
  const shown = rows.slice(0, pageSize);
  return {
    // A person is named by handle, as in paths.
    entries: shown.map(({ id, name }) => ({ what, target: what === 'people' ? name : id, name })),
    next: rows.length > pageSize ? writeCursor(list, shown.at(-1)?.id ?? '') : null,
  };
};

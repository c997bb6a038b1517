import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { readCursor, writeCursor } from '#functions/table/cursor.ts';
import { synonymsOfPerson } from './synonyms/table.ts';

const pageSize = 100;

export const listMySynonyms: Handler<'listMySynonyms'> = async ({ query }, context) => {
  const { personId } = context.caller;
  const list = `synonyms ${personId}`;
  const [{ rows, last }] = await Promise.all([
    synonymsOfPerson(personId, readCursor(list, query.cursor), pageSize),
    requireAccount(context),
  ]);
  return {
    entries: rows.map(({ tag, other, at }) => ({ tag, other, at })),
    next: last === undefined ? null : writeCursor(list, last),
  };
};

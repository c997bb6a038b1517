import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { readCursor, writeCursor } from '#functions/table/cursor.ts';
import { AppError } from '#shared/app-error.ts';
import { requireImport } from './reader.ts';
import { reportList, reportsPage } from './table.ts';

/** Steps a page: up to a hundred rows. */
const pageSteps = 2;

export const listImportRows: Handler<'listImportRows'> = async ({ params, query }, context) => {
  const { personId } = context.caller;
  const { pk, begins } = reportList(personId, params.importId);
  const after = readCursor(`${pk} ${begins}`, query.cursor);
  if (after !== undefined && !after.startsWith(begins)) throw new AppError('invalid_cursor');
  await requireAccount(context);
  await requireImport(personId, params.importId);
  const { rows, last } = await reportsPage(personId, params.importId, after, pageSteps);
  return {
    entries: rows.flatMap((report) => report.rows),
    next: last === undefined ? null : writeCursor(`${pk} ${begins}`, last),
  };
};

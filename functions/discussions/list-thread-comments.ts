import type { Handler } from '#functions/http/handler.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { AppError } from '#shared/app-error.ts';
import { threadPage } from '#shared/discussions/rules.ts';
import { cardsOf, threadPartition } from './pages/table.ts';
import { subjectOf, targetOf } from './targets.ts';

export const listThreadComments: Handler<'listThreadComments'> = async ({ params, query }) => {
  const target = await targetOf(params);
  const pk = threadPartition(target);
  const after = readCursor(pk, query.cursor);
  const [subject, { rows }] = await Promise.all([
    subjectOf(target),
    cardsOf({ pk, descending: true, after, limit: threadPage + 1 }),
  ]);
  if (!subject && rows.length === 0 && after === undefined) throw new AppError('thread_not_found');
  return writtenPage(pk, rows, threadPage);
};

import { type Handler, WrittenJson } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { commentsOn } from './pages/table.ts';
import { levelPage } from './reader.ts';
import { aboutOf, subjectOf, targetOf } from './targets.ts';

export const getThread: Handler<'getThread'> = async ({ params, query }) => {
  const target = await targetOf(params);
  const [subject, comments, page] = await Promise.all([
    subjectOf(target),
    commentsOn(target),
    levelPage(target, query.order, query.cursor),
  ]);
  // What was said about something outlives it.
  if (!subject && page.isEmpty && query.cursor === undefined) throw new AppError('thread_not_found');
  return new WrittenJson(`{"about":${JSON.stringify(aboutOf(subject))},"comments":${comments},"page":${page.text}}`);
};

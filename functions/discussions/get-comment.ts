import { type Handler, WrittenJson } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import type { Operations } from '#shared/capabilities.ts';
import { beginningOf, wordsOf } from '#shared/lists/rules.ts';
import type { OutputOf } from '#shared/operation.ts';
import { commentWithStanding, shownOf } from './pages/table.ts';
import { commentOf, levelPage } from './reader.ts';
import { aboutOf, pathOf, subjectOf } from './targets.ts';

/** Characters that the line above a comment has of each ancestor. */
const ancestorLength = 120;

export const getComment: Handler<'getComment'> = async ({ params, query }) => {
  const [{ comment, standing }, page] = await Promise.all([
    commentWithStanding(params.commentId),
    levelPage(params.commentId, query.order),
  ]);
  if (!comment) throw new AppError('comment_not_found');
  const [above, subject] = await Promise.all([shownOf(comment.above), subjectOf(comment.target)]);
  const { up = 0, down = 0, replies = 0, waiting = 0, folded } = standing ?? {};
  const shown = {
    comment: commentOf(comment, { up, down, replies, folded }),
    licence: comment.licence,
    about: aboutOf(subject),
    thread: pathOf(comment.target, subject),
    depth: comment.depth,
    above: above.map(({ id, by, text, withdrawn }) => ({
      id,
      by: by ?? null,
      text: beginningOf(wordsOf(text), ancestorLength).text,
      ...(withdrawn ? { withdrawn } : {}),
    })),
    waiting,
  };
  return new WrittenJson<OutputOf<Operations['getComment']>>(
    `${JSON.stringify(shown).slice(0, -1)},"page":${page.text}}`,
  );
};

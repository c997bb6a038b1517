import { commentsOn, firstOfLevel } from '#functions/discussions/reader.ts';
import { type Handler, WrittenJson } from '#functions/http/handler.ts';
import { itemById } from '#functions/items/reader.ts';
import { visitsOf } from '#functions/saves/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { questionsShown, tipsShown } from '#shared/questions/rules.ts';
import { targetText } from '#shared/targets.ts';

export const getAsked: Handler<'getAsked'> = async ({ params: { itemId } }) => {
  const [questions, tips] = [targetText({ what: 'questions', id: itemId }), targetText({ what: 'tips', id: itemId })];
  const [item, asked, given, bestQuestions, bestTips, visits] = await Promise.all([
    itemById(itemId),
    commentsOn(questions),
    commentsOn(tips),
    firstOfLevel(questions, questionsShown),
    firstOfLevel(tips, tipsShown),
    visitsOf(itemId),
  ]);
  if (!item) throw new AppError('item_not_found');
  // They are written already; the rest is put around them.
  const part = (comments: number, entries: string) => `{"comments":${comments},"entries":${entries}}`;
  return new WrittenJson(
    `{"questions":${part(asked, bestQuestions)},"tips":${part(given, bestTips)},"visits":${JSON.stringify(visits)}}`,
  );
};

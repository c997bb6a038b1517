import type { Handler } from '#functions/http/handler.ts';
import { environment } from '#functions/runtime/environment.ts';
import { engine } from '#functions/search/finding/reader.ts';
import { readQuestion } from '#shared/ask/read-question.ts';
import type { Reading } from '#shared/ask/schema.ts';
import { wordsOf } from '#shared/ask/words.ts';
import { searchQuery } from '#shared/search/schema.ts';
import { lookUpNames } from './look-up-names.ts';

/** Fewer words are hardly a question. */
const wordsForModel = 4;

export const ask: Handler<'ask'> = async ({ query: { q, offset = 0 } }, { now }) => {
  const names = await lookUpNames(q, await engine(), now);
  const byRules = readQuestion(q, names, { now, offset });
  // A name is no question, and what rules are sure of needs nobody else.
  const isForModel = environment.askModel && !byRules.sure && !names.isTitle && wordsOf(q).length >= wordsForModel;
  if (!isForModel) return checked(byRules, q);
  const { readByModel } = await import('./bedrock.ts');
  return checked((await readByModel(q, names, now)) ?? byRules, q);
};

/** Only what can be searched: else the words as they are. */
function checked(reading: Reading, q: string): Reading {
  return searchQuery.safeParse(reading.query).success
    ? reading
    : { query: { q }, parts: [], left: q, sure: false, wantsPosition: false, timed: false, by: 'rules' };
}

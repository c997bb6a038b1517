import type { Handler } from '#functions/http/handler.ts';
import { tagsOfSavesUnder } from '#functions/saves/reader.ts';
import { relatedSample, relatedTo } from '#shared/tags/rules.ts';

export const relatedTags: Handler<'relatedTags'> = async ({ params: { tag } }) => {
  const saves = await tagsOfSavesUnder(tag, relatedSample);
  return { tags: relatedTo(tag, saves), sample: saves.length };
};

import { foldWord } from '../search/words.ts';
import { isVisible } from '../text.ts';

/** A word of a question: as it was written, as it is compared, and whether it stood in quotes, which are never read. */
export type Word = { text: string; norm: string; quoted: boolean };

/** No question has more words that matter. */
const wordsAtMost = 60;
const quotes = /["“”„«»]/;

/** The words of a question, in order. Hyphens stay within words, and points and colons within numbers. */
export function wordsOf(question: string): Word[] {
  const found: Word[] = [];
  let quoted = false;
  for (const piece of question.split(/(["“”„«»])|\s+|[,;?!()[\]]+/)) {
    if (!piece) continue;
    if (quotes.test(piece)) {
      quoted = !quoted;
      continue;
    }
    const text = piece.replace(/^[.:'’‘]+|[.:'’‘]+$/g, '');
    // `'90s` are the nineties; elsewhere an apostrophe is no letter.
    const norm = foldWord(text);
    if (norm !== '' && isVisible(text)) found.push({ text, norm, quoted });
    if (found.length === wordsAtMost) break;
  }
  return found;
}

/** Words that say nothing by themselves. */
const silent = new Set(
  `a an the and or that which who are is was be of for with to at on in by from some any all me my i im we us you your it its this
  these those there here want need like would could can please find show give get search looking look seek recommend
  suggest what where when how about have has do does good great nice really very most more than`.split(/\s+/),
);
export const isSilent = (norm: string): boolean => silent.has(norm);

/** A phrase as it may be written in the plural, too. */
export function forms(phrase: string): string[] {
  const many = /[^aeiou]y$/.test(phrase)
    ? `${phrase.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh)$/.test(phrase)
      ? `${phrase}es`
      : `${phrase}s`;
  return [phrase, many];
}

/** A phrase as words are compared: folded, one space between. */
export const normal = (phrase: string): string =>
  wordsOf(phrase)
    .map(({ norm }) => norm)
    .join(' ');

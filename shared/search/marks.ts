import type { MarkedText } from './schema.ts';
import { wordsIn } from './words.ts';

type Stretch = { from: number; to: number };

function stretches(text: string, isFound: (word: string) => boolean): Stretch[] {
  const found: Stretch[] = [];
  for (const { at, length, word } of wordsIn(text)) {
    if (!isFound(word)) continue;
    const last = found.at(-1);
    if (last && at <= last.to) last.to = Math.max(last.to, at + length);
    else found.push({ from: at, to: at + length });
  }
  return found;
}

function cut(text: string, found: readonly Stretch[]): MarkedText {
  const parts: MarkedText = [];
  let at = 0;
  for (const { from, to } of found) {
    if (from > at) parts.push([text.slice(at, from), false]);
    parts.push([text.slice(from, to), true]);
    at = to;
  }
  if (at < text.length) parts.push([text.slice(at), false]);
  return parts;
}

/** A text with the words that were found in it marked; `isFound` is asked for each, folded. */
export function marked(text: string, isFound: (word: string) => boolean): MarkedText {
  return cut(text, stretches(text, isFound));
}

const before = 40;
const snippetLength = 180;

/** The part of a text around the first word that was found, on one line, cut at words; empty where none was. */
export function snippet(text: string, isFound: (word: string) => boolean): MarkedText {
  const line = text.replace(/\s+/gu, ' ').trim();
  const [first] = stretches(line, isFound);
  if (!first) return [];
  const begin = first.from <= before ? 0 : line.indexOf(' ', first.from - before) + 1 || first.from;
  const from = Math.min(begin, first.from);
  const whole = line.slice(from);
  const end = whole.length <= snippetLength ? whole.length : whole.lastIndexOf(' ', snippetLength);
  const to = end <= first.to - from ? Math.max(first.to - from, snippetLength) : end;
  const shown = `${from > 0 ? '… ' : ''}${whole.slice(0, to).toWellFormed()}${to < whole.length ? ' …' : ''}`;
  return marked(shown, isFound);
}

/** Letters that no decomposition takes apart, as they are usually typed without them. */
const spelled: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' };
/** Scripts that put no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A word as it stands in a text; `C++` and `C#` are words, and so is a sign such as an emoji. */
const inText = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*[+#]*|\p{Extended_Pictographic}/gu;
const longestWord = 40;

/** A word without case, accents and apostrophes: `Ångström’s` is `angstroms`. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[ßæœøđðłþı]/g, (letter) => spelled[letter] ?? letter);
}

/** The words of a text as they stand there, with where they begin, folded; of scripts without spaces every pair of neighbours. */
export function wordsIn(text: string): { at: number; length: number; word: string }[] {
  const found: { at: number; length: number; word: string }[] = [];
  for (const { 0: match, index } of text.matchAll(inText)) {
    if (unspaced.test(match)) {
      const letters = [...match];
      let at = index;
      for (const [n, letter] of letters.entries()) {
        const next = letters[n + 1] ?? '';
        if (next !== '' || letters.length === 1)
          found.push({ at, length: letter.length + next.length, word: foldWord(letter + next) });
        at += letter.length;
      }
    } else {
      const word = foldWord(match).slice(0, longestWord);
      if (word !== '') found.push({ at: index, length: match.length, word });
    }
  }
  return found;
}

/** The folded words of a text, in order. */
export const wordsOfText = (text: string): string[] => wordsIn(text).map(({ word }) => word);

/** How many misspelled letters of a word are forgiven: none in numbers and one or two letters, one up to five, else two. */
export function lettersForgiven(word: string): number {
  if (/\p{N}/u.test(word) || word.length <= 2) return 0;
  return word.length <= 5 ? 1 : 2;
}

/** A word with two neighbouring letters the other way round, each pair in turn: the misspelling that counts as two letters. */
export function swapped(word: string): string[] {
  if (word.length < 3 || word.length > 20 || /\p{N}/u.test(word)) return [];
  const found = new Set<string>();
  for (let at = 0; at + 1 < word.length; at++)
    found.add(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
  found.delete(word);
  return [...found];
}

function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/**
 * How much two texts are alike: twice the pairs of neighbouring letters that both have, by the pairs of both; 0 to 1.
 * Source: Dice 1945, Sørensen 1948. `left` may be given as its pairs.
 */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  if (left.length < 2 || right.length < 2) return 0;
  const rest = pairs(left);
  let both = 0;
  for (let at = 0; at + 1 < right.length; at++) {
    const pair = right.slice(at, at + 2);
    const left = rest.get(pair) ?? 0;
    if (left > 0) {
      both++;
      rest.set(pair, left - 1);
    }
  }
  return (2 * both) / (left.length + right.length - 2);
}

/** A title without what stands in brackets at its end, and without what follows a colon: what people call it. */
export function mainTitle(title: string): string {
  const bare = title.replace(/\s*[([][^()[\]]{0,200}[)\]]\s*$/u, '');
  const short = bare.split(/[:;—]| - /u, 1)[0]?.trim() ?? '';
  return short || bare || title;
}

/** The latest earlier wordings of a review that its page shows. */
export const wordingsShown = 100;

const excerptBytes = 600;
const encoder = new TextEncoder();

/** The beginning of a review for lists, at most 600 bytes, cut at a word and never inside a spoiler. */
export function excerpt(text: string): { text: string; more: boolean } {
  if (encoder.encode(text).length <= excerptBytes) return { text, more: false };
  let cut = '';
  let bytes = 0;
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > excerptBytes - 3) break;
    cut += character;
  }
  cut = cut.replace(/\s+\S{0,40}$/u, '');
  // A spoiler mark left open would show what it hides.
  if (cut.split('||').length % 2 === 0) cut = cut.slice(0, cut.lastIndexOf('||'));
  return { text: `${cut.trimEnd()}…`, more: true };
}

/** The whole star that a rating is filtered under: a half counts with the star above. */
export function starOf(rating: number): 1 | 2 | 3 | 4 | 5 {
  return Math.ceil(rating) as 1 | 2 | 3 | 4 | 5;
}

import type { Aspect } from '../items/kind.ts';
import { withReplyBytes } from '../replies/rules.ts';
import { aspectWords } from './aspect-words.ts';
import { type Review, type Season, seasons } from './schema.ts';

/** The latest earlier wordings of a review that its page shows. */
export const wordingsShown = 100;

const excerptBytes = 600;
const encoder = new TextEncoder();

/** The beginning of a text for lists, at most so many bytes (600 of a review), cut at a word and never inside a spoiler. */
export function excerpt(text: string, most = excerptBytes): { text: string; more: boolean } {
  if (encoder.encode(text).length <= most) return { text, more: false };
  let cut = '';
  let bytes = 0;
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > most - 3) break;
    cut += character;
  }
  cut = cut.replace(/\s+\S{0,40}$/u, '');
  // A spoiler mark left open would show what it hides; those of a paragraph are no other's.
  const last = cut.split(/\n\s*\n/).at(-1) ?? '';
  if (last.split('||').length % 2 === 0) cut = cut.slice(0, cut.lastIndexOf('||'));
  return { text: `${cut.trimEnd()}…`, more: true };
}

/** The beginning of a review where lists show it with the beginning of a reply: a short reply leaves it more. */
export function excerptBeside(reply: string, text: string): { text: string; more: boolean } {
  return excerpt(text, withReplyBytes - encoder.encode(reply).length);
}

/** The whole star that a rating is filtered under: a half counts with the star above. */
export function starOf(rating: number): 1 | 2 | 3 | 4 | 5 {
  return Math.ceil(rating) as 1 | 2 | 3 | 4 | 5;
}

/** The quarter of the year of a day (`2026-07-14`). */
export function seasonOf(day: string): Season {
  return seasons[Math.floor((Number(day.slice(5, 7)) % 12) / 3)] ?? 'dec-feb';
}

const wordsIn = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** The keys of the aspects that a text speaks of: by a word of the label, or by one of those that mean it. */
export function mentionedAspects(text: string, aspects: readonly Aspect[]): string[] {
  const said = new Set(wordsIn(text));
  return aspects.flatMap(({ key, label }) =>
    [...wordsIn(label).filter((word) => word !== 'or'), ...(aspectWords[key] ?? [])].some((word) => said.has(word))
      ? [key]
      : [],
  );
}

/** What reviews may be filtered by beside their stars. */
export type Facets = { party?: string; season?: string; year?: string; aspect?: string };

/** A facet as it is found in the text of `facetsOf`. */
export const facet = (name: keyof Facets, value: string) => `|${name}:${value}|`;

/** All that a review may be filtered by, as text; empty where that is nothing. */
export function facetsOf(
  { party, experiencedOn, aspects }: Pick<Review, 'party' | 'experiencedOn' | 'aspects'>,
  mentions: readonly string[] = [],
): string {
  return [
    ...(party ? [facet('party', party)] : []),
    ...(experiencedOn ? [facet('season', seasonOf(experiencedOn)), facet('year', experiencedOn.slice(0, 4))] : []),
    ...[...new Set([...Object.keys(aspects), ...mentions])].sort().map((key) => facet('aspect', key)),
  ].join('');
}

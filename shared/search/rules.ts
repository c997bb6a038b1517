import type { Counts } from '../items/schema.ts';
import { parameters } from '../ranking/parameters.ts';
import { scoreOf } from '../ranking/scores.ts';
import { ratingCount } from '../ranking/stars.ts';
import { likeness, mainTitle, wordsOfText } from './words.ts';

/** What a word counts where it stands: in the title, in authors, address or host, among the tags; by its stem in any of these or the text. */
export const fieldWeights = { title: 3, also: 1.5, tags: 2, stems: 0.8 } as const;
/** What is left of it where it only begins so, or is misspelled. */
export const prefixWeight = 0.4;
export const fuzzyWeight = 0.45;

/** How many hits a page has, and how many suggestions there are. */
export const hitsPerPage = 20;
export const suggestionsShown = 8;
/** What nobody types the beginning of. */
export const unsuggested: ReadonlySet<string> = new Set(['reviews', 'questions']);
/** Words beyond these are not looked for. */
export const wordsAtMost = 12;
/** How many of the crowd's tags of an item can be found. */
export const tagsFound = 20;
/** How much of a question or tip is shown and can be found, in characters. */
export const questionFound = 200;
/** How much of a text can be found, in characters. */
export const textFound = 600;

const perDecade = 0.25;
const forBest = 0.5;

/** What attention multiplies relevance by: a quarter more for each tenfold. */
export const attentionWeight = (attention: number) => 1 + perDecade * Math.log10(1 + Math.max(0, attention));

/**
 * What an item's standing multiplies relevance by: 1, a quarter for each tenfold of votes, ratings and saves, and up to a
 * half for how good it is (`best`, 0 to 1). Between 1 and about 3.
 */
export function itemWeight(counts: Counts, at: string): number {
  const attention = counts.up + counts.down + ratingCount(counts.ratings) + counts.saves;
  return attentionWeight(attention) + forBest * (scoreOf('best', { counts, at }) ?? 0);
}

/** An average of stars, to a tenth, from as many ratings on as it is shown from; undefined below. */
export function starsAverage(counts: Counts): number | undefined {
  const total = ratingCount(counts.ratings);
  if (total < parameters.ratingsForAverage) return undefined;
  const sum = counts.ratings.reduce((all, count, slot) => all + (count * (slot + 1)) / 2, 0);
  return Math.round((sum / total) * 10) / 10;
}

/**
 * How much better words fit a title that reads like them, 1 to 3: 1 + 2 · likeness², of the whole title or of it without
 * brackets and subtitle, whichever is more like them.
 */
export function titleFit(words: string, title: string): number {
  const like = Math.max(
    likeness(words, wordsOfText(title).join(' ')),
    likeness(words, wordsOfText(mainTitle(title)).join(' ')),
  );
  return 1 + 2 * like * like;
}

const radius = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;
type Position = { latitude: number; longitude: number };

/** Metres between two positions on a sphere of the earth's mean radius. Source: haversine, Sinnott 1984. */
export function metresBetween(a: Position, b: Position): number {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2);
  const east = Math.sin(radians(b.longitude - a.longitude) / 2);
  const half = north * north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east * east;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(half)));
}

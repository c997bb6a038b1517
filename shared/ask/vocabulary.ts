import { askedOf } from '../items/kinds/asked.ts';
import type { Asked } from '../items/kinds/place-words.ts';
import { type KindName, kinds } from '../items/kinds/registry.ts';
import { forms, normal } from './words.ts';

/** What a phrase of a kind's vocabulary means: things of the kind, or of the kind with a value of a filter. */
export type Meaning = { kind: KindName; means: string; param?: Asked['param']; value?: string };

/** Every phrase that kinds know, folded, in the singular and plural; more than one kind may know it. */
export const vocabulary: ReadonlyMap<string, readonly Meaning[]> = gathered();
/** How many words the longest of them has. */
export const longestPhrase = Math.max(...[...vocabulary.keys()].map((phrase) => phrase.split(' ').length));

function gathered() {
  const found = new Map<string, Meaning[]>();
  const add = (phrase: string, meaning: Meaning) => {
    for (const form of forms(normal(phrase))) {
      const known = found.get(form) ?? [];
      if (!known.some(({ kind, param }) => kind === meaning.kind && param === meaning.param)) known.push(meaning);
      found.set(form, known);
    }
  };
  for (const kind of Object.keys(kinds) as KindName[]) {
    const { label, plural } = kinds[kind];
    const { called, asked } = askedOf[kind];
    for (const phrase of [label, plural, ...called]) add(phrase, { kind, means: plural.toLowerCase() });
    for (const { param, value, label: means, words } of asked)
      for (const phrase of [means, value.replaceAll('-', ' '), ...words]) add(phrase, { kind, means, param, value });
  }
  return found;
}

/** Tags that say the same, as people write them: whichever of a line is a tag here stands for all. */
const sameTags = [
  ['sci-fi', 'science-fiction', 'scifi', 'sf'],
  ['non-fiction', 'nonfiction'],
  ['young-adult', 'ya'],
  ['short', 'short-read', 'short-reads', 'short-books', 'novella', 'novellas', 'short-stories'],
  ['long', 'long-read', 'long-reads', 'doorstopper'],
  ['by-women', 'women-writers', 'women-authors', 'female-authors', 'female-author', 'woman-author', 'women'],
  ['children', 'childrens', 'children-s', 'for-children', 'kids', 'childrens-books'],
  ['crime', 'crime-fiction', 'mystery', 'detective'],
  ['historical-fiction', 'historical-novel', 'historical'],
  ['funny', 'humor', 'humour', 'comedy'],
  ['scary', 'horror'],
  ['classic', 'classics'],
  ['biography', 'biographies', 'memoir', 'memoirs'],
  ['comics', 'comic', 'graphic-novel', 'graphic-novels', 'manga'],
  ['poetry', 'poems', 'poem'],
  ['play', 'plays', 'drama'],
  ['romance', 'love-story', 'love-stories'],
  ['travel', 'travels', 'travel-writing'],
  ['painting', 'paintings'],
];

/** Phrases that are said otherwise than the tags of their line, folded. */
const saidOtherwise: [RegExp, string][] = [
  [/^(?:written )?by (?:women|female (?:authors|writers)|women (?:authors|writers))\b/, 'by-women'],
  [/^(?:women|female) (?:authors|writers)\b/, 'by-women'],
  [/^for (?:children|kids)\b/, 'children'],
  [/^(?:short stories|short story)\b/, 'short'],
];

/** What is said at the beginning of a text that stands for a tag otherwise written: how many words, and the tag. */
export function tagSaid(rest: string): { words: number; tag: string } | undefined {
  for (const [said, tag] of saidOtherwise) {
    const found = said.exec(rest)?.[0];
    if (found) return { words: found.split(' ').length, tag };
  }
  return undefined;
}

/** The tags that a tag-like phrase (hyphens between words) may stand for, itself first. */
export function tagsLike(tag: string): string[] {
  const single = tag.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
  const own = [...new Set([tag, ...forms(tag), single])];
  return [...new Set([...own, ...sameTags.filter((line) => line.some((one) => own.includes(one))).flat()])];
}

/** Languages by the name people ask for them, as tags of BCP 47. */
export const languages: Readonly<Record<string, string>> = {
  english: 'en',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  portuguese: 'pt',
  italian: 'it',
  dutch: 'nl',
  russian: 'ru',
  chinese: 'zh',
  japanese: 'ja',
  korean: 'ko',
  arabic: 'ar',
  hebrew: 'he',
  polish: 'pl',
  czech: 'cs',
  swedish: 'sv',
  danish: 'da',
  norwegian: 'no',
  finnish: 'fi',
  hungarian: 'hu',
  turkish: 'tr',
  greek: 'el',
  latin: 'la',
  hindi: 'hi',
  bengali: 'bn',
  ukrainian: 'uk',
  persian: 'fa',
};

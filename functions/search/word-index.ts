import MiniSearch, { type Options, type Query, type SearchResult } from 'minisearch';
import type { SearchDocument } from '#shared/search/findable.ts';
import { fieldWeights, fuzzyWeight, prefixWeight, wordsAtMost } from '#shared/search/rules.ts';
import { SameTags } from '#shared/search/same-tags.ts';
import { lettersForgiven, swapped, wordsOfText } from '#shared/search/words.ts';
import { loadStemmers, stem, stemmedAs } from './stemmers.ts';

/** A thing whose words fit: how well, and what of the index did. */
export type Match = { key: string; relevance: number; isFound: (word: string) => boolean };

const fields = ['title', 'also', 'tags', 'stems'];
const named = ['title', 'also', 'tags'];

/** A tag as one word. */
const wholeTag = (tag: string) => wordsOfText(tag).join('');

function fieldOf(document: SearchDocument, field: string): string {
  const { title, also, tags, text, language, key } = document;
  switch (field) {
    case 'key':
      return key;
    case 'title':
      return wordsOfText(title).join(' ');
    case 'also':
      return wordsOfText(also).join(' ');
    case 'tags':
      // `sci-fi` is found as `sci fi` and as `scifi`; a tag itself also by its other names.
      return (document.what === 'tags' ? [title] : tags)
        .flatMap((tag) => [...new Set([...wordsOfText(tag), wholeTag(tag)])])
        .join(' ');
    default: {
      // The words of a text are in it by their stems alone: they are most of the memory that an index takes.
      const name = stemmedAs(language);
      return [title, also, tags.join(' '), text]
        .flatMap(wordsOfText)
        .map((word) => stem(word, name))
        .join(' ');
    }
  }
}

const options: Options<SearchDocument> = {
  idField: 'key',
  fields,
  extractField: fieldOf,
  tokenize: (text) => (text === '' ? [] : text.split(' ')),
  processTerm: (term) => term,
  searchOptions: { boost: fieldWeights, weights: { fuzzy: fuzzyWeight, prefix: prefixWeight } },
};

/** A word in more than one of so many titles, and in more than so many, narrows nothing down beside another one. */
const commonShare = 25;
const commonFrom = 40;
/** Fewer hits than these, and misspellings are looked for too. */
const enough = 8;

/** In a search of more words than these, those that stand in titles are taken as they are written: each way to write one otherwise costs as much as the word. */
const forgivenUpTo = 6;
/** So many ways to put the spaces otherwise are tried: whoever names things for it would have hundreds looked for. */
const spacedAtMost = 6;

/** Documents by their words. */
export class WordIndex {
  #index = new MiniSearch<SearchDocument>(options);
  readonly #inTitles: Map<string, number>;
  readonly #languages: Set<string>;
  #size: number;

  constructor(from?: Kept) {
    if (from) this.#index = MiniSearch.loadJS(from.index, options);
    this.#inTitles = new Map(from?.inTitles);
    this.#languages = new Set(from?.languages);
    this.#size = this.#index.documentCount;
  }

  /** An index as it was written, with the stemmers of its languages. */
  static async of(from?: Kept): Promise<WordIndex> {
    await loadStemmers(from?.languages ?? []);
    return new WordIndex(from);
  }

  /** What `of` takes: plain JSON. */
  async kept(): Promise<Kept> {
    await this.#index.vacuum();
    return {
      index: this.#index.toJSON(),
      inTitles: [...this.#inTitles],
      languages: [...this.#languages],
    };
  }

  /** Takes documents in, in place of what was there by their keys, and others out; `before` has them as they were. */
  async change(
    put: readonly SearchDocument[],
    out: readonly string[] = [],
    before: ReadonlyMap<string, SearchDocument> = new Map(),
  ): Promise<void> {
    const names = put.flatMap(({ language }) => stemmedAs(language) ?? []);
    await loadStemmers(names);
    for (const name of names) this.#languages.add(name);
    for (const key of [...out, ...put.map(({ key }) => key)]) {
      if (!this.#index.has(key)) continue;
      this.#index.discard(key);
      this.#countTitle(before.get(key)?.title ?? '', -1);
    }
    for (const document of put) {
      this.#index.add(document);
      this.#countTitle(document.title, 1);
    }
    this.#size = this.#index.documentCount;
  }

  #countTitle(title: string, change: 1 | -1): void {
    for (const word of new Set(wordsOfText(title))) {
      const titles = (this.#inTitles.get(word) ?? 0) + change;
      if (titles > 0) this.#inTitles.set(word, titles);
      else this.#inTitles.delete(word);
    }
  }

  /** What fits words, the best first: all of them where anything does, else as many of them as anything does. */
  search(text: string, { begun = true, same = new SameTags() } = {}): Match[] {
    const words = this.#wordsOf(text);
    if (words.length === 0) return [];
    const tags = tagsMeant(text, same);
    const last = begun && !/\s$/.test(text) ? words.at(-1) : undefined;
    const exact = this.#find(words, { tags, last, forgiving: false, combineWith: 'AND' });
    if (exact.length >= enough || words.every((word) => this.#isCommon(word))) return exact;
    const forgiven = this.#find(words, { tags, last, forgiving: true, combineWith: 'AND' });
    if (forgiven.length > 0) return forgiven;
    let tried = 0;
    for (const others of this.#spacedOtherwise(words)) {
      if (tried++ >= (words.length > forgivenUpTo ? 1 : spacedAtMost)) break;
      const found = this.#find(others, { tags, forgiving: true, combineWith: 'AND' });
      if (found.length > 0) return found;
    }
    return words.length > 1 ? this.#find(words, { tags, last, forgiving: true, combineWith: 'OR' }) : [];
  }

  #isCommon = (word: string) => {
    const titles = this.#inTitles.get(word) ?? 0;
    return titles > commonFrom && titles * commonShare > this.#size;
  };

  /** The words that narrow down: common ones only where there are no others. */
  #wordsOf(text: string): string[] {
    const all = [...new Set(wordsOfText(text))];
    const telling = all.filter((word) => !this.#isCommon(word));
    return (telling.length > 0 ? telling : all).slice(0, wordsAtMost);
  }

  /** The same words with two written as one, or one as two, where the index has such. */
  *#spacedOtherwise(words: readonly string[]): Generator<string[]> {
    const has = (word: string) => this.#inTitles.has(word);
    for (const [n, word] of words.entries()) {
      const next = words[n + 1];
      if (next !== undefined && has(word + next)) yield [...words.slice(0, n), word + next, ...words.slice(n + 2)];
      for (let at = 2; word.length <= 24 && at <= word.length - 2; at++) {
        const [left, right] = [word.slice(0, at), word.slice(at)];
        if (has(left) && has(right)) yield [...words.slice(0, n), left, right, ...words.slice(n + 1)];
      }
    }
  }

  #find(words: readonly string[], { tags, last, forgiving, combineWith }: Finding): Match[] {
    const wordOf = new Map<string, Set<string>>();
    const queries = words.map((word): Query => {
      const stems = [...this.#languages].map((name) => stem(word, name));
      const lenient = forgiving && (words.length <= forgivenUpTo || !this.#inTitles.has(word));
      const turned = lenient ? swapped(word) : [];
      const meant = tags.get(word) ?? [];
      for (const asked of [word, ...stems, ...turned, ...meant])
        wordOf.set(asked, (wordOf.get(asked) ?? new Set()).add(word));
      const letters = lenient ? lettersForgiven(word) : 0;
      const isCommon = this.#isCommon(word);
      return {
        combineWith: 'OR',
        queries: [
          {
            queries: [word],
            fields: named,
            prefix: !isCommon && (word === last || (lenient && word.length >= 4)),
            ...(letters > 0 && !isCommon ? { fuzzy: letters } : {}),
          },
          ...(isCommon ? [] : [{ combineWith: 'OR' as const, queries: [...new Set(stems)], fields: ['stems'] }]),
          ...(turned.length > 0
            ? [{ combineWith: 'OR' as const, queries: turned, fields: named, boost: turnedWeights }]
            : []),
          ...(meant.length > 0 ? [{ combineWith: 'OR' as const, queries: [...meant], fields: ['tags'] }] : []),
        ],
      };
    });
    const found = this.#index.search({ combineWith, queries });
    return (combineWith === 'AND' ? found : mostWords(found, wordOf)).map(this.#matchOf);
  }

  #matchOf = ({ id, score, match }: SearchResult): Match => ({
    key: id as string,
    relevance: score,
    isFound: (word) =>
      Object.hasOwn(match, word) || [...this.#languages].some((name) => Object.hasOwn(match, stem(word, name))),
  });
}

type Finding = {
  /** The tags, as one word each, that words mean beside themselves. */
  tags: ReadonlyMap<string, readonly string[]>;
  /** The word that may only be begun. */
  last?: string | undefined;
  forgiving: boolean;
  combineWith: 'AND' | 'OR';
};

/** By word of a text, the tags that it means together with its neighbours: each by a dozen of its names. */
function tagsMeant(text: string, same: SameTags): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { other, words } of same.namesIn(text))
    for (const word of words) found.set(word, [...(found.get(word) ?? []), ...same.few(other).map(wholeTag)]);
  return found;
}

export type Kept = {
  index: ReturnType<MiniSearch['toJSON']>;
  inTitles: [string, number][];
  languages: string[];
};

const turnedWeights = Object.fromEntries(
  Object.entries(fieldWeights).map(([field, weight]) => [field, weight * 1.5 * fuzzyWeight]),
);

/** Those that have as many of the words as any has, and at least half of them. */
function mostWords(found: readonly SearchResult[], wordOf: ReadonlyMap<string, ReadonlySet<string>>): SearchResult[] {
  const words = new Set([...wordOf.values()].flatMap((all) => [...all])).size;
  const counted = found.map((result) => ({
    result,
    has: new Set(result.queryTerms.flatMap((term) => [...(wordOf.get(term) ?? [])])).size,
  }));
  const most = counted.reduce((most, { has }) => Math.max(most, has), 0);
  return most * 2 < words ? [] : counted.filter(({ has }) => has === most).map(({ result }) => result);
}

import { wordsOfText } from './words.ts';

/** A name of a tag that stands in a text, the better one that it has here, and its words there, from the first up to before the last. */
export type Named = { other: string; tag: string; words: readonly string[]; from: number; to: number };

/** Words of a name at most; more are hardly a tag's. */
const longestName = 4;
/** So many names of one tag are looked for as words: a tag may be called a hundred things. */
const namesLookedFor = 12;

const folded = (tag: string) => wordsOfText(tag).join(' ');

/** Tags that mean the same here, by the better names in force (`best`: of each that has a better name, the best). */
export class SameTags {
  readonly #best: ReadonlyMap<string, string>;
  readonly #all = new Map<string, string[]>();
  /** Names as they are typed, with the tag that is meant. */
  readonly #typed = new Map<string, string>();

  constructor(best: ReadonlyMap<string, string> = new Map()) {
    this.#best = best;
    for (const [other, tag] of best) {
      const all = this.#all.get(tag) ?? [tag];
      all.push(other);
      this.#all.set(tag, all);
    }
    for (const all of this.#all.values())
      for (const tag of all)
        for (const name of [folded(tag), folded(tag).replaceAll(' ', '')])
          if (name !== '' && !this.#typed.has(name)) this.#typed.set(name, tag);
  }

  get any(): boolean {
    return this.#best.size > 0;
  }

  /** The best name of a tag; itself where it has no better one. */
  best = (tag: string): string => this.#best.get(tag) ?? tag;

  /** All names of what a tag means, the best first. */
  all = (tag: string): readonly string[] => this.#all.get(this.best(tag)) ?? [tag];

  /** A dozen names at most of what a tag means: the best, the one it has here, and the first others. */
  few = (tag: string): readonly string[] =>
    [...new Set([this.best(tag), tag, ...this.all(tag)])].slice(0, namesLookedFor);

  /** The names in a text that have others beside them, the longest first where several begin at the same word. */
  namesIn(text: string): Named[] {
    if (!this.any) return [];
    const words = wordsOfText(text);
    const found: Named[] = [];
    for (let from = 0; from < words.length; from++) {
      for (let to = Math.min(words.length, from + longestName); to > from; to--) {
        const some = words.slice(from, to);
        const other = this.#typed.get(some.join(' ')) ?? this.#typed.get(some.join(''));
        if (other === undefined) continue;
        found.push({ other, tag: this.best(other), words: some, from, to });
        from = to - 1;
        break;
      }
    }
    return found;
  }

  /** What of a search is called otherwise here, each once: of its words and of the tags that it asks for. */
  called(text: string, tags: readonly string[] = []): { other: string; tag: string }[] {
    const others = [...this.namesIn(text).map(({ other }) => other), ...tags];
    return [...new Set(others)]
      .map((other) => ({ other, tag: this.best(other) }))
      .filter(({ other, tag }) => other !== tag);
  }
}

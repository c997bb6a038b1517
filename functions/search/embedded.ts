import { environment } from '#functions/runtime/environment.ts';
import { narrowed } from '#shared/search/filters.ts';
import type { SearchDocument } from '#shared/search/findable.ts';
import { hitsPerPage, titleFit, unsuggested } from '#shared/search/rules.ts';
import type { SameTags } from '#shared/search/same-tags.ts';
import type { AskedSearch, Searched, SearchPage, Suggestion, SuggestQuery } from '#shared/search/schema.ts';
import { searched } from '#shared/search/schema.ts';
import { wordsOfText } from '#shared/search/words.ts';
import { afterPlace, placeOf, placeText, tieOf } from './cursor.ts';
import type { Engine } from './engine.ts';
import { Gathered } from './gathered.ts';
import { distanceOf, type Found, hitsOf, suggestionsOf } from './hits.ts';
import { sameTags } from './same-tags.ts';
import { readSnapshot } from './snapshot.ts';
import { searchStore } from './store.ts';
import { logHours } from './table.ts';

/** With what it is sorted by, highest first. */
type Candidate = Found & { place: number };

const nowhere = () => false;
/** What stands further down than this by words and standing alone keeps its place: its title is not compared. */
const compared = 300;

/** Search in the memory of this instance: begins with what the job gathered, and goes by the log from then on. */
export class Embedded implements Engine {
  #gathered: Gathered;
  #complete: boolean;
  #asked = 0;
  #asking: Promise<void> | undefined;

  private constructor(gathered: Gathered, complete: boolean) {
    this.#gathered = gathered;
    this.#complete = complete;
  }

  static async load(): Promise<Embedded> {
    return new Embedded(...(await begun()));
  }

  /** Asks the log what changed, where it was not asked just now. */
  async #fresh(): Promise<void> {
    if (Date.now() - this.#asked < environment.searchPatience) return;
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(): Promise<void> {
    const now = new Date();
    const isStale = this.#asked > 0 && now.getTime() - this.#asked > ((logHours - 1) * 3_600_000) / 2;
    let news = isStale ? [] : await this.#gathered.news(now);
    if (isStale || news.some(({ made }) => made)) {
      [this.#gathered, this.#complete] = await begun();
      news = await this.#gathered.news(now);
    }
    await this.#gathered.take(news, now);
    this.#asked = now.getTime();
  }

  async search(query: AskedSearch, now: Date): Promise<SearchPage> {
    const [same] = await Promise.all([sameTags(), this.#fresh()]);
    const { what } = query;
    // Near what? Then by what fits.
    const sort = query.sort === 'near' && !query.near ? 'relevance' : query.sort;
    const all = this.#candidates(query.q ?? '', same);
    const found = Object.fromEntries(searched.map((name) => [name, 0])) as Record<Searched, number>;
    const ofKind = all.filter(({ document }) => document.what === what);
    const { kept, facets } = narrowed(ofKind, query, now, same);
    for (const name of searched)
      found[name] =
        name === what
          ? kept.length
          : narrowed(
              all.filter(({ document }) => document.what === name),
              query,
              now,
              same,
            ).kept.length;
    const distance = (document: SearchDocument) => distanceOf(query, document);
    const hits = sort === 'near' ? kept.filter(({ document }) => distance(document) !== undefined) : kept;
    for (const hit of hits) hit.place = placeOf(sort, hit, distance(hit.document));
    hits.sort((a, b) => b.place - a.place || (tieOf(a.document) < tieOf(b.document) ? -1 : 1));
    const after = afterPlace(query);
    const from = after
      ? hits.findIndex(
          ({ place, document }) => place < after.place || (place === after.place && tieOf(document) > after.tie),
        )
      : 0;
    const page = from < 0 ? [] : hits.slice(from, from + hitsPerPage);
    const shown = await hitsOf(page, query);
    const last = from >= 0 && from + hitsPerPage < hits.length ? page.at(-1) : undefined;
    return {
      hits: shown,
      next: last ? placeText(query, last.place, tieOf(last.document)) : null,
      total: hits.length - (page.length - shown.length),
      found,
      facets,
      complete: this.#complete,
      called: same.called(query.q ?? '', query.tags),
    };
  }

  /** Everything that words fit, or everything where there are none, by relevance × standing. */
  #candidates(text: string, same: SameTags): Candidate[] {
    const words = wordsOfText(text).join(' ');
    if (words === '')
      return text.trim() === ''
        ? [...this.#gathered.documents.values()].map((document) => ({
            document,
            relevance: 1,
            score: document.weight,
            place: 0,
            isFound: nowhere,
          }))
        : [];
    const found = this.#gathered.words.search(text, { same }).flatMap(({ key, relevance, isFound }): Candidate[] => {
      const document = this.#gathered.documents.get(key);
      return document ? [{ document, relevance, score: relevance * document.weight, place: 0, isFound }] : [];
    });
    found.sort((a, b) => b.score - a.score);
    for (const candidate of found.slice(0, compared)) {
      const fit = titleFit(words, candidate.document.title);
      candidate.relevance *= fit;
      candidate.score *= fit;
    }
    return found;
  }

  async tagsAmong(tags: readonly string[]): Promise<string[]> {
    const [same] = await Promise.all([sameTags(), this.#fresh()]);
    const isHere = (tag: string) => this.#gathered.documents.has(`tags:${tag}`);
    return tags.filter((tag) => same.all(tag).some(isHere));
  }

  async suggest({ q, what }: SuggestQuery): Promise<Suggestion[]> {
    const [same] = await Promise.all([sameTags(), this.#fresh()]);
    return suggestionsOf(
      this.#candidates(q, same)
        .filter(({ document }) => (what ? document.what === what : !unsuggested.has(document.what)))
        .sort((a, b) => b.score - a.score),
    );
  }
}

/** What was gathered last, and whether that is all there is; where nothing was, what the log still says. */
async function begun(): Promise<[Gathered, boolean]> {
  const store = searchStore();
  const found = store && (await readSnapshot(store));
  if (found) return [await Gathered.of(found), true];
  return [await Gathered.empty(new Date(Date.now() - (logHours - 1) * 3_600_000)), false];
}

import { environment } from '#functions/runtime/environment.ts';
import { errorFields, log } from '#functions/runtime/log.ts';
import { signedFetch } from '#functions/runtime/signed-request.ts';
import { AppError } from '#shared/app-error.ts';
import { hitsPerPage } from '#shared/search/rules.ts';
import type {
  AskedSearch,
  FacetCount,
  FacetName,
  SearchPage,
  SearchQuery,
  Suggestion,
  SuggestQuery,
} from '#shared/search/schema.ts';
import { facetNames, searched } from '#shared/search/schema.ts';
import { lettersForgiven, likeness, wordsOfText } from '#shared/search/words.ts';
import { afterPlace, placeText } from './cursor.ts';
import type { Engine } from './engine.ts';
import { type Found, hitsOf, suggestionsOf } from './hits.ts';
import { searchBody, suggestBody, tagsBody } from './open-search-query.ts';
import { documentOfRow, type PublishedRow } from './published/table.ts';
import { sameTags } from './same-tags.ts';

type Hit = { _score: number | null; _source: PublishedRow; sort?: [number, string] };
type Bucket = { key: string | number; doc_count: number };
type Counted = { values: { buckets: Bucket[] } };
type Answer = { hits: { total?: { value: number }; hits: Hit[] }; aggregations?: Record<string, Counted> };

/** Where documents are kept. */
export const openSearchIndex = 'found';
/** A search takes some milliseconds there; whoever waits longer is told to try again. */
const patience = 3000;

/** Search in an OpenSearch domain, which the pipeline keeps up from the table. What is shown comes from the table itself. */
export class OpenSearch implements Engine {
  readonly #url: URL;

  constructor(endpoint: string) {
    this.#url = new URL(`/${openSearchIndex}/_search`, endpoint);
  }

  async #ask(body: object): Promise<Answer> {
    const answer = await signedFetch({
      service: 'es',
      method: 'POST',
      url: this.#url,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
      milliseconds: patience,
    }).catch((error: unknown) => {
      log('error', 'search unreachable', errorFields(error));
      throw new AppError('search_unavailable');
    });
    if (answer.ok) return (await answer.json()) as Answer;
    // Nothing was published yet.
    if (answer.status === 404) return { hits: { hits: [] } };
    log('error', 'search refused', { status: answer.status, said: (await answer.text()).slice(0, 500) });
    throw new AppError('search_unavailable');
  }

  async search(query: AskedSearch, now: Date): Promise<SearchPage> {
    const same = await sameTags();
    const answer = await this.#ask(searchBody(query, placeIn(query), now, same));
    const page = answer.hits.hits.slice(0, hitsPerPage);
    const hits = await hitsOf(page.map(foundIn(query.q ?? '')), query);
    const last = answer.hits.hits.length > hitsPerPage ? page.at(-1)?.sort : undefined;
    const { found, ...facets } = answer.aggregations ?? {};
    const counts = new Map((found?.values.buckets ?? []).map(({ key, doc_count }) => [String(key), doc_count]));
    return {
      hits,
      next: last ? placeText(query, query.sort === 'near' ? -last[0] : last[0], last[1]) : null,
      total: (answer.hits.total?.value ?? 0) - (page.length - hits.length),
      found: Object.fromEntries(searched.map((name) => [name, counts.get(name) ?? 0])) as SearchPage['found'],
      facets: facetsOf(facets),
      complete: true,
      called: same.called(query.q ?? '', query.tags),
    };
  }

  async suggest(query: SuggestQuery): Promise<Suggestion[]> {
    const { hits } = (await this.#ask(suggestBody(query, await sameTags()))).hits;
    return suggestionsOf(hits.map(foundIn(query.q)));
  }

  async tagsAmong(tags: readonly string[]): Promise<string[]> {
    const same = await sameTags();
    const { hits } = (await this.#ask(tagsBody(tags.flatMap(same.all)))).hits;
    const here = new Set(hits.map(({ _source }) => _source.key.slice('tags:'.length)));
    return tags.filter((tag) => same.all(tag).some((name) => here.has(name)));
  }
}

/** Where a search is continued: what is near is sorted the other way round there. */
function placeIn(query: SearchQuery) {
  const after = afterPlace(query);
  return after && query.sort === 'near' ? { ...after, place: -after.place } : after;
}

/** A hit as every engine gives it; which words were found in it is told by what was typed. */
const foundIn =
  (text: string) =>
  ({ _score, _source }: Hit): Found => {
    const document = documentOfRow(_source);
    const words = wordsOfText(text);
    const score = _score ?? document.weight;
    return {
      document,
      score,
      relevance: score / document.weight,
      isFound: (word) =>
        words.some(
          (asked) =>
            word === asked ||
            (asked.length >= 3 && word.startsWith(asked)) ||
            (lettersForgiven(asked) > 0 && Math.abs(word.length - asked.length) <= 2 && likeness(asked, word) >= 0.5),
        ),
    };
  };

function facetsOf(counted: Record<string, Counted>): SearchPage['facets'] {
  const facets: Partial<Record<FacetName, FacetCount[]>> = {};
  for (const name of facetNames) {
    const values = (counted[name]?.values.buckets ?? [])
      .filter(({ doc_count }) => doc_count > 0)
      .map(({ key, doc_count }) => ({ value: String(key), count: doc_count }));
    if (values.length > 1) facets[name] = values;
  }
  return facets;
}

/** The engine of the domain that the environment names. */
export const openSearch = () => new OpenSearch(environment.searchEndpoint ?? '');

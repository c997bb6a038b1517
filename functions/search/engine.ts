import { environment } from '#functions/runtime/environment.ts';
import type { AskedSearch, SearchPage, Suggestion, SuggestQuery } from '#shared/search/schema.ts';

/** What finds things; the one that is embedded or another that is asked over the network. */
export type Engine = {
  /** @throws invalid_cursor */
  search(query: AskedSearch, now: Date): Promise<SearchPage>;
  suggest(query: SuggestQuery, now: Date): Promise<Suggestion[]>;
  /** Which of these are tags that something carries; at most a hundred are asked for. */
  tagsAmong(tags: readonly string[]): Promise<string[]>;
};

let opened: { of: string; engine: Promise<Engine> } | undefined;

/** The engine of this site, opened at first use and kept between invocations; one that could not be is opened again. */
export function engine(): Promise<Engine> {
  const of = environment.tableName;
  if (opened?.of !== of) {
    const engine = open();
    opened = { of, engine };
    engine.catch(() => {
      opened = undefined;
    });
  }
  return opened.engine;
}

async function open(): Promise<Engine> {
  if (environment.searchEndpoint) return (await import('./open-search.ts')).openSearch();
  const { Embedded } = await import('./embedded.ts');
  return Embedded.load();
}

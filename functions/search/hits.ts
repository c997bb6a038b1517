import type { SearchDocument } from '#shared/search/findable.ts';
import { marked, snippet } from '#shared/search/marks.ts';
import { metresBetween, suggestionsShown } from '#shared/search/rules.ts';
import type { SearchHit, SearchQuery, Suggestion } from '#shared/search/schema.ts';
import { shownOf } from './shown.ts';

/** Something that fits, whichever engine found it. */
export type Found = {
  document: SearchDocument;
  /** How well the words fit, and that times the document's weight. */
  relevance: number;
  score: number;
  isFound: (word: string) => boolean;
};

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

/** How far something is from where a search is near, in whole metres; undefined where either stands nowhere. */
export const distanceOf = ({ near }: Pick<SearchQuery, 'near'>, { position }: SearchDocument): number | undefined =>
  near && position ? Math.round(metresBetween(near, position)) : undefined;

/** A page of hits as things stand now, without what is not to be found any more. One round trip. */
export async function hitsOf(page: readonly Found[], query: SearchQuery): Promise<SearchHit[]> {
  const shown = await shownOf(page.map(({ document }) => document));
  return page.flatMap(({ document, relevance, score, isFound }): SearchHit[] => {
    const { key, what, also, tags, weight, position } = document;
    const standing = shown.get(key);
    if (!standing) return [];
    const { said, ...showing } = standing;
    const { title, text } = said ?? document;
    const metres = distanceOf(query, document);
    const around = [text, also, tags.join(', ')].map((part) => snippet(part, isFound)).find((part) => part.length > 0);
    return [
      {
        what,
        title: marked(title, isFound),
        snippet: around ?? [],
        why: { relevance: rounded(relevance), standing: weight, score: rounded(score) },
        ...(metres === undefined ? {} : { distance: metres }),
        ...(position ? { position } : {}),
        ...showing,
      },
    ];
  });
}

/** What goes on as was typed, as things stand now; the same. */
export async function suggestionsOf(found: readonly Found[]): Promise<Suggestion[]> {
  const some = found.slice(0, suggestionsShown + 4);
  const shown = await shownOf(some.map(({ document }) => document));
  return some
    .flatMap(({ document, isFound }): Suggestion[] => {
      const showing = shown.get(document.key);
      if (!showing) return [];
      const { id, item } = showing;
      return [
        {
          what: document.what,
          id,
          text: marked(document.title, isFound),
          ...(item ? { kind: item.kind, byline: item.byline } : {}),
        },
      ];
    })
    .slice(0, suggestionsShown);
}

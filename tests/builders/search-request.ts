import type { askOperations } from '#shared/ask/operations.ts';
import type { searchOperations } from '#shared/search/operations.ts';
import type { Examples } from './request.ts';

/** Valid requests of search and ask. */
export const searchExamples: Pick<Examples, keyof typeof searchOperations | keyof typeof askOperations> = {
  ask: () => [
    { query: { q: 'best rated short books near me' } },
    { query: { q: 'museums open tonight', offset: '-60' } },
  ],
  search: () => [
    { query: {} },
    { query: { q: 'alice', what: 'people' } },
    {
      query: {
        q: 'exampel page',
        kind: 'link',
        tags: 'web,of interest',
        stars: '2.5',
        from: '2020-01-01',
        to: '2030-01-01',
        years: '-400..1999',
        licence: 'CC0-1.0',
        language: 'pt-BR',
        price: '1,2',
        amenities: 'wifi',
        open: 'now',
        near: '48.2,16.37',
        within: '2000',
        view: '48,16,49,17',
        sort: 'near',
      },
    },
  ],
  suggest: () => [{ query: { q: 'exam' } }, { query: { q: 'ali', what: 'people' } }],
};

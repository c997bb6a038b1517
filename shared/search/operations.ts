import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { searchPage, searchQuery, suggestion, suggestQuery } from './schema.ts';

export const search = operation({
  name: 'search',
  method: 'GET',
  path: '/api/search',
  auth: 'public',
  freshness: 'listing',
  summary:
    'Search items, tags, people, reviews, questions and tips, or lists by words (forgiving misspellings) and filters, twenty a page, with counts by filter.',
  query: searchQuery,
  output: searchPage,
  errors: ['invalid_cursor', 'search_unavailable'],
});

export const suggest = operation({
  name: 'suggest',
  method: 'GET',
  path: '/api/suggest',
  auth: 'public',
  freshness: 'listing',
  summary: 'Up to eight items, tags, people and lists that go on as was typed.',
  query: suggestQuery,
  output: z.object({ suggestions: z.array(suggestion) }),
  errors: ['search_unavailable'],
});

export const searchOperations = { search, suggest };

import { operation } from '../operation.ts';
import { askQuery, reading } from './schema.ts';

export const ask = operation({
  name: 'ask',
  method: 'GET',
  path: '/api/ask',
  auth: 'public',
  freshness: 'listing',
  summary:
    'What a question in plain words is understood as: a search whose every part can be seen and changed. It answers nothing by itself.',
  query: askQuery,
  output: reading,
  errors: [],
});

export const askOperations = { ask };

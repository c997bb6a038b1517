import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { operation } from '../operation.ts';
import { myOdds, oddsModel } from './schema.ts';

export const getOdds = operation({
  name: 'getOdds',
  method: 'GET',
  path: '/api/odds',
  auth: 'public',
  freshness: 'page',
  summary:
    'What was learned last of which edits stay: from how much, how well it fits, and how its odds came true. Nothing is ever refused by them.',
  output: z.object({ model: z.nullable(oddsModel) }),
  errors: [],
});

export const getMyOdds = operation({
  name: 'getMyOdds',
  method: 'GET',
  path: '/api/me/odds/{itemId}',
  auth: 'person',
  freshness: 'none',
  summary: 'How likely an edit of yours to an item is to stay, and why; without enough history none.',
  params: z.strictObject({ itemId: id }),
  output: myOdds,
  errors: ['item_not_found', 'account_deleted'],
});

export const oddsOperations = { getOdds, getMyOdds };

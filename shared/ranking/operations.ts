import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { card, kindName } from '../items/schema.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { tag } from '../tags/schema.ts';
import { explanation, order, rankingVersionMade, windowName } from './schema.ts';

export const listRanking = operation({
  name: 'listRanking',
  method: 'GET',
  path: '/api/rankings',
  auth: 'public',
  freshness: 'listing',
  summary:
    'A ranked listing: scope (all, kind, tag, kind and tag) × order × window of when items were added; 50 a page.',
  query: z.strictObject({
    kind: z.optional(kindName),
    tag: z.optional(tag),
    order: z._default(order, 'hot'),
    window: z._default(windowName, 'all'),
    cursor: z.optional(cursor),
  }),
  output: pageOf(card),
  errors: ['invalid_cursor'],
});

export const explainRanking = operation({
  name: 'explainRanking',
  method: 'GET',
  path: '/api/items/{itemId}/ranking',
  auth: 'public',
  freshness: 'page',
  summary: 'Why an item stands where it stands, in every order: the formula with its numbers filled in.',
  params: z.strictObject({ itemId: id }),
  output: z.object({ version: z.string(), orders: z.array(explanation) }),
  errors: ['item_not_found'],
});

export const getRankingParameters = operation({
  name: 'getRankingParameters',
  method: 'GET',
  path: '/api/rankings/parameters',
  auth: 'public',
  freshness: 'listing',
  summary:
    'The ranking parameters in force, which of them a proposal may change, and every version there was with its date and proposal.',
  output: z.object({
    version: z.string(),
    parameters: z.record(z.string(), z.number()),
    /** Whether every listing stands by this version; false while things are being moved after a change. */
    listed: z.boolean(),
    adjustable: z.array(z.object({ name: z.string(), least: z.number(), most: z.number() })),
    /** Newest first, down to the one that the site began with. */
    versions: z.array(rankingVersionMade),
  }),
  errors: [],
});

export const rankingOperations = { listRanking, explainRanking, getRankingParameters };

import * as z from 'zod/mini';
import { itemOwner } from '../claims/schema.ts';
import { id } from '../ids.ts';
import { item } from '../items/schema.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { newReview, party, review, reviewOrders, seasons } from './schema.ts';

const itemPath = z.strictObject({ itemId: id });
const reviewPath = z.strictObject({ reviewId: id });

export const postReview = operation({
  name: 'postReview',
  method: 'PUT',
  path: '/api/items/{itemId}/review',
  auth: 'person',
  freshness: 'none',
  summary: 'Post or edit your one review of an item. An edit names the revision it started from; its history is kept.',
  params: itemPath,
  body: newReview,
  output: z.object({ review }),
  errors: ['item_not_found', 'item_merged', 'item_removed', 'handle_required', 'account_deleted', 'review_conflict'],
});

export const withdrawReview = operation({
  name: 'withdrawReview',
  method: 'DELETE',
  path: '/api/items/{itemId}/review',
  auth: 'person',
  freshness: 'none',
  summary: 'Withdraw your review of an item, with its history. Repeating it changes nothing.',
  params: itemPath,
  output: z.object({ withdrawn: z.boolean() }),
  errors: ['account_deleted'],
});

export const listReviews = operation({
  name: 'listReviews',
  method: 'GET',
  path: '/api/items/{itemId}/reviews',
  auth: 'public',
  freshness: 'page',
  summary:
    'An item’s reviews that count, ten a page, in an order; of all, or only those with a number of stars, of a party, of visits in a year or season, or that speak of an aspect. Or those that do not count, newest first.',
  params: itemPath,
  query: z.strictObject({
    order: z._default(z.enum(reviewOrders), 'helpful'),
    /** 1 to 5; a half star counts with the star above it (½ with 1, 4½ with 5). */
    stars: z.optional(z.enum(['1', '2', '3', '4', '5'])),
    party: z.optional(party),
    /** Of the day that the review says it is about. */
    season: z.optional(z.enum(seasons)),
    year: z.optional(z.string().check(z.regex(/^\d{4}$/, 'is not a year'))),
    /** An aspect’s key: those that rate it or mention it. */
    aspect: z.optional(z.string().check(z.regex(/^[a-z-]{1,40}$/, 'is not the key of an aspect'))),
    /** `held`: those that do not count for now, whatever else is asked for. */
    which: z._default(z.enum(['counted', 'held']), 'counted'),
    cursor: z.optional(cursor),
  }),
  output: pageOf(review),
  errors: ['item_not_found', 'invalid_cursor'],
});

export const getReview = operation({
  name: 'getReview',
  method: 'GET',
  path: '/api/reviews/{reviewId}',
  auth: 'public',
  freshness: 'page',
  summary: 'One review whole, with its item and its earlier wordings, newest first.',
  params: reviewPath,
  output: z.object({
    review,
    item,
    /** Who owns the item: they may reply. */
    owners: z.array(itemOwner),
    history: z.array(z.object({ revision: z.number(), rating: z.number(), text: z.string(), at: z.string() })),
  }),
  errors: ['review_not_found'],
});

export const reviewOperations = { postReview, withdrawReview, listReviews, getReview };

import * as z from 'zod/mini';
import { hold } from '../holds/schema.ts';
import { id } from '../ids.ts';
import { operation } from '../operation.ts';
import { rating, reviewMark } from '../reviews/schema.ts';
import { voteValue } from './schema.ts';

const itemPath = z.strictObject({ itemId: id });
const markPath = z.strictObject({ reviewId: id, mark: reviewMark });
const ids = z.pipe(
  z.string().check(z.maxLength(800)),
  z.transform((text: string) => (text === '' ? [] : text.split(','))),
);
const idList = z.optional(z.pipe(ids, z.array(id).check(z.maxLength(50))));
const longIdList = z.optional(
  z.pipe(
    z.pipe(
      z.string().check(z.maxLength(1400)),
      z.transform((text: string) => (text === '' ? [] : text.split(','))),
    ),
    z.array(id).check(z.maxLength(100)),
  ),
);

export const castVote = operation({
  name: 'castVote',
  method: 'PUT',
  path: '/api/items/{itemId}/vote',
  auth: 'person',
  freshness: 'none',
  summary: 'Vote an item up or down, or change your vote. Nobody votes on what they added.',
  params: itemPath,
  body: z.strictObject({ value: voteValue }),
  output: z.object({
    vote: voteValue,
    /** Why it does not count yet, and until when; null where it counts. */
    held: z.nullable(hold),
  }),
  errors: ['item_not_found', 'item_merged', 'item_removed', 'own_contribution', 'account_deleted', 'handle_required'],
});

export const withdrawVote = operation({
  name: 'withdrawVote',
  method: 'DELETE',
  path: '/api/items/{itemId}/vote',
  auth: 'person',
  freshness: 'none',
  summary: 'Withdraw your vote on an item. Repeating it changes nothing.',
  params: itemPath,
  output: z.object({ vote: z.null() }),
  errors: ['account_deleted'],
});

export const markReview = operation({
  name: 'markReview',
  method: 'PUT',
  path: '/api/reviews/{reviewId}/marks/{mark}',
  auth: 'person',
  freshness: 'none',
  summary: 'Vote a review useful, funny or cool; each of the three stands alone. Nobody votes on their own.',
  params: markPath,
  output: z.object({ marks: z.array(reviewMark) }),
  errors: ['review_not_found', 'own_contribution', 'account_deleted', 'handle_required'],
});

export const unmarkReview = operation({
  name: 'unmarkReview',
  method: 'DELETE',
  path: '/api/reviews/{reviewId}/marks/{mark}',
  auth: 'person',
  freshness: 'none',
  summary: 'Withdraw one of your votes on a review. Repeating it changes nothing.',
  params: markPath,
  output: z.object({ marks: z.array(reviewMark) }),
  errors: ['account_deleted'],
});

export const listMyMarks = operation({
  name: 'listMyMarks',
  method: 'GET',
  path: '/api/me/marks',
  auth: 'person',
  scope: 'read',
  freshness: 'none',
  summary:
    'Your votes and ratings on up to 50 items and your votes on up to 50 reviews and 100 comments, by id; those without are left out.',
  query: z.strictObject({ items: idList, reviews: idList, comments: longIdList }),
  output: z.object({
    items: z.record(z.string(), z.object({ vote: z.optional(voteValue), rating: z.optional(rating) })),
    reviews: z.record(z.string(), z.array(reviewMark)),
    comments: z.record(z.string(), voteValue),
  }),
  errors: ['account_deleted', 'scope_missing'],
});

export const voteOperations = { castVote, withdrawVote, markReview, unmarkReview, listMyMarks };

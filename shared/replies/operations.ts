import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { operation } from '../operation.ts';
import { licences } from '../text.ts';
import { newReply, reply } from './schema.ts';

const reviewPath = z.strictObject({ reviewId: id });

export const getReply = operation({
  name: 'getReply',
  method: 'GET',
  path: '/api/reviews/{reviewId}/reply',
  auth: 'public',
  freshness: 'page',
  summary:
    'The reply of an item’s owner to a review, whole, with its earlier wordings, newest first; null where there is none.',
  params: reviewPath,
  output: z.object({
    reply: z.nullable(reply),
    licence: z.nullable(z.enum(licences)),
    wordings: z.array(z.object({ revision: z.number(), text: z.string(), at: z.string() })),
  }),
  errors: ['review_not_found'],
});

export const postReply = operation({
  name: 'postReply',
  method: 'PUT',
  path: '/api/reviews/{reviewId}/reply',
  auth: 'person',
  freshness: 'none',
  summary:
    'Reply in public to a review of an item that you own, once, or reword your reply, naming the revision you started from. The review stays as it is.',
  params: reviewPath,
  body: newReply,
  output: z.object({ reply }),
  errors: [
    'review_not_found',
    'not_owner',
    'own_contribution',
    'reply_taken',
    'reply_conflict',
    'trust_too_low',
    'handle_required',
    'account_deleted',
  ],
});

export const withdrawReply = operation({
  name: 'withdrawReply',
  method: 'DELETE',
  path: '/api/reviews/{reviewId}/reply',
  auth: 'person',
  freshness: 'none',
  summary: 'Withdraw your reply to a review, with its earlier wordings. Repeating it changes nothing.',
  params: reviewPath,
  output: z.object({ withdrawn: z.boolean() }),
  errors: ['account_deleted'],
});

export const replyOperations = { getReply, postReply, withdrawReply };

import * as z from 'zod/mini';
import { commentNode } from '../discussions/schema.ts';
import { id } from '../ids.ts';
import { operation } from '../operation.ts';

export const getAsked = operation({
  name: 'getAsked',
  method: 'GET',
  path: '/api/items/{itemId}/asked',
  auth: 'public',
  freshness: 'page',
  summary:
    'What the page of an item begins with of its questions, each with its best answer, and of the tips on it; and how many say in public that they were there. All of them are threads: `/api/threads/questions/{itemId}` and `/api/threads/tips/{itemId}`.',
  params: z.strictObject({ itemId: id }),
  output: z.object({
    questions: z.object({
      /** Questions and answers together. */
      comments: z.number(),
      /** The best three. */
      entries: z.array(commentNode),
    }),
    tips: z.object({
      comments: z.number(),
      /** The best five. */
      entries: z.array(commentNode),
    }),
    /** Of places and their like: people with a visit in a public save that counts, and their visits together. */
    visits: z.object({ people: z.number(), visits: z.number() }),
  }),
  errors: ['item_not_found'],
});

export const questionOperations = { getAsked };

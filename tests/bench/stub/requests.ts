import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { operations } from '#shared/capabilities.ts';
import { eventFor } from '#tests/builders/event.ts';

/** The requests that are measured, by what a visitor does. */
export const acts = ['list', 'item', 'vote', 'review'] as const;
export type Act = (typeof acts)[number];
export const isWrite = (act: Act) => act === 'vote' || act === 'review';

const review = { rating: 4.5, text: 'Worth every page, and the last ones twice. '.repeat(8), aspects: {} };

/** What each act asks, of an item; `reader` is signed in where it writes. */
export function requestFor(act: Act, itemId: string): APIGatewayProxyEventV2 {
  switch (act) {
    case 'list':
      return eventFor(operations.listRanking, { query: { order: 'hot', window: 'all' } });
    case 'item':
      return eventFor(operations.getItem, { params: { itemId } });
    case 'vote':
      return eventFor(operations.castVote, { params: { itemId }, body: { value: 'up' } }, 'reader');
    case 'review':
      return eventFor(operations.postReview, { params: { itemId }, body: review }, 'reader');
  }
}

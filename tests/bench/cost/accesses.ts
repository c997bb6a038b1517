import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { reviewIdOf } from '#functions/people/identity.ts';
import { operations } from '#shared/capabilities.ts';
import { orders, windows } from '#shared/ranking/schema.ts';
import { eventFor, subOf } from '#tests/builders/event.ts';
import { itemIdOf, judge, memberOf } from './world.ts';

/** Something people do that reaches the table, what it may cost, and how it is asked for. */
export type Access = {
  name: string;
  budget?: { readUnits?: number; writeUnits?: number; roundTrips?: number };
  events: () => APIGatewayProxyEventV2[];
  /** Of several requests, the dearest counts; or what one costs on average, since limits are counted by tens. */
  counts?: 'mean';
};

const reader = memberOf(0, 0);
/** The first item has reviews of ten members. */
const reviewIdAt = (n: number) => reviewIdOf(subOf(memberOf(0, n)), itemIdOf(0));
const writer = memberOf(0, judge);
const review = { rating: 4.5, text: 'Worth every page. '.repeat(20), aspects: {} };

const rankings = (query: { kind?: string; tag?: string; order: string; window?: string }) => [
  eventFor(operations.listRanking, { query }),
];
const everyRanking = () =>
  [{}, { kind: 'book' }, { tag: 'classic' }, { kind: 'book', tag: 'classic' }].flatMap((scope) =>
    orders.flatMap((order) => windows.flatMap((window) => rankings({ ...scope, order, window }))),
  );
const page = Array.from({ length: 50 }, (_, n) => itemIdOf(n));
const twenty = (first: number, eventOf: (n: number) => APIGatewayProxyEventV2) => () =>
  Array.from({ length: 20 }, (_, n) => eventOf(first + n));
const item = (n: number) => ({ params: { itemId: itemIdOf(n) } });

export const dearestPage = 'ranked page of 50: the dearest of 140';
/** The accesses of the design's table, then what else is done often. Writes follow reads, each on an item of its own. */
export const accesses: Access[] = [
  { name: 'ranked page of 50: hot', budget: { readUnits: 3, roundTrips: 1 }, events: () => rankings({ order: 'hot' }) },
  { name: dearestPage, budget: { readUnits: 3, roundTrips: 1 }, events: everyRanking },
  {
    name: 'item page with 10 reviews',
    budget: { readUnits: 3, roundTrips: 1 },
    events: () => [eventFor(operations.getItem, item(0))],
  },
  {
    name: 'my marks on a page of 50',
    budget: { readUnits: 4, roundTrips: 1 },
    events: () => [eventFor(operations.listMyMarks, { query: { items: page.join(',') } }, reader)],
  },
  {
    name: 'cast a vote',
    budget: { writeUnits: 4, roundTrips: 2 },
    events: twenty(131, (n) => eventFor(operations.castVote, { ...item(n), body: { value: 'up' } }, writer)),
    counts: 'mean',
  },
  {
    name: 'turn a vote',
    budget: { writeUnits: 4, roundTrips: 2 },
    events: twenty(131, (n) => eventFor(operations.castVote, { ...item(n), body: { value: 'down' } }, writer)),
    counts: 'mean',
  },
  {
    name: 'withdraw a vote',
    budget: { writeUnits: 4, roundTrips: 2 },
    events: twenty(131, (n) => eventFor(operations.withdrawVote, item(n), writer)),
    counts: 'mean',
  },
  {
    name: 'post a review',
    budget: { writeUnits: 5, roundTrips: 2 },
    events: twenty(151, (n) => eventFor(operations.postReview, { ...item(n), body: review }, writer)),
    counts: 'mean',
  },
  { name: 'page of reviews', events: () => [eventFor(operations.listReviews, { ...item(0), query: {} })] },
  { name: 'my vote, review and tags on an item', events: () => [eventFor(operations.getMyView, item(0), reader)] },
  { name: 'why an item stands there', events: () => [eventFor(operations.explainRanking, item(0))] },
  {
    name: 'find by identifier',
    events: () => [eventFor(operations.findItem, { query: { value: 'https://www.goodreads.com/book/show/1' } })],
  },
  { name: 'all tags', events: () => [eventFor(operations.listTags, { query: {} })] },
  { name: 'a person', events: () => [eventFor(operations.getPerson, { params: { handle: 'm0x0' } })] },
  {
    name: 'a person’s contributions',
    events: () => [eventFor(operations.listContributions, { params: { handle: 'm0x20' }, query: {} })],
  },
  {
    name: 'mark a review useful',
    events: () =>
      Array.from({ length: 10 }, (_, n) =>
        eventFor(operations.markReview, { params: { reviewId: reviewIdAt(n), mark: 'useful' } }, writer),
      ),
    counts: 'mean',
  },
  {
    name: 'put a tag on an item',
    events: twenty(171, (n) => eventFor(operations.applyTag, { params: { itemId: itemIdOf(n), tag: 'calm' } }, writer)),
    counts: 'mean',
  },
  {
    name: 'add an item',
    events: twenty(0, (n) => {
      const fields = { url: `https://example.org/bench/${n}`, title: 'A page' };
      return eventFor(operations.createItem, { body: { kind: 'link', fields } }, writer);
    }),
    counts: 'mean',
  },
];

/** Acts whose consequences are measured too: what the projector does after one of them, alone in its batch. */
export const followed: Access[] = [
  {
    name: 'after a vote on a young item, alone in its batch',
    events: () => [eventFor(operations.castVote, { ...item(110), body: { value: 'up' } }, writer)],
  },
  {
    name: 'after a review of one, alone in its batch',
    events: () => [eventFor(operations.postReview, { ...item(120), body: review }, writer)],
  },
];

import { itemOperations } from '#shared/items/operations.ts';
import { peopleOperations } from '#shared/people/operations.ts';
import { rankingOperations } from '#shared/ranking/operations.ts';
import { reviewOperations } from '#shared/reviews/operations.ts';
import { saveOperations } from '#shared/saves/operations.ts';
import { tagOperations } from '#shared/tags/operations.ts';
import type { Handlers } from './http/handler.ts';
import { httpFunction, servedBy } from './http/http-function.ts';
import { findItem } from './items/find-item.ts';
import { getItem } from './items/get-item.ts';
import { getPerson } from './people/get-person.ts';
import { listContributions } from './people/list-contributions.ts';
import { explainRanking } from './ranking/explain-ranking.ts';
import { listRanking } from './ranking/list-ranking.ts';
import { getReview } from './reviews/get-review.ts';
import { listReviews } from './reviews/list-reviews.ts';
import { getShelves } from './saves/get-shelves.ts';
import { listSaves } from './saves/list-saves.ts';
import { listTags } from './tags/list-tags.ts';

/** What most visits ask for. */
const atHand = {
  findItem,
  getItem,
  getPerson,
  listContributions,
  explainRanking,
  listRanking,
  getReview,
  listReviews,
  getShelves,
  listSaves,
  listTags,
} satisfies Partial<Handlers<'public'>>;
export type AtHand = typeof atHand;

const contract = {
  ...itemOperations,
  ...peopleOperations,
  ...rankingOperations,
  ...reviewOperations,
  ...saveOperations,
  ...tagOperations,
};

/** Serves everything that anyone may read. */
export const handler = httpFunction({
  atHand: servedBy(contract, atHand),
  seldom: () => import('./read-seldom.ts'),
});

import { areaOperations } from './areas/operations.ts';
import { askOperations } from './ask/operations.ts';
import { claimOperations } from './claims/operations.ts';
import { comparisonOperations } from './comparisons/operations.ts';
import { discussionOperations } from './discussions/operations.ts';
import { exportOperations } from './exports/operations.ts';
import { followOperations } from './follows/operations.ts';
import { holdOperations } from './holds/operations.ts';
import { importOperations } from './imports/operations.ts';
import { inboxOperations } from './inbox/operations.ts';
import { itemOperations } from './items/operations.ts';
import { listOperations } from './lists/operations.ts';
import { moderationOperations } from './moderation/operations.ts';
import { muteOperations } from './mutes/operations.ts';
import { notificationOperations } from './notifications/operations.ts';
import { oddsOperations } from './odds/operations.ts';
import { openapiOperations } from './openapi/operations.ts';
import type { Operation } from './operation.ts';
import { peopleOperations } from './people/operations.ts';
import { placeOperations } from './places/operations.ts';
import { proposalOperations } from './proposals/operations.ts';
import { questionOperations } from './questions/operations.ts';
import { rankingOperations } from './ranking/operations.ts';
import { replyOperations } from './replies/operations.ts';
import { reviewOperations } from './reviews/operations.ts';
import { revisionOperations } from './revisions/operations.ts';
import { saveOperations } from './saves/operations.ts';
import { searchOperations } from './search/operations.ts';
import { sessionOperations } from './sessions/operations.ts';
import { tagOperations } from './tags/operations.ts';
import { tasteOperations } from './taste/operations.ts';
import { tokenOperations } from './tokens/operations.ts';
import { trustOperations } from './trust/operations.ts';
import { visitOperations } from './visits/operations.ts';
import { voteOperations } from './votes/operations.ts';
import { watchOperations } from './watches/operations.ts';
import { workOperations } from './work/operations.ts';
import { yearOperations } from './years/operations.ts';

/** Every capability with its operations. */
export const capabilities = {
  people: peopleOperations,
  items: itemOperations,
  reviews: reviewOperations,
  votes: voteOperations,
  tags: tagOperations,
  saves: saveOperations,
  years: yearOperations,
  ranking: rankingOperations,
  lists: listOperations,
  imports: importOperations,
  exports: exportOperations,
  holds: holdOperations,
  sessions: sessionOperations,
  tokens: tokenOperations,
  openapi: openapiOperations,
  follows: followOperations,
  mutes: muteOperations,
  inbox: inboxOperations,
  taste: tasteOperations,
  revisions: revisionOperations,
  proposals: proposalOperations,
  discussions: discussionOperations,
  watches: watchOperations,
  notifications: notificationOperations,
  trust: trustOperations,
  moderation: moderationOperations,
  work: workOperations,
  odds: oddsOperations,
  search: searchOperations,
  ask: askOperations,
  places: placeOperations,
  areas: areaOperations,
  questions: questionOperations,
  visits: visitOperations,
  claims: claimOperations,
  replies: replyOperations,
  comparisons: comparisonOperations,
} as const;

type Merged<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? { [Name in keyof All]: All[Name] }
  : never;
export type Operations = Merged<(typeof capabilities)[keyof typeof capabilities]>;
export type OperationName = keyof Operations;

/** The whole contract, by operation name. */
export const operations = Object.assign({}, ...Object.values(capabilities)) as Operations;

/** The contract as a list, for whatever walks it: routes, documents, tests. */
export const allOperations: readonly Operation[] = Object.values(operations);

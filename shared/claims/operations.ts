import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { usualLimits } from '../limits/rules.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { claim, myClaim, ownedItem, pastClaim, proofWay } from './schema.ts';

const itemPath = z.strictObject({ itemId: id });

export const getClaims = operation({
  name: 'getClaims',
  method: 'GET',
  path: '/api/items/{itemId}/claims',
  auth: 'public',
  freshness: 'page',
  summary: 'Who owns an item and how they proved it, and the latest claims that ended.',
  params: itemPath,
  output: z.object({
    owners: z.array(claim),
    /** The latest first, at most twenty. */
    past: z.array(pastClaim),
    /** The host at which it can be proven; null where the item has no website. */
    host: z.nullable(z.string()),
  }),
  errors: ['item_not_found'],
});

export const getMyClaim = operation({
  name: 'getMyClaim',
  method: 'GET',
  path: '/api/me/claims/{itemId}',
  auth: 'person',
  freshness: 'none',
  summary: 'Your claim to an item, and what proves it; null where you have none.',
  params: itemPath,
  output: z.object({ claim: z.nullable(myClaim) }),
  errors: ['item_not_found', 'account_deleted'],
});

export const listMyClaims = operation({
  name: 'listMyClaims',
  method: 'GET',
  path: '/api/me/claims',
  auth: 'person',
  freshness: 'none',
  summary:
    'What you own here and what you said that you own, with how many reviews and questions wait for an answer. Ten a page; one may be short and still lead on.',
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: pageOf(ownedItem),
  errors: ['account_deleted', 'invalid_cursor'],
});

export const startClaim = operation({
  name: 'startClaim',
  method: 'PUT',
  path: '/api/me/claims/{itemId}',
  auth: 'person',
  freshness: 'none',
  summary:
    'Claim that an item is yours: says what proves it. Nobody sees it before it is proven. Repeating it changes nothing.',
  params: itemPath,
  output: z.object({ claim: myClaim }),
  errors: ['item_not_found', 'item_merged', 'item_removed', 'trust_too_low', 'handle_required', 'account_deleted'],
});

export const proveClaim = operation({
  name: 'proveClaim',
  method: 'PUT',
  path: '/api/me/claims/{itemId}/proof',
  auth: 'person',
  freshness: 'none',
  summary: 'Look for the proof of your claim, in the DNS or in a file at the item’s own website, and nowhere else.',
  params: itemPath,
  body: z.strictObject({ way: proofWay }),
  limits: [...usualLimits, 'proofs'],
  output: z.object({ claim: myClaim }),
  errors: [
    'item_not_found',
    'item_merged',
    'item_removed',
    'claim_not_found',
    'no_website',
    'website_too_new',
    'proof_not_found',
    'too_many_owners',
    'trust_too_low',
    'handle_required',
    'account_deleted',
  ],
});

export const endClaim = operation({
  name: 'endClaim',
  method: 'DELETE',
  path: '/api/me/claims/{itemId}',
  auth: 'person',
  freshness: 'none',
  summary: 'Take your claim to an item back; what you replied stays. Repeating it changes nothing.',
  params: itemPath,
  output: z.object({ ended: z.boolean() }),
  errors: ['account_deleted'],
});

export const claimOperations = { getClaims, getMyClaim, listMyClaims, startClaim, proveClaim, endClaim };

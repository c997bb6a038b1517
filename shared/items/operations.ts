import * as z from 'zod/mini';
import { itemOwner } from '../claims/schema.ts';
import { held, hold } from '../holds/schema.ts';
import { id } from '../ids.ts';
import { folded } from '../moderation/schema.ts';
import { operation } from '../operation.ts';
import { review } from '../reviews/schema.ts';
import { save } from '../saves/schema.ts';
import { counts, item, kindName, mergedItem, newItem, tagCount } from './schema.ts';

const itemPath = z.strictObject({ itemId: id });

export const createItem = operation({
  name: 'createItem',
  method: 'POST',
  path: '/api/items',
  auth: 'person',
  scope: 'save',
  freshness: 'none',
  summary:
    'Add an item. Where one with the same identifier exists, that one (or what it was merged into) is answered, with `existing: true`.',
  idempotencyKey: true,
  body: newItem,
  output: z.object({ item, existing: z.boolean() }),
  errors: ['handle_required', 'account_deleted', 'idempotency_key_reused', 'scope_missing'],
});

export const getItem = operation({
  name: 'getItem',
  method: 'GET',
  path: '/api/items/{itemId}',
  auth: 'public',
  freshness: 'page',
  summary:
    'An item with its counts, its crowd’s tags and its ten most helpful reviews. One that was merged names the item that it leads to, one that was removed says why.',
  params: itemPath,
  output: z.object({
    item,
    counts,
    /** By aspect key: how many rated it, the sum of their half-star ratings and that of their squares. */
    aspects: z.record(z.string(), z.object({ ratings: z.number(), sum: z.number(), squares: z.number() })),
    tags: z.array(tagCount),
    /** How many comments there are on its talk page. */
    comments: z.number(),
    /** What waits and counts in none of the above; null where nothing does. */
    held: z.nullable(held),
    /** That enough people flagged it: then it is in no ranking. */
    folded: z.nullable(folded),
    /** What was merged into it, by title. */
    merged: z.array(mergedItem),
    /** Who owns it by a proven claim: they may reply to reviews, and nothing else. */
    owners: z.array(itemOwner),
    reviews: z.object({ entries: z.array(review), next: z.nullable(z.string()) }),
  }),
  errors: ['item_not_found'],
});

export const findItem = operation({
  name: 'findItem',
  method: 'GET',
  path: '/api/identifiers',
  auth: 'public',
  freshness: 'none',
  summary:
    'The item that has an ISBN, address or other identifier, in any usual writing; where it was merged, the item that it leads to.',
  query: z.strictObject({ kind: z.optional(kindName), value: z.string().check(z.minLength(1), z.maxLength(2000)) }),
  output: z.object({ item: z.nullable(item) }),
  errors: [],
});

export const getMyView = operation({
  name: 'getMyView',
  method: 'GET',
  path: '/api/items/{itemId}/mine',
  auth: 'person',
  scope: 'read',
  freshness: 'none',
  summary: 'Your vote, review, tags and save of an item, as just written, whatever the projections show yet.',
  params: itemPath,
  output: z.object({
    vote: z.nullable(z.enum(['up', 'down'])),
    /** Why your vote does not count yet, and until when; null where it does. */
    voteHeld: z.nullable(hold),
    review: z.nullable(review),
    tags: z.array(z.string()),
    save: z.nullable(save),
    /** True where you added this item. */
    added: z.boolean(),
  }),
  errors: ['item_not_found', 'account_deleted', 'scope_missing'],
});

export const itemOperations = { createItem, getItem, findItem, getMyView };

import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { tagCount } from '../items/schema.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { tagsPerBundle } from './rules.ts';
import { synonym, tag, tagBundle } from './schema.ts';

const tagPath = z.strictObject({ itemId: id, tag });

export const applyTag = operation({
  name: 'applyTag',
  method: 'PUT',
  path: '/api/items/{itemId}/tags/{tag}',
  auth: 'person',
  scope: 'save',
  freshness: 'none',
  summary: 'Put a tag of yours on an item. Repeating it changes nothing.',
  params: tagPath,
  output: z.object({ tags: z.array(z.string()) }),
  errors: [
    'item_not_found',
    'item_merged',
    'item_removed',
    'tag_limit',
    'account_deleted',
    'handle_required',
    'scope_missing',
  ],
});

export const removeTag = operation({
  name: 'removeTag',
  method: 'DELETE',
  path: '/api/items/{itemId}/tags/{tag}',
  auth: 'person',
  scope: 'save',
  freshness: 'none',
  summary: 'Take a tag of yours off an item. Repeating it changes nothing.',
  params: tagPath,
  output: z.object({ tags: z.array(z.string()) }),
  errors: ['account_deleted', 'scope_missing'],
});

export const listTags = operation({
  name: 'listTags',
  method: 'GET',
  path: '/api/tags',
  auth: 'public',
  freshness: 'listing',
  summary: 'The tags in use, by the number of items that have them; that number is settled in this list.',
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: pageOf(tagCount),
  errors: ['invalid_cursor'],
});

const oneTag = z.strictObject({ tag });

export const relatedTags = operation({
  name: 'relatedTags',
  method: 'GET',
  path: '/api/tags/{tag}/related',
  auth: 'public',
  freshness: 'listing',
  summary: 'The tags that stand beside this one on its latest public saves, by how many of those have both.',
  params: oneTag,
  output: z.object({
    tags: z.array(tagCount),
    /** How many saves were looked at. */
    sample: z.number(),
  }),
  errors: [],
});

export const retag = operation({
  name: 'retag',
  method: 'POST',
  path: '/api/me/tags/retag',
  auth: 'person',
  scope: 'save',
  freshness: 'none',
  summary:
    'Rename, merge or delete tags of yours: on the next hundred things you tagged, `to` takes the place of those of `from`; without `to` they go. Ask again with `next` until it is null; repeating a step changes nothing.',
  query: z.strictObject({ cursor: z.optional(cursor) }),
  body: z.strictObject({
    from: z.array(tag).check(z.minLength(1), z.maxLength(20)),
    to: z.optional(tag),
  }),
  output: z.object({
    scanned: z.number(),
    changed: z.number(),
    /** Left as they were: these have as many different tags as an item takes. */
    refused: z.array(z.object({ itemId: id, title: z.string() })),
    next: z.nullable(z.string()),
  }),
  errors: ['invalid_cursor', 'account_deleted', 'scope_missing'],
});

const bundlePath = z.strictObject({ bundle: tag });

export const putBundle = operation({
  name: 'putBundle',
  method: 'PUT',
  path: '/api/me/bundles/{bundle}',
  auth: 'person',
  scope: 'save',
  freshness: 'none',
  summary: 'Keep tags of yours together under a name that only you see. It replaces what is kept under it.',
  params: bundlePath,
  body: z.strictObject({ tags: z.array(tag).check(z.maxLength(tagsPerBundle)) }),
  output: z.object({ bundle: tagBundle }),
  errors: ['bundle_limit', 'account_deleted', 'scope_missing'],
});

export const removeBundle = operation({
  name: 'removeBundle',
  method: 'DELETE',
  path: '/api/me/bundles/{bundle}',
  auth: 'person',
  scope: 'save',
  freshness: 'none',
  summary: 'Take a bundle apart; its tags stay. Repeating it changes nothing.',
  params: bundlePath,
  output: z.object({ bundle: z.null() }),
  errors: ['account_deleted', 'scope_missing'],
});

export const listBundles = operation({
  name: 'listBundles',
  method: 'GET',
  path: '/api/me/bundles',
  auth: 'person',
  scope: 'read',
  freshness: 'none',
  summary: 'Your bundles of tags, by name.',
  output: z.object({ bundles: z.array(tagBundle) }),
  errors: ['account_deleted', 'scope_missing'],
});

export const listSynonyms = operation({
  name: 'listSynonyms',
  method: 'GET',
  path: '/api/tags/{tag}/synonyms',
  auth: 'public',
  freshness: 'listing',
  summary: 'The better name of a tag, and what it is the better name of: each made by a proposal.',
  params: oneTag,
  output: z.object({
    /** The better name of this tag, where there is one; one that has a better name itself leads on. */
    better: z.nullable(z.string()),
    /** Tags of which this one is the better name; the first hundred by letter. */
    alsoCalled: z.array(z.string()),
    /** What is in force of this tag itself, with the proposals that made it so. */
    synonyms: z.array(synonym),
  }),
  errors: [],
});

export const tagOperations = {
  applyTag,
  removeTag,
  listTags,
  relatedTags,
  retag,
  putBundle,
  removeBundle,
  listBundles,
  listSynonyms,
};

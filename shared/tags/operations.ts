import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { tagCount } from '../items/schema.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { tag } from './schema.ts';

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
  errors: ['item_not_found', 'tag_limit', 'account_deleted', 'handle_required', 'scope_missing'],
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

export const tagOperations = { applyTag, removeTag, listTags };

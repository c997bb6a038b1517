import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { folded } from '../moderation/schema.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { handle } from '../people/schema.ts';
import {
  ballot,
  ballotItems,
  list,
  listCard,
  listCounts,
  listDescription,
  listEntry,
  listNote,
  listOrders,
  listTitle,
  newList,
} from './schema.ts';

const listPath = z.strictObject({ listId: id });
const entryPath = z.strictObject({ listId: id, itemId: id });
const paged = z.strictObject({ cursor: z.optional(cursor) });

export const listLists = operation({
  name: 'listLists',
  method: 'GET',
  path: '/api/lists',
  auth: 'public',
  freshness: 'listing',
  summary: 'Lists that have something on them, twenty a page: the newest, or those most people voted on.',
  query: z.strictObject({ order: z._default(z.enum(listOrders), 'newest'), cursor: z.optional(cursor) }),
  output: pageOf(listCard),
  errors: ['invalid_cursor'],
});

export const listListsByPerson = operation({
  name: 'listListsByPerson',
  method: 'GET',
  path: '/api/people/{handle}/lists',
  auth: 'public',
  freshness: 'page',
  summary: 'The lists that a person made, newest first, twenty a page.',
  params: z.strictObject({ handle }),
  query: paged,
  output: pageOf(listCard),
  errors: ['person_not_found', 'invalid_cursor'],
});

export const listListsOfItem = operation({
  name: 'listListsOfItem',
  method: 'GET',
  path: '/api/items/{itemId}/lists',
  auth: 'public',
  freshness: 'page',
  summary: 'The lists that an item is on, ten a page: those first where most people voted for it.',
  params: z.strictObject({ itemId: id }),
  query: paged,
  output: pageOf(listCard),
  errors: ['item_not_found', 'invalid_cursor'],
});

export const getList = operation({
  name: 'getList',
  method: 'GET',
  path: '/api/lists/{listId}',
  auth: 'public',
  freshness: 'page',
  summary: 'A list with its first fifty items, in the order of its owner or of everybody’s votes.',
  params: listPath,
  output: z.object({ list, counts: listCounts, folded: z.nullable(folded), page: pageOf(listEntry) }),
  errors: ['list_not_found'],
});

export const listEntries = operation({
  name: 'listEntries',
  method: 'GET',
  path: '/api/lists/{listId}/items',
  auth: 'public',
  freshness: 'page',
  summary: 'What is on a list, in its order, fifty a page.',
  params: listPath,
  query: paged,
  output: pageOf(listEntry),
  errors: ['list_not_found', 'invalid_cursor'],
});

export const getListEntry = operation({
  name: 'getListEntry',
  method: 'GET',
  path: '/api/lists/{listId}/items/{itemId}',
  auth: 'public',
  freshness: 'page',
  summary: 'One item on a list with its whole note, and on an open list its exact points and voters.',
  params: entryPath,
  output: z.object({ entry: listEntry }),
  errors: ['not_on_list'],
});

export const createList = operation({
  name: 'createList',
  method: 'POST',
  path: '/api/lists',
  auth: 'person',
  freshness: 'none',
  summary: 'Make a list: closed, for you to fill and order, or open, for anyone to add to and vote on.',
  idempotencyKey: true,
  body: newList,
  output: z.object({ list }),
  errors: ['handle_required', 'account_deleted', 'idempotency_key_reused', 'list_not_found'],
});

export const editList = operation({
  name: 'editList',
  method: 'PUT',
  path: '/api/lists/{listId}',
  auth: 'person',
  freshness: 'none',
  summary: 'Change title and description of a list you made, naming the revision you started from.',
  params: listPath,
  body: z.strictObject({ title: listTitle, description: listDescription, revision: z.int().check(z.gte(1)) }),
  output: z.object({ list }),
  errors: ['list_not_found', 'not_your_list', 'list_conflict', 'account_deleted', 'handle_required'],
});

export const deleteList = operation({
  name: 'deleteList',
  method: 'DELETE',
  path: '/api/lists/{listId}',
  auth: 'person',
  freshness: 'none',
  summary: 'Delete a list you made, unless others added to it or voted on it. Repeating it changes nothing.',
  params: listPath,
  output: z.object({ deleted: z.literal(true) }),
  errors: ['list_not_found', 'not_your_list', 'list_in_use', 'account_deleted'],
});

export const addToList = operation({
  name: 'addToList',
  method: 'PUT',
  path: '/api/lists/{listId}/items/{itemId}',
  auth: 'person',
  freshness: 'none',
  summary:
    'Put an item on a list: last on a closed one of yours, on an open one as anyone may. Again with a note, who put it there changes the note.',
  params: entryPath,
  /** `null` leaves a note that is there as it is; an empty one takes it away. */
  body: z.strictObject({ note: z.nullable(listNote) }),
  output: z.object({
    entry: listEntry,
    /** False where it was there already. */
    added: z.boolean(),
  }),
  errors: [
    'list_not_found',
    'item_not_found',
    'item_merged',
    'item_removed',
    'not_your_list',
    'list_full',
    'account_deleted',
    'handle_required',
  ],
});

export const removeFromList = operation({
  name: 'removeFromList',
  method: 'DELETE',
  path: '/api/lists/{listId}/items/{itemId}',
  auth: 'person',
  freshness: 'none',
  summary:
    'Take an item off a list you made, or one you put on an open list while nobody else voted for it. Put back, it has its votes again.',
  params: entryPath,
  output: z.object({ removed: z.boolean() }),
  errors: ['list_not_found', 'not_your_list', 'not_your_entry', 'entry_in_use', 'account_deleted'],
});

export const moveInList = operation({
  name: 'moveInList',
  method: 'PUT',
  path: '/api/lists/{listId}/items/{itemId}/place',
  auth: 'person',
  freshness: 'none',
  summary: 'Move an item on a closed list you made: right after another, or first where `after` is null.',
  params: entryPath,
  body: z.strictObject({ after: z.nullable(id) }),
  output: z.object({ moved: z.boolean() }),
  errors: ['list_not_found', 'not_your_list', 'ordered_by_votes', 'not_on_list', 'account_deleted'],
});

export const getMyBallot = operation({
  name: 'getMyBallot',
  method: 'GET',
  path: '/api/lists/{listId}/ballot',
  auth: 'person',
  freshness: 'none',
  summary: 'Your ballot on an open list, as just cast, without what was taken off the list since.',
  params: listPath,
  output: z.object({ ballot }),
  errors: ['list_not_found', 'ordered_by_owner', 'account_deleted'],
});

export const castBallot = operation({
  name: 'castBallot',
  method: 'PUT',
  path: '/api/lists/{listId}/ballot',
  auth: 'person',
  freshness: 'none',
  summary:
    'Vote on an open list: up to 100 of its items in order, in place of your ballot before. The first gives 100 points, the hundredth 1.',
  params: listPath,
  body: z.strictObject({ items: ballotItems }),
  output: z.object({ items: z.array(id) }),
  errors: ['list_not_found', 'ordered_by_owner', 'not_on_list', 'account_deleted', 'handle_required'],
});

export const withdrawBallot = operation({
  name: 'withdrawBallot',
  method: 'DELETE',
  path: '/api/lists/{listId}/ballot',
  auth: 'person',
  freshness: 'none',
  summary: 'Withdraw your ballot on a list. Repeating it changes nothing.',
  params: listPath,
  output: z.object({ withdrawn: z.boolean() }),
  errors: ['account_deleted'],
});

export const listOperations = {
  listLists,
  listListsByPerson,
  listListsOfItem,
  getList,
  listEntries,
  getListEntry,
  createList,
  editList,
  deleteList,
  addToList,
  removeFromList,
  moveInList,
  getMyBallot,
  castBallot,
  withdrawBallot,
};

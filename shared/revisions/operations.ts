import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { item, newItem } from '../items/schema.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { targetPath } from '../targets.ts';
import { comparison } from './comparison.ts';
import { itemName, itemText, links, revision, summary } from './schema.ts';

const itemPath = z.strictObject({ itemId: id });
const number = z.pipe(
  z.string().check(z.regex(/^[1-9]\d{0,6}$/, 'is not the number of a revision')),
  z.transform((text: string) => Number(text)),
);
const revisionPath = z.strictObject({ itemId: id, n: number });
/** A text of 1 MB whose every character is escaped, and the fields. */
const maxBody = 5 * 1024 * 1024;

export const getText = operation({
  name: 'getText',
  method: 'GET',
  path: '/api/items/{itemId}/text',
  auth: 'public',
  freshness: 'page',
  summary: 'The latest text of an item, Markdown; empty where nobody wrote one.',
  params: itemPath,
  output: z.object({
    text: z.string(),
    /** The revision that it came with; 0 where there is none. */
    revision: z.number(),
    /** When it was removed by law; then the text is empty. */
    removed: z.optional(z.string()),
    links,
  }),
  errors: [],
});

export const listRevisions = operation({
  name: 'listRevisions',
  method: 'GET',
  path: '/api/items/{itemId}/revisions',
  auth: 'public',
  freshness: 'page',
  summary: 'The revisions of an item, newest first.',
  params: itemPath,
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: z.object({ item: itemName, ...pageOf(revision).shape }),
  errors: ['item_not_found', 'invalid_cursor'],
});

export const getRevision = operation({
  name: 'getRevision',
  method: 'GET',
  path: '/api/items/{itemId}/revisions/{n}',
  auth: 'public',
  freshness: 'page',
  summary: 'One revision with its fields and its text.',
  params: revisionPath,
  output: z.object({
    item: itemName,
    revision,
    /** Empty where they were removed. */
    fields: z.record(z.string(), z.unknown()),
    text: z.string(),
    links,
    /** The number of the item’s latest revision. */
    latest: z.number(),
  }),
  errors: ['item_not_found', 'revision_not_found'],
});

export const compareRevisions = operation({
  name: 'compareRevisions',
  method: 'GET',
  path: '/api/items/{itemId}/revisions/{n}/changes/{to}',
  auth: 'public',
  freshness: 'page',
  summary: 'What changed between two revisions, word by word.',
  params: z.strictObject({ itemId: id, n: number, to: number }),
  output: z.object({ item: itemName, from: revision, to: revision, latest: z.number(), ...comparison.shape }),
  errors: ['item_not_found', 'revision_not_found', 'revision_removed'],
});

export const getAuthors = operation({
  name: 'getAuthors',
  method: 'GET',
  path: '/api/items/{itemId}/authors',
  auth: 'public',
  freshness: 'page',
  summary: 'Who wrote which line of an item’s latest text.',
  params: itemPath,
  output: z.object({
    item: itemName,
    text: z.string(),
    revision: z.number(),
    /** How many lines, from the first on, came with which revision. */
    runs: z.array(z.object({ n: z.number(), lines: z.number() })),
    /** Those revisions by number. */
    revisions: z.record(z.string(), z.object({ at: z.string(), by: z.nullable(z.string()) })),
  }),
  errors: ['item_not_found'],
});

export const listBacklinks = operation({
  name: 'listBacklinks',
  method: 'GET',
  path: '/api/links/{what}/{target}',
  auth: 'public',
  freshness: 'page',
  summary: 'The items whose texts link to an item, a person or a tag; those that began last come first.',
  params: targetPath(['items', 'people', 'tags']),
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: pageOf(z.object({ id: z.string(), kind: itemName.shape.kind, title: z.string(), since: z.string() })),
  errors: ['person_not_found', 'invalid_cursor'],
});

const saved = z.object({
  item,
  /** True where it was put together with what others saved meanwhile. */
  merged: z.boolean(),
});
const refusals = [
  'item_not_found',
  'item_merged',
  'item_removed',
  'trust_too_low',
  'revision_not_found',
  'revision_removed',
  'identifier_taken',
  'account_deleted',
  'handle_required',
] as const;

export const reviseItem = operation({
  name: 'reviseItem',
  method: 'PUT',
  path: '/api/items/{itemId}',
  auth: 'person',
  freshness: 'none',
  summary:
    'Save the fields and, if given, the text of an item, naming the revision you started from. What others changed meanwhile is merged; where both changed the same, it is refused.',
  params: itemPath,
  maxBody,
  body: z.strictObject({
    fields: z.record(z.string(), z.unknown()),
    /** Left as it is unless given; an empty one takes it away. */
    text: z.optional(itemText),
    summary: z.optional(summary),
    minor: z.optional(z.boolean()),
    base: z.int().check(z.gte(1)),
  }),
  output: saved,
  errors: [...refusals, 'edit_conflict'],
});

const why = z.strictObject({ summary: z.optional(summary) });

export const undoRevision = operation({
  name: 'undoRevision',
  method: 'PUT',
  path: '/api/items/{itemId}/revisions/{n}/undone',
  auth: 'person',
  freshness: 'none',
  summary: 'Take back what one revision changed, and nothing that came after it.',
  params: revisionPath,
  body: why,
  output: saved,
  errors: [...refusals, 'undo_conflict'],
});

export const revertItem = operation({
  name: 'revertItem',
  method: 'PUT',
  path: '/api/items/{itemId}/revisions/{n}/current',
  auth: 'person',
  freshness: 'none',
  summary: 'Bring an item back to what it was at a revision.',
  params: revisionPath,
  body: why,
  output: saved,
  errors: refusals,
});

export const composeItem = operation({
  name: 'composeItem',
  method: 'POST',
  path: '/api/texts',
  auth: 'person',
  freshness: 'none',
  summary:
    'Add an item together with its text. Where one with the same identifier exists, that one is answered, with `existing: true`, and the text is not used.',
  idempotencyKey: true,
  maxBody,
  body: z.extend(newItem, { text: itemText }),
  output: z.object({ item, existing: z.boolean() }),
  errors: ['handle_required', 'account_deleted', 'idempotency_key_reused'],
});

export const revisionOperations = {
  getText,
  listRevisions,
  getRevision,
  compareRevisions,
  getAuthors,
  listBacklinks,
  reviseItem,
  undoRevision,
  revertItem,
  composeItem,
};

import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { usualLimits } from '../limits/rules.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { line } from '../text.ts';
import { fileLook, importFormat, importJob, rowReport, visibility } from './schema.ts';

const importPath = z.strictObject({ importId: id });

/** The file itself and, where they are known, its format and its name. */
const file = {
  text: z.string().check(z.maxLength(4_000_000)),
  /** Left out, it is told from the text. */
  format: z.optional(importFormat),
  filename: z.optional(z.pipe(z.string().check(z.maxLength(300)), line(300, 0))),
};

export const inspectFile = operation({
  name: 'inspectFile',
  method: 'POST',
  path: '/api/imports/inspect',
  auth: 'person',
  freshness: 'none',
  summary: 'What a file of bookmarks or books holds, before anything of it is taken. Nothing is kept of it.',
  maxBody: 4_500_000,
  body: z.strictObject(file),
  output: z.object({ file: fileLook }),
  errors: ['account_deleted', 'import_unreadable', 'import_too_long'],
});

export const startImport = operation({
  name: 'startImport',
  method: 'POST',
  path: '/api/imports',
  auth: 'person',
  freshness: 'none',
  summary:
    'Hand in a file of bookmarks or books: from a browser, Pinboard, Delicious, Pocket, Instapaper, Goodreads, StoryGraph, NeoDB or a site like this. Its rows are taken in steps by advanceImport. No address in it is fetched.',
  idempotencyKey: true,
  maxBody: 4_500_000,
  body: z.strictObject({
    ...file,
    /** What the file does not say is private where it holds bookmarks, and public where it holds books. */
    visibility: z._default(visibility, 'file'),
  }),
  limits: [...usualLimits, 'imports'],
  output: z.object({ import: importJob }),
  errors: ['handle_required', 'account_deleted', 'import_unreadable', 'import_too_long', 'idempotency_key_reused'],
});

export const advanceImport = operation({
  name: 'advanceImport',
  method: 'POST',
  path: '/api/imports/{importId}/advance',
  auth: 'person',
  freshness: 'none',
  summary:
    'Take the next rows of an import and say what became of each. Call it until `state` is `done`; repeating a step changes nothing.',
  params: importPath,
  // What is taken in was counted when the import began.
  limits: [],
  output: z.object({ import: importJob, rows: z.array(rowReport) }),
  errors: ['import_not_found', 'import_cancelled', 'account_deleted'],
});

export const getImport = operation({
  name: 'getImport',
  method: 'GET',
  path: '/api/imports/{importId}',
  auth: 'person',
  freshness: 'none',
  summary: 'How far an import of yours is.',
  params: importPath,
  output: z.object({ import: importJob }),
  errors: ['import_not_found', 'account_deleted'],
});

export const listImportRows = operation({
  name: 'listImportRows',
  method: 'GET',
  path: '/api/imports/{importId}/rows',
  auth: 'person',
  freshness: 'none',
  summary: 'The report of an import of yours, row by row.',
  params: importPath,
  query: z.strictObject({ cursor: z.optional(cursor) }),
  output: pageOf(rowReport),
  errors: ['import_not_found', 'invalid_cursor', 'account_deleted'],
});

export const cancelImport = operation({
  name: 'cancelImport',
  method: 'DELETE',
  path: '/api/imports/{importId}',
  auth: 'person',
  freshness: 'none',
  summary: 'Stop an import of yours. What it saved stays.',
  params: importPath,
  output: z.object({ import: importJob }),
  errors: ['import_not_found', 'account_deleted'],
});

export const importOperations = { inspectFile, startImport, advanceImport, getImport, listImportRows, cancelImport };

import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { cursor } from '../paging.ts';
import { exportFormat, exportPiece } from './schema.ts';

/** The origin of a site, as browsers write it. */
const origin = z
  .string()
  .check(
    z.maxLength(300),
    z.regex(/^https?:\/\/[a-z0-9.[\]:-]+$/, 'is not the origin of a site such as https://example.org'),
  );

export const exportMine = operation({
  name: 'exportMine',
  method: 'GET',
  path: '/api/me/exports/{format}',
  auth: 'person',
  scope: 'read',
  freshness: 'none',
  summary:
    'Everything that is yours, private saves too, as a file that other sites read, in pieces: put them one after the other. What has no address elsewhere is in files of bookmarks only where `site` says where this site is.',
  params: z.strictObject({ format: exportFormat }),
  query: z.strictObject({ cursor: z.optional(cursor), site: z.optional(origin) }),
  output: exportPiece,
  errors: ['invalid_cursor', 'account_deleted', 'scope_missing'],
});

export const exportOperations = { exportMine };

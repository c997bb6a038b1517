import type { ExportFormat } from '#shared/exports/schema.ts';
import type { Format } from '../part.ts';
import { commonplace } from './commonplace.ts';
import { goodreads } from './goodreads.ts';
import { mangrove } from './mangrove.ts';
import { neodbMarks, neodbReviews } from './neodb.ts';
import { netscape } from './netscape.ts';
import { pinboard } from './pinboard.ts';

/** Every file that an export writes. */
export const formats: Record<ExportFormat, Format> = {
  commonplace,
  netscape,
  pinboard,
  goodreads,
  neodb: neodbMarks,
  'neodb-reviews': neodbReviews,
  mangrove,
};

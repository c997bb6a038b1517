import * as z from 'zod/mini';

/** What an export writes, by who reads it. NeoDB has marks and reviews in a file each. */
export const exportFormats = [
  'commonplace',
  'netscape',
  'pinboard',
  'goodreads',
  'neodb',
  'neodb-reviews',
  'mangrove',
] as const;
export const exportFormat = z.enum(exportFormats);
export type ExportFormat = (typeof exportFormats)[number];

/** One piece of a file: put one after the other, from the first to the one with `next` null, they are the file. */
export const exportPiece = z.object({
  text: z.string(),
  next: z.nullable(z.string()),
  filename: z.string(),
  contentType: z.string(),
});
export type ExportPiece = z.infer<typeof exportPiece>;

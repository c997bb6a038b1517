import * as z from 'zod/mini';
import { id } from '../ids.ts';

/** What an import reads, by who writes it. */
export const importFormats = [
  'netscape',
  'pinboard',
  'delicious',
  'pocket-html',
  'pocket-csv',
  'instapaper',
  'chrome',
  'firefox',
  'goodreads',
  'storygraph',
  'neodb',
  'commonplace',
  'commonplace-csv',
] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What became of one row of the file. */
export const rowOutcomes = ['posted', 'unchanged', 'added', 'skipped', 'refused'] as const;

export const rowReport = z.object({
  /** Line number in the file's own counting of records: 1 is the first after the heading. */
  row: z.number(),
  title: z.string(),
  /** posted: review new or changed · unchanged: already here as it is · added: book without a rating · skipped, refused: see `reason`. */
  outcome: z.enum(rowOutcomes),
  reason: z.optional(z.string()),
  itemId: z.optional(id),
});
export type RowReport = z.infer<typeof rowReport>;

export const importJob = z.object({
  id,
  format: z.literal('goodreads'),
  state: z.enum(['running', 'done', 'cancelled']),
  at: z.string(),
  total: z.number(),
  done: z.number(),
  outcomes: z.record(z.enum(rowOutcomes), z.number()),
});
export type ImportJob = z.infer<typeof importJob>;

import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { exportedSave } from './commonplace.ts';

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
  'mangrove',
  'geojson',
  'overpass',
  'osm-xml',
] as const;
export const importFormat = z.enum(importFormats);
export type ImportFormat = (typeof importFormats)[number];

/** Who may see what comes in: as the file says, or one for all of it. */
export const visibilities = ['file', 'private', 'public'] as const;
export const visibility = z.enum(visibilities);
export type Visibility = (typeof visibilities)[number];

/** What became of one row of the file. */
export const rowOutcomes = ['saved', 'unchanged', 'skipped', 'refused'] as const;

export const rowReport = z.object({
  /** Line number in the file's own counting of records: 1 is the first after the heading. */
  row: z.number(),
  title: z.string(),
  /** saved: new or changed · unchanged: already here as it is · skipped, refused: see `reason`. */
  outcome: z.enum(rowOutcomes),
  /** Why, and what of a saved row could not be taken or was changed. */
  reason: z.optional(z.string()),
  /** Absent for what is private and no item here. */
  itemId: z.optional(id),
  /** It is its owner's alone. */
  private: z.optional(z.literal(true)),
  /** Its review was posted or changed. */
  reviewed: z.optional(z.literal(true)),
  /** What the file says, of rows that were refused: to be corrected and handed in again. */
  input: z.optional(exportedSave),
});
export type RowReport = z.infer<typeof rowReport>;

export const importJob = z.object({
  id,
  format: importFormat,
  visibility,
  /** What the file is called where it came from. */
  filename: z.optional(z.string()),
  state: z.enum(['running', 'done', 'cancelled']),
  at: z.string(),
  total: z.number(),
  done: z.number(),
  outcomes: z.record(z.enum(rowOutcomes), z.number()),
  /** How many reviews were posted or changed. */
  reviews: z.number(),
});
export type ImportJob = z.infer<typeof importJob>;

/** What a file holds, before anything of it is taken. */
export const fileLook = z.object({
  format: importFormat,
  rows: z.number(),
  /** How many rows cannot be taken as they are. */
  refused: z.number(),
  /** How many the file itself calls private and public; of the rest it does not say. */
  private: z.number(),
  public: z.number(),
  /** How many have a rating. */
  rated: z.number(),
  /** The first titles. */
  titles: z.array(z.string()),
});
export type FileLook = z.infer<typeof fileLook>;

import * as z from 'zod/mini';
import { hold } from '../holds/schema.ts';
import { id } from '../ids.ts';
import { kindName } from '../items/schema.ts';
import { tagsPerPersonAndItem } from '../tags/rules.ts';
import { tag } from '../tags/schema.ts';
import { day, prose } from '../text.ts';
import { progressKept, readingsKept, shelvesPerSave } from './rules.ts';

/** The name of a shelf of one's own, in the normal form of a tag. */
export const ownShelf = tag;
/** The key of one of a kind's own shelves, such as `to-read`. */
const shelfKey = z.string().check(z.regex(/^[a-z][a-z-]{0,29}$/, 'is not the key of a shelf'));

const howFar = {
  page: z.optional(z.int().check(z.gte(0), z.lte(99_999))),
  percent: z.optional(z.int().check(z.gte(0), z.lte(100))),
};
const oneOfBoth = z.refine<{ page?: number | undefined; percent?: number | undefined }>(
  ({ page, percent }) => (page === undefined) !== (percent === undefined),
  'takes a page or a per cent',
);
/** How far somebody is: a page or a share of a hundred. */
export const progress = z.strictObject(howFar).check(oneOfBoth);
/** The same on a day. */
export const progressPoint = z.strictObject({ on: day, ...howFar }).check(oneOfBoth);
export type ProgressPoint = z.infer<typeof progressPoint>;

/** One reading, visit or the like: its days as far as they are known, `stopped` where it was given up, and how it went. */
export const reading = z
  .strictObject({
    started: z.optional(day),
    finished: z.optional(day),
    stopped: z.optional(z.literal(true)),
    progress: z.optional(z.array(progressPoint).check(z.maxLength(progressKept))),
  })
  .check(
    z.refine(
      ({ started, finished }) => started === undefined || finished === undefined || started <= finished,
      'ends before it begins',
    ),
  );
export type Reading = z.infer<typeof reading>;

const moment = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'is not a moment as YYYY-MM-DDThh:mm:ssZ'),
  z.refine((text) => {
    const time = Date.parse(text);
    // The 30th of February is read as the 2nd of March.
    return !Number.isNaN(time) && new Date(time).toISOString() === text.replace('Z', '.000Z');
  }, 'is no moment of the calendar'),
);

/** What a person keeps with an item. Whatever is left out is taken away, but for `tags` and `at`, which stay as they are. */
export const newSave = z.strictObject({
  /** One of the shelves of the item's kind; they exclude each other. */
  shelf: z.optional(shelfKey),
  /** Shelves of one's own. */
  shelves: z._default(z.array(ownShelf).check(z.maxLength(shelvesPerSave)), []),
  /** Shown with the save. */
  note: z._default(prose(2000), ''),
  /** For its owner alone, even where the save is public. */
  privateNote: z._default(prose(2000), ''),
  /** Then nothing of it shows or counts for anybody else, tags included. Whoever saves says which it is. */
  private: z.boolean(),
  tags: z.optional(z.array(tag).check(z.maxLength(tagsPerPersonAndItem))),
  readings: z._default(
    z.array(reading).check(
      z.maxLength(readingsKept),
      z.refine(
        (readings) => readings.reduce((sum, { progress }) => sum + (progress?.length ?? 0), 0) <= progressKept,
        `hold more than ${progressKept} steps of progress together`,
      ),
    ),
    [],
  ),
  /** When it was saved, where that was elsewhere and earlier. */
  at: z.optional(moment),
});
export type NewSave = z.infer<typeof newSave>;

/** What is saved, as it was called then. */
export const savedItem = z.object({
  id,
  kind: kindName,
  title: z.string(),
  byline: z.string(),
  picture: z.optional(z.string()),
});

/** A save as its owner sees it. */
export const save = z.object({
  item: savedItem,
  /** Its address where it is no item here: only its owner knows of it. */
  address: z.optional(z.string()),
  by: z.string(),
  at: z.string(),
  editedAt: z.optional(z.string()),
  private: z.boolean(),
  shelf: z.nullable(z.string()),
  shelves: z.array(z.string()),
  note: z.string(),
  privateNote: z.string(),
  tags: z.array(z.string()),
  readings: z.array(reading),
  /** Why it counts nowhere yet, and until when; absent where it counts. */
  held: z.optional(hold),
});
export type Save = z.infer<typeof save>;

/** A save as lists show it; the note is cut to an excerpt where `more` is true. Private ones are in their owner's lists only. */
export const saveCard = z.object({
  item: savedItem,
  address: z.optional(z.string()),
  by: z.string(),
  at: z.string(),
  private: z.optional(z.literal(true)),
  shelf: z.optional(z.string()),
  shelves: z.optional(z.array(z.string())),
  note: z.optional(z.string()),
  more: z.optional(z.literal(true)),
  tags: z.optional(z.array(z.string())),
  held: z.optional(hold),
  /** On the lists of shelves: since when it is being read, and how far. */
  reading: z.optional(z.object({ started: z.optional(z.string()), last: z.optional(progressPoint) })),
});
export type SaveCard = z.infer<typeof saveCard>;

/** A public save as a whole: no private note. */
export const publicSave = z.omit(save, { privateNote: true, address: true, private: true });

/** How many saves stand on each shelf. */
export const shelfCounts = z.object({
  all: z.number(),
  kinds: z.record(z.string(), z.number()),
  /** By `kind/shelf`. */
  shelves: z.record(z.string(), z.number()),
  own: z.record(z.string(), z.number()),
});

import * as z from 'zod/mini';
import { hold, holdRule } from '../holds/schema.ts';
import { id } from '../ids.ts';
import { counts, kindName } from '../items/schema.ts';
import { listMode } from '../lists/schema.ts';
import { markCounts } from '../reviews/schema.ts';
import { reading } from '../saves/schema.ts';
import { licences } from '../text.ts';

/** A handle; null for a former member, as on the site. */
const by = z.nullable(z.string());
const licence = z.enum(licences);

/** A person: what anyone may see who knows the handle. */
export const dumpedPerson = z.strictObject({
  handle: z.string(),
  /** The day of joining. */
  joined: z.string(),
  /** What the person gave, in numbers. */
  counts: z.strictObject({
    items: z.number(),
    reviews: z.number(),
    saves: z.number(),
    tags: z.number(),
    usefulReceived: z.number(),
  }),
});

/** An item with its exact counts. */
export const dumpedItem = z.strictObject({
  id,
  kind: kindName,
  /** As the kind's schema says (`shared/items/kinds`). */
  fields: z.record(z.string(), z.unknown()),
  title: z.string(),
  byline: z.string(),
  /** What makes two submissions the same item: `isbn:…`, `url:…` and their like. */
  identifiers: z.array(z.string()),
  licence,
  by,
  /** When it was added, ISO 8601. */
  at: z.string(),
  revision: z.number(),
  /** Sums of votes and ratings; who cast them is nobody's business. */
  counts: z.strictObject(counts.shape),
  /** By aspect key: how many rated it and the sum of their half-star ratings. */
  aspects: z.record(z.string(), z.strictObject({ ratings: z.number(), sum: z.number() })),
  /** What is held back for now and counts in none of the above, by rule; absent where nothing is. */
  held: z.optional(z.partialRecord(holdRule, z.strictObject({ ...z.omit(counts, { net: true, saves: true }).shape }))),
});

/** How many people put a tag on an item; for each item its most used ones, as its page shows them. */
export const dumpedTag = z.strictObject({ itemId: id, tag: z.string(), count: z.number() });

/** A review, whole, with the sums of its votes. */
export const dumpedReview = z.strictObject({
  id,
  itemId: id,
  rating: z.number(),
  /** Markdown; empty for a rating alone. */
  text: z.string(),
  /** By aspect key of the item's kind. */
  aspects: z.record(z.string(), z.number()),
  experiencedOn: z.optional(z.string()),
  licence,
  by,
  at: z.string(),
  editedAt: z.optional(z.string()),
  revision: z.number(),
  /** Why it counts in no sum for now, and until when; absent where it counts. */
  held: z.optional(z.strictObject(hold.shape)),
  marks: z.strictObject(markCounts.shape),
});

/** An earlier wording of a review that still stands, as its page shows it; under the review's licence. */
export const dumpedWording = z.strictObject({
  reviewId: id,
  revision: z.number(),
  rating: z.number(),
  text: z.string(),
  at: z.string(),
});

/** What a person saved for everybody to see; its note under CC-BY-SA-4.0. Private saves and private notes are in no dump. */
export const dumpedSave = z.strictObject({
  itemId: id,
  by: z.string(),
  at: z.string(),
  editedAt: z.optional(z.string()),
  shelf: z.nullable(z.string()),
  shelves: z.array(z.string()),
  note: z.string(),
  tags: z.array(z.string()),
  readings: z.array(reading),
});

/** A list with its exact numbers. */
export const dumpedList = z.strictObject({
  id,
  title: z.string(),
  /** Markdown. */
  description: z.string(),
  /** `closed`: in the order of who made it; `open`: in the order of everybody's points. */
  mode: listMode,
  licence,
  by,
  at: z.string(),
  revision: z.number(),
  /** How many items are on it and how many people voted. */
  counts: z.strictObject({ entries: z.number(), voters: z.number() }),
});

/** An item on a list, under the list's licence; what the list names is called as it was when it was put there. */
export const dumpedListEntry = z.strictObject({
  listId: id,
  itemId: id,
  title: z.string(),
  note: z.string(),
  at: z.string(),
  /** Closed lists: entries in the order of this text are in the order of the list. */
  position: z.optional(z.string()),
  /** Open lists: who put it there, the sum of 101 − place over the ballots that name it, and how many they are. */
  by: z.optional(by),
  points: z.optional(z.number()),
  voters: z.optional(z.number()),
});

/** What a line of each file is, by the file's type. */
export const dumpRows = {
  people: dumpedPerson,
  items: dumpedItem,
  tags: dumpedTag,
  reviews: dumpedReview,
  wordings: dumpedWording,
  saves: dumpedSave,
  lists: dumpedList,
  listEntries: dumpedListEntry,
} as const;
export type DumpType = keyof typeof dumpRows;
export type DumpRow<T extends DumpType> = z.infer<(typeof dumpRows)[T]>;
export const dumpTypes = [
  'people',
  'items',
  'tags',
  'reviews',
  'wordings',
  'saves',
  'lists',
  'listEntries',
] as const satisfies readonly DumpType[];

const dumpFile = z.object({
  /** Beside the manifest, such as `items-0001.ndjson.gz`. */
  name: z.string(),
  type: z.enum(dumpTypes),
  rows: z.number(),
  /** Of the file as it lies there, compressed. */
  bytes: z.number(),
});
/** Rows by type; a dump from before there was one of them does not name it. */
const rowCounts = z.partialRecord(z.enum(dumpTypes), z.number());

/** `manifest.json` of a dump, written last: a folder without one is no dump. */
export const dumpManifest = z.object({
  format: z.literal('commonplace-dump'),
  /** Of the format; a change that a reader would stumble over is a new number. */
  version: z.literal(1),
  /** The folder's name: when reading began, in UTC. */
  name: z.string(),
  /** Every row is as it stood at some moment between these two, ISO 8601. */
  from: z.string(),
  at: z.string(),
  software: z.object({ name: z.string(), version: z.string(), licence: z.string() }),
  /** Under which licences this may be used, in words. */
  licence: z.string(),
  /** The ranking parameters in force, so that every ranking can be computed again. */
  ranking: z.object({ version: z.string(), parameters: z.record(z.string(), z.number()) }),
  rows: rowCounts,
  files: z.array(z.extend(dumpFile, { sha256: z.string() })),
});
export type DumpManifest = z.infer<typeof dumpManifest>;

/** `dumps/index.json`: the dumps kept, newest first. */
export const dumpIndex = z.object({
  version: z.literal(1),
  dumps: z.array(
    z.object({
      name: z.string(),
      at: z.string(),
      /** From then on its files may be gone, whatever this index says. */
      expires: z.string(),
      rows: rowCounts,
      bytes: z.number(),
      files: z.array(dumpFile),
    }),
  ),
});
export type DumpIndex = z.infer<typeof dumpIndex>;

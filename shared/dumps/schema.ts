import * as z from 'zod/mini';
import { hold, holdRule } from '../holds/schema.ts';
import { id } from '../ids.ts';
import { itemLicences } from '../items/licences.ts';
import { counts, kindName } from '../items/schema.ts';
import { listMode } from '../lists/schema.ts';
import { act, flaggable, folded } from '../moderation/schema.ts';
import { feature } from '../places/features.ts';
import { markCounts, party } from '../reviews/schema.ts';
import { reading } from '../saves/schema.ts';
import { licences } from '../text.ts';
import { dumpedClaim, dumpedReply, dumpedReplyWording } from './owners.ts';
import { dumpedBlockVote, dumpedProposal, dumpedProposalVersion, dumpedProposalVote } from './proposals.ts';
import { dumpedFields, dumpedRevision, dumpedText } from './revisions.ts';
import { dumpedComment, dumpedCommentWording } from './talk.ts';

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
  licence: z.enum(itemLicences),
  /** Whom the licence of a source elsewhere wants named; absent where the item is a person's. */
  attribution: z.optional(z.string()),
  by,
  /** When it was added, ISO 8601. */
  at: z.string(),
  revision: z.number(),
  /** Bytes of its text, which is among `revisionTexts`; absent where it has none. */
  textBytes: z.optional(z.number()),
  /** Sums of votes and ratings; who cast them is nobody's business. */
  counts: z.strictObject(counts.shape),
  /** By aspect key: how many rated it and the sum of their half-star ratings. */
  aspects: z.record(z.string(), z.strictObject({ ratings: z.number(), sum: z.number(), squares: z.number() })),
  /** That enough people flagged it: then it is in no ranking. */
  folded: z.optional(z.strictObject(folded.shape)),
  /** What is held back for now and counts in none of the above, by rule; absent where nothing is. */
  held: z.optional(z.partialRecord(holdRule, z.strictObject({ ...z.omit(counts, { net: true, saves: true }).shape }))),
  /** The item that it was merged into. Its reviews stay its own. */
  mergedInto: z.optional(id),
  /** When and why it was removed, and by which proposal; then fields, byline and identifiers are left out. */
  removed: z.optional(z.strictObject({ at: z.string(), reason: z.string(), proposal: z.optional(id) })),
});

/** An item that stands somewhere as a feature of GeoJSON (RFC 7946): its file is a collection of them, to be opened by any map program. */
export const dumpedPlace = z.strictObject(feature.shape);

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
  /** With whom. */
  party: z.optional(party),
  licence,
  by,
  at: z.string(),
  editedAt: z.optional(z.string()),
  revision: z.number(),
  /** Why it counts in no sum for now, and until when; absent where it counts. */
  held: z.optional(z.strictObject(hold.shape)),
  /** That enough people flagged it: then it counts in no sum. */
  folded: z.optional(z.strictObject(folded.shape)),
  /** The act of moderation that took its text away. */
  removed: z.optional(id),
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
  folded: z.optional(z.strictObject(folded.shape)),
  removed: z.optional(id),
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

/** That `tag` is the better name of `other`; nothing is renamed by it. */
export const dumpedSynonym = z.strictObject({ tag: z.string(), other: z.string(), at: z.string(), proposal: id });

/** A version of the ranking parameters that a proposal made, whole. */
export const dumpedParameters = z.strictObject({
  version: z.string(),
  at: z.string(),
  proposal: id,
  summary: z.string(),
  parameters: z.record(z.string(), z.number()),
});

/** An act of moderation with the votes on it; who flagged what is in no dump. */
export const dumpedAct = z.strictObject({
  ...act.shape,
  about: z.strictObject(act.shape.about.shape),
  /** What it is about: `items`, `reviews`, … and which; absent where that is a person. */
  what: z.optional(z.enum(flaggable)),
  target: z.optional(z.string()),
});

/** What a line of each file is, by the file's type. */
export const dumpRows = {
  people: dumpedPerson,
  items: dumpedItem,
  places: dumpedPlace,
  tags: dumpedTag,
  reviews: dumpedReview,
  wordings: dumpedWording,
  saves: dumpedSave,
  lists: dumpedList,
  listEntries: dumpedListEntry,
  comments: dumpedComment,
  commentWordings: dumpedCommentWording,
  revisions: dumpedRevision,
  revisionFields: dumpedFields,
  revisionTexts: dumpedText,
  proposals: dumpedProposal,
  proposalVersions: dumpedProposalVersion,
  proposalVotes: dumpedProposalVote,
  blockVotes: dumpedBlockVote,
  synonyms: dumpedSynonym,
  parameters: dumpedParameters,
  acts: dumpedAct,
  claims: dumpedClaim,
  replies: dumpedReply,
  replyWordings: dumpedReplyWording,
} as const;
export type DumpType = keyof typeof dumpRows;
export type DumpRow<T extends DumpType> = z.infer<(typeof dumpRows)[T]>;
export const dumpTypes = [
  'people',
  'items',
  'places',
  'tags',
  'reviews',
  'wordings',
  'saves',
  'lists',
  'listEntries',
  'comments',
  'commentWordings',
  'revisions',
  'revisionFields',
  'revisionTexts',
  'proposals',
  'proposalVersions',
  'proposalVotes',
  'blockVotes',
  'synonyms',
  'parameters',
  'acts',
  'claims',
  'replies',
  'replyWordings',
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
  /** Of the format; a change that a reader would stumble over is a new number. Since 2 not every file is lines: `places`. */
  version: z.literal([1, 2]),
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

import * as z from 'zod/mini';
import { itemLicences } from '../items/licences.ts';
import { kindName } from '../items/schema.ts';
import { folded } from '../moderation/schema.ts';
import { control, line } from '../text.ts';

/** The largest text of an item, in bytes of UTF-8. */
export const textLimit = 1024 * 1024;
const encoder = new TextEncoder();
/** Bytes of a text in UTF-8. */
export const bytesOf = (text: string) => encoder.encode(text).length;

/** The text of an item, Markdown: composed, line ends as \n, its blanks kept; blanks alone are none. */
export const itemText = z
  .pipe(
    z.string().check(z.maxLength(2 * textLimit)),
    z.transform((text: string) => {
      const kept = text.normalize('NFC').replace(/\r\n?/g, '\n');
      return kept.trim() === '' ? '' : kept;
    }),
  )
  .check(
    z.refine((text) => text.isWellFormed(), 'has an unpaired surrogate'),
    z.refine((text) => !control.test(text), 'has a control character'),
    z.refine((text) => bytesOf(text) <= textLimit, `has more than ${textLimit} bytes`),
  );

/** What an edit is called by who makes it; may be empty. */
export const summary = line(300, 0);

export const deeds = ['created', 'edited', 'reverted', 'undone', 'merged', 'unmerged', 'removed', 'restored'] as const;
export type Deed = (typeof deeds)[number];

/** One state in an item's chain: who made it, when, why. Its content is asked for by its number. */
export const revision = z.object({
  n: z.number(),
  at: z.string(),
  /** Handle; null for a former member, the collection it came with, or the site itself. */
  by: z.nullable(z.string()),
  summary: z.string(),
  minor: z.boolean(),
  licence: z.enum(itemLicences),
  did: z.enum(deeds),
  /** The revision its author started from; where it is not the one before, what came between was merged. */
  base: z.number(),
  /** The proposal that it came from. */
  proposal: z.optional(z.string()),
  /** Bytes of the text, and by how many it grew. */
  size: z.number(),
  delta: z.number(),
  changed: z.array(z.enum(['fields', 'text'])),
  /** True where its author was new here. */
  newcomer: z.optional(z.boolean()),
  /** The revisions that it took back. */
  reverted: z.optional(z.object({ from: z.number(), to: z.number() })),
  /** Who looked at it and found it in order. */
  patrolled: z.optional(z.object({ by: z.nullable(z.string()), at: z.string() })),
  /** That enough people flagged it. */
  folded: z.optional(folded),
  /** When its content was removed by law. */
  removed: z.optional(z.string()),
});
export type Revision = z.infer<typeof revision>;

/** What an item is called where its pages are listed. */
export const itemName = z.object({ id: z.string(), kind: kindName, title: z.string() });

/** What links of a text led to when it was written, by what stands between the brackets. */
export const links = z.record(z.string(), z.object({ id: z.string(), title: z.string() }));
export type Links = z.infer<typeof links>;

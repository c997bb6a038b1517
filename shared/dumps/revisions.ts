import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { itemLicences } from '../items/licences.ts';
import { deeds } from '../revisions/schema.ts';

/** A revision of an item; one that nobody changed has none, since it is what the item says of itself. */
export const dumpedRevision = z.strictObject({
  itemId: id,
  n: z.number(),
  at: z.string(),
  /** A handle; null for a former member or the site itself. */
  by: z.nullable(z.string()),
  summary: z.string(),
  minor: z.boolean(),
  licence: z.enum(itemLicences),
  did: z.enum(deeds),
  /** The revision that was started from. */
  base: z.number(),
  proposal: z.optional(z.string()),
  /** Bytes of the text. */
  size: z.number(),
  /** The numbers under which its fields and its text are in `revisionFields` and `revisionTexts`; 0 for no text. */
  fieldsOf: z.number(),
  textOf: z.number(),
  /** The revisions that it took back. */
  reverted: z.optional(z.strictObject({ from: z.number(), to: z.number() })),
  /** Who looked it over first, and when. */
  patrolled: z.optional(z.strictObject({ by: z.nullable(z.string()), at: z.string() })),
  /** When its content was removed by law. */
  removed: z.optional(z.string()),
});

/** The fields that a revision brought, as the kind’s schema says. An item whose fields nobody changed has them itself. */
export const dumpedFields = z.strictObject({ itemId: id, n: z.number(), fields: z.record(z.string(), z.unknown()) });

/** The text that a revision brought: Markdown, and what its links led to. */
export const dumpedText = z.strictObject({
  itemId: id,
  n: z.number(),
  text: z.string(),
  links: z.record(z.string(), id),
});

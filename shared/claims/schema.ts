import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { kindName } from '../items/schema.ts';

/** How somebody shows that an item is theirs: a DNS record or a file at its website’s host, or everybody’s consent. */
const claimWays = ['dns', 'file', 'consent'] as const;
export type ClaimWay = (typeof claimWays)[number];
/** The ways that are looked up. */
export const proofWay = z.enum(['dns', 'file']);
export type ProofWay = z.infer<typeof proofWay>;

/** Why a claim ended: its owner took it back or left, the proof was gone for days, or everybody agreed on it. */
const claimEnds = ['withdrawn', 'left', 'gone', 'consent'] as const;
export type ClaimEnd = (typeof claimEnds)[number];

/** That an item is somebody’s, as everybody sees it. */
export const claim = z.object({
  id,
  /** Handle; null for a former member. */
  by: z.nullable(z.string()),
  /** Since when it is proven. */
  at: z.string(),
  way: z.enum(claimWays),
  /** The host that was proven. */
  host: z.optional(z.string()),
  /** When the proof was seen last, and since when it is missing. */
  seen: z.optional(z.string()),
  missing: z.optional(z.string()),
  /** The proposal by which it was claimed. */
  proposal: z.optional(id),
});
export type Claim = z.infer<typeof claim>;

/** A claim that ended. */
export const pastClaim = z.object({
  ...claim.shape,
  ended: z.object({ at: z.string(), why: z.enum(claimEnds), proposal: z.optional(id) }),
});

/** A claim of one’s own: it waits for its proof, or is proven. */
export const myClaim = z.object({
  id,
  state: z.enum(['waiting', 'proven']),
  at: z.string(),
  /** What record or file have to say, on a line of their own. */
  text: z.string(),
  /** Where they are looked for; null where the item has no website. */
  record: z.nullable(z.string()),
  file: z.nullable(z.string()),
});
export type MyClaim = z.infer<typeof myClaim>;

/** One of my claims among all of them, with what of it waits for me. */
export const ownedItem = z.object({
  item: z.object({ id, kind: kindName, title: z.string() }),
  state: z.enum(['waiting', 'proven']),
  at: z.string(),
  /** Since when the proof is missing. */
  missing: z.optional(z.string()),
  /** What it was merged into: to be claimed there. */
  mergedInto: z.optional(id),
  /** Of the latest ten reviews those without a reply, of the latest twenty questions those without an answer; none of one's own. */
  unanswered: z.object({ reviews: z.number(), questions: z.number() }),
});

/** An owner, as the page of an item names them. */
export const itemOwner = z.object({
  by: z.string(),
  at: z.string(),
  way: z.enum(claimWays),
  host: z.optional(z.string()),
});
export type ItemOwner = z.infer<typeof itemOwner>;

import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { kindName } from '../items/schema.ts';
import { folded } from '../moderation/schema.ts';
import { comparison } from '../revisions/comparison.ts';
import { itemText } from '../revisions/schema.ts';
import { tag } from '../tags/schema.ts';
import { licences, line, prose } from '../text.ts';

/** Everything that can be proposed. */
export const changeKinds = [
  'edit',
  'merge',
  'unmerge',
  'removal',
  'restoration',
  'synonym',
  'parameters',
  'appeal',
  'claim',
  'unclaim',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * What a proposal would change.
 * - `edit`: fields and/or text of an item, started from the revision `base`
 * - `merge`: the item `from` goes into the item `into`; `unmerge` takes that apart again
 * - `removal`: the item leaves listings and its page says so; `restoration` brings it back
 * - `synonym`: `tag` is the better name for `other`; with `end` it is no longer
 * - `parameters`: the site’s own, by name, started from the version `base` of them
 * - `appeal`: an act of moderation is taken back
 * - `claim`: who proposes it owns the item, by the claim that waits for proof; `unclaim`: that owner is none
 */
export const change = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('edit'),
    itemId: id,
    base: z.int().check(z.gte(1), z.lte(9_999_999)),
    fields: z.optional(z.record(z.string().check(z.maxLength(60)), z.unknown())),
    text: z.optional(itemText),
  }),
  z.strictObject({ what: z.literal('merge'), from: id, into: id }),
  z.strictObject({ what: z.literal('unmerge'), from: id, into: id }),
  z.strictObject({ what: z.literal('removal'), itemId: id }),
  z.strictObject({ what: z.literal('restoration'), itemId: id }),
  z.strictObject({ what: z.literal('synonym'), tag, other: tag, end: z.optional(z.literal(true)) }),
  z.strictObject({
    what: z.literal('parameters'),
    base: line(20),
    values: z.record(z.string().check(z.maxLength(60)), z.number()).check(
      z.refine((values) => {
        const { length } = Object.keys(values);
        return length > 0 && length <= 40;
      }, 'names none, or more than 40'),
    ),
  }),
  z.strictObject({ what: z.literal('appeal'), act: id }),
  z.strictObject({ what: z.literal('claim'), itemId: id, claim: id }),
  z.strictObject({ what: z.literal('unclaim'), itemId: id, claim: id }),
]);
export type Change = z.infer<typeof change>;
/** A change of one sort. */
export type ChangeOf<What extends ChangeKind> = Extract<Change, { what: What }>;

export const proposalStates = ['open', 'accepted', 'refused', 'withdrawn', 'applied', 'reverted'] as const;
/**
 * `accepted`: decided, but it cannot be made as it is (see `stuck`). `reverted`: it was made, and taken back since.
 */
export type ProposalState = (typeof proposalStates)[number];

export const proposalVotes = ['for', 'against', 'block'] as const;
export type ProposalVoteValue = (typeof proposalVotes)[number];
export const blockVotes = ['overrule', 'uphold'] as const;
export type BlockVoteValue = (typeof blockVotes)[number];

/** Why, in Markdown. */
export const proposalReason = prose(2000).check(z.minLength(1, 'is empty'));
export const voteReason = prose(1000);

export const verdict = z.object({
  result: z.enum(['wait', 'accept', 'refuse']),
  because: z.enum(['time', 'quorum', 'tied', 'consent', 'blocked', 'outvoted']),
  /** When it is decided; later than at first where a block is to be talked over. */
  due: z.string(),
  /** What it would take to pass: so many more people for it, so many more for than now where as many are against, so many blocks gone. */
  missing: z.object({ people: z.number(), more: z.number(), blocks: z.number() }),
});
export type Verdict = z.infer<typeof verdict>;

/** A change as it stands on a proposal: of an edit what it changes, without the content. */
export const shownChange = z.discriminatedUnion('what', [
  z.object({ what: z.literal('edit'), itemId: id, base: z.number(), changed: z.array(z.enum(['fields', 'text'])) }),
  z.object({ what: z.literal('merge'), from: id, into: id }),
  z.object({ what: z.literal('unmerge'), from: id, into: id }),
  z.object({ what: z.literal('removal'), itemId: id }),
  z.object({ what: z.literal('restoration'), itemId: id }),
  z.object({ what: z.literal('synonym'), tag: z.string(), other: z.string(), end: z.optional(z.literal(true)) }),
  z.object({ what: z.literal('parameters'), base: z.string(), values: z.record(z.string(), z.number()) }),
  z.object({ what: z.literal('appeal'), act: id }),
  z.object({ what: z.literal('claim'), itemId: id, claim: id }),
  z.object({ what: z.literal('unclaim'), itemId: id, claim: id }),
]);
export type ShownChange = z.infer<typeof shownChange>;

export const tally = z.object({
  /** Who proposed it among them. */
  for: z.number(),
  against: z.number(),
  /** Those that stand. */
  blocks: z.number(),
  overruled: z.number(),
  /** Votes on earlier versions, which do not count. */
  earlier: z.number(),
});

const name = z.nullable(z.string());

export const proposal = z.object({
  id,
  change: shownChange,
  about: z.object({ title: z.string(), href: z.string() }),
  itemId: z.optional(id),
  /** Markdown. */
  reason: z.string(),
  licence: z.enum(licences),
  at: z.string(),
  /** Handle; null for a former member. */
  by: name,
  version: z.number(),
  state: z.enum(proposalStates),
  /** From when it is decided, and until when it waits for people. */
  due: z.string(),
  until: z.string(),
  /** What it needs, fixed when this version was put forward. */
  hours: z.number(),
  quorum: z.number(),
  /** Since when it has this state, unless open. */
  decidedAt: z.optional(z.string()),
  /** The votes it was decided on, and why. */
  outcome: z.optional(z.object({ ...tally.shape, because: z.string() })),
  /** Why it could not be made, though accepted. */
  stuck: z.optional(z.object({ code: z.string(), detail: z.string() })),
  /** The revision of the item that it became, or the one that took it back. */
  revision: z.optional(z.number()),
  revertedIn: z.optional(z.number()),
  /** Whether a proposal of the opposite can take it back, and which did; which one this takes back. */
  revertible: z.boolean(),
  revertedBy: z.optional(id),
  reverts: z.optional(id),
  /** Why it is shown folded. */
  folded: z.optional(folded),
  /** The act by which what was said in it was removed, as the law demanded. */
  removed: z.optional(id),
});
export type Proposal = z.infer<typeof proposal>;

export const proposalVote = z.object({
  by: name,
  at: z.string(),
  vote: z.enum(proposalVotes),
  version: z.number(),
  /** Markdown. */
  reason: z.string(),
  /** False on an earlier version. */
  counts: z.boolean(),
  /** Of a block: what others say of it. */
  overruled: z.optional(z.boolean()),
  overrule: z.optional(z.array(name)),
  uphold: z.optional(z.array(name)),
});
export type ProposalVote = z.infer<typeof proposalVote>;

export const proposalVersion = z.object({ version: z.number(), at: z.string(), reason: z.string() });

/** A proposal as lists show it; its numbers exact below 100, then by their first two digits. */
export const proposalCard = z.object({
  id,
  what: z.enum(changeKinds),
  title: z.string(),
  href: z.string(),
  /** The beginning of its reason, in plain words. */
  reason: z.string(),
  at: z.string(),
  by: name,
  state: z.enum(proposalStates),
  due: z.string(),
  decidedAt: z.optional(z.string()),
  version: z.number(),
  counts: z.object({ for: z.number(), against: z.number(), blocks: z.number() }),
  folded: z.optional(folded),
});
export type ProposalCard = z.infer<typeof proposalCard>;

/** What an edit would change, in one of its versions; of other changes nothing but the version. */
export const proposedContent = z.object({
  version: z.number(),
  itemId: z.optional(id),
  kind: z.optional(kindName),
  /** The revision it started from, and the item’s latest: what is between is put together when it is made. */
  base: z.optional(z.number()),
  latest: z.optional(z.number()),
  /** What it would become, of what it changes. */
  after: z.optional(z.object({ fields: z.optional(z.record(z.string(), z.unknown())), text: z.optional(z.string()) })),
  /** What differs from where it started, word by word; absent where that was removed since. */
  comparison: z.optional(comparison),
});

/** Undecided ones by when they are decided, decided ones and all by when they were, the latest first. */
export const proposalLists = ['open', 'decided', 'all'] as const;
export type ProposalList = (typeof proposalLists)[number];
/** What the proposals are about that are listed together. */
export const proposalSubjects = ['items', 'tags', 'acts', 'people'] as const;

import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { folded } from '../moderation/schema.ts';
import { targetPath } from '../targets.ts';
import { isVisible, licences, oneLine, prose } from '../text.ts';
import { commentLongest } from './rules.ts';

/**
 * What can be talked about. An item has three threads: its talk (`items`), the questions about it, whose answers are the
 * replies to each, and the tips on it, which nobody answers (`threadRules`).
 */
export const threadTargets = [
  'items',
  'people',
  'reviews',
  'lists',
  'revisions',
  'proposals',
  'acts',
  'questions',
  'tips',
] as const;
export type ThreadTarget = (typeof threadTargets)[number];
export const threadPath = targetPath(threadTargets);

export const commentOrders = ['best', 'new', 'old'] as const;
export type CommentOrder = (typeof commentOrders)[number];

/** Markdown. */
export const commentText = prose(commentLongest).check(z.refine((text) => isVisible(text), 'has nothing visible'));

/** How much of a line a comment on it quotes, in UTF-16 units. */
export const quoteLongest = 300;

/**
 * A line that a comment on a proposal is about: of which version, on which side of what it would change (its number from 1
 * there), and what stood in it, as who wrote the comment quotes it.
 */
export const commentedLine = z.object({
  version: z.int().check(z.gte(1), z.lte(9999)),
  side: z.enum(['before', 'after']),
  number: z.int().check(z.gte(1), z.lte(9_999_999)),
  text: oneLine(quoteLongest),
});
export type CommentedLine = z.infer<typeof commentedLine>;

export const newComment = z.strictObject({
  text: commentText,
  /** The comment that this one answers; absent for a new beginning. */
  parent: z.optional(id),
  /** Of what begins the thread of a proposal alone. */
  line: z.optional(z.strictObject(commentedLine.shape)),
  licence: z.optional(z.enum(licences)),
});

export const comment = z.object({
  id,
  /** The comment that it answers; absent where it answers none. */
  parent: z.optional(id),
  /** Which line of a proposal it is about; absent where it is about all of it, withdrawn or removed. */
  line: z.optional(commentedLine),
  /** Markdown; in lists cut to its beginning, with `more: true`. Empty where it was withdrawn. */
  text: z.string(),
  more: z.optional(z.boolean()),
  /** Handle; null for a former member, and where it was withdrawn. */
  by: z.nullable(z.string()),
  /** Of questions, answers and tips: that who wrote it owned the item by then (`getClaims`). */
  owner: z.optional(z.literal(true)),
  at: z.string(),
  editedAt: z.optional(z.string()),
  revision: z.number(),
  /** Whom its text mentions by handle. */
  mentions: z.optional(z.array(z.string())),
  /** In lists settled: exact below 6. */
  up: z.number(),
  down: z.number(),
  /** How many comments answer this very one; in lists settled. */
  replies: z.number(),
  /** It was withdrawn, and stands here for the replies below it. */
  withdrawn: z.optional(z.literal(true)),
  /** The act by which its text was removed, as the law demanded. */
  removed: z.optional(id),
  /** Why it is shown folded. */
  folded: z.optional(folded),
});
export type Comment = z.infer<typeof comment>;

/** A comment with the first of its replies in time; a question with the best of its first answers. */
export const commentNode = z.object({ ...comment.shape, first: z.array(comment) });
export type CommentNode = z.infer<typeof commentNode>;

/** What a thread is about, as it is called now; null where that is gone. */
export const threadAbout = z.nullable(z.object({ title: z.string(), href: z.string() }));
export type ThreadAbout = z.infer<typeof threadAbout>;

/** A comment where it stands alone, with what it was said about. */
export const commentLine = z.object({
  id,
  about: z.object({ title: z.string(), href: z.string() }),
  text: z.string(),
  more: z.optional(z.boolean()),
  by: z.nullable(z.string()),
  at: z.string(),
  parent: z.optional(id),
  /** That it is a question or an answer (`questions`), or a tip; absent for talk. */
  what: z.optional(z.enum(['questions', 'tips'])),
  mentions: z.optional(z.array(z.string())),
});
export type CommentLine = z.infer<typeof commentLine>;

/** Who said what above a comment, in short. */
export const ancestor = z.object({
  id,
  by: z.nullable(z.string()),
  text: z.string(),
  withdrawn: z.optional(z.literal(true)),
});

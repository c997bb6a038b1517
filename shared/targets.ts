import * as z from 'zod/mini';
import { id } from './ids.ts';
import { handle } from './people/schema.ts';
import { tag } from './tags/schema.ts';

/** What people can do something about: discuss, flag, watch, follow, mute. Each capability takes some of them. */
export const targetKinds = [
  'people',
  'tags',
  'items',
  'reviews',
  'revisions',
  'proposals',
  'comments',
  'lists',
  'acts',
  'replies',
  'questions',
  'tips',
] as const;
export type TargetKind = (typeof targetKinds)[number];

/**
 * One of them. `id` is a person’s id (never shown), a tag, the id of an item, review, proposal, comment, list or act of
 * moderation, the id of the review that a reply is to, for a revision `<item id>.<number>`, for questions and tips the
 * id of the item that they are about.
 */
export type Target<What extends TargetKind = TargetKind> = { what: What; id: string };

const letters: Record<TargetKind, string> = {
  people: 'p',
  tags: 't',
  items: 'i',
  reviews: 'r',
  revisions: 'v',
  proposals: 'o',
  comments: 'c',
  lists: 'l',
  acts: 'a',
  replies: 'w',
  questions: 'q',
  tips: 'h',
};

/** A target as it stands in keys: a letter and its id, such as `p#…` or `i#…`. */
export function targetText({ what, id }: Target): string {
  return `${letters[what]}#${id}`;
}

/** Reads one of these back; undefined for anything else. */
export function readTarget<What extends TargetKind>(text: string, among: readonly What[]): Target<What> | undefined {
  const what = among.find((name) => text.startsWith(`${letters[name]}#`));
  return what && { what, id: text.slice(2) };
}

/** The text of a revision’s id. */
export const revisionId = (itemId: string, n: number) => `${itemId}.${n}`;
/** Reads the text of a revision’s id back. */
export function partsOfRevision(text: string): { itemId: string; n: number } {
  const [itemId = '', n = ''] = text.split('.');
  return { itemId, n: Number(n) };
}
const revisionPart = z.string().check(z.regex(/^[0-9A-Za-z]{12}\.[1-9]\d{0,6}$/, 'not a revision'));

const parts: Record<TargetKind, z.ZodMiniType<string>> = {
  people: handle,
  tags: tag,
  items: id,
  reviews: id,
  revisions: revisionPart,
  proposals: id,
  comments: id,
  lists: id,
  acts: id,
  replies: id,
  questions: id,
  tips: id,
};

/** One of these as it stands in a path, `/{what}/{target}`: a person by handle, a tag in any writing, the others by id. */
export function targetPath<const What extends TargetKind>(whats: readonly [What, ...What[]]) {
  return z
    .strictObject({ what: z.enum(whats), target: z.string().check(z.maxLength(200)) })
    .check(z.refine(({ what, target }) => parts[what].safeParse(target).success, 'names no such thing'));
}

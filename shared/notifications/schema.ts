import * as z from 'zod/mini';
import { digests, noticeKinds } from './kinds.ts';

/** Something that happened to a person, as a line of their notifications. */
export const notice = z.object({
  /** Tells the line apart from every other one. */
  id: z.string(),
  kind: z.enum(noticeKinds),
  /** Of a proposal: how it stands; of an act of moderation: what was done; of a question: that it was `asked`. */
  did: z.optional(z.string()),
  at: z.string(),
  /** Handle; null for a former member, and where it was a rule. */
  by: z.nullable(z.string()),
  about: z.object({ title: z.string(), href: z.string() }),
  /** Where it happened, if that is not what it is about. */
  href: z.optional(z.string()),
  /** The beginning of what was said. */
  text: z.optional(z.string()),
});
export type Notice = z.infer<typeof notice>;

export const noticeSettings = z.object({
  /** What is not told. */
  off: z.array(z.enum(noticeKinds)).check(z.maxLength(20)),
  digest: z.enum(digests),
  /** Whether one watches what one writes on. */
  watchWritten: z.boolean(),
});
export type NoticeSettings = z.infer<typeof noticeSettings>;

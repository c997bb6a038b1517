import { commentTextRemoval } from '#functions/discussions/reader.ts';
import { listTextRemoval } from '#functions/lists/reader.ts';
import { proposalTextRemoval } from '#functions/proposals/removal/reader.ts';
import { replyRemoval } from '#functions/replies/reader.ts';
import { reviewTextRemoval } from '#functions/reviews/reader.ts';
import { revisionTextRemoval } from '#functions/revisions/reader.ts';
import type { Write } from '#functions/table/table.ts';
import type { Removable } from '#shared/moderation/schema.ts';

/** How a text goes: at once with the act (`writes`, on the condition that it is as it was read), then what is left of it. */
export type TextRemoval = {
  about: { title: string; href: string };
  authorId?: string;
  itemId?: string;
  /** The act by which it was removed already. */
  removed?: string;
  writes: Write[];
  /** Removes what does not fit into the transaction; safe to repeat. */
  finish: () => Promise<void>;
};

/** What removing a text comes to, by what it is of: `act` is left in its place. Undefined where there is none. */
export const removals: Partial<Record<Removable, (id: string, act: string) => Promise<TextRemoval | undefined>>> = {
  reviews: reviewTextRemoval,
  comments: commentTextRemoval,
  lists: listTextRemoval,
  revisions: revisionTextRemoval,
  replies: replyRemoval,
  proposals: proposalTextRemoval,
};

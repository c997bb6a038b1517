import type { Row } from '#functions/table/table.ts';

// What this capability reads of the facts of others.

type Fact = Row & { at: string; by?: string; byId?: string };
type About = { title: string; href: string };

export type CommentFact = Fact & {
  id: string;
  target: string;
  parent?: string;
  about: About;
  text?: string;
  itemId?: string;
  mentions?: { personId: string }[];
  /** Who wrote what it answers, and who made what the thread is about. */
  parentById?: string;
  targetById?: string;
  withdrawn?: string;
  folded?: unknown;
};
export type ProposalFact = Fact & {
  id: string;
  about: About;
  itemId?: string;
  state: string;
  decidedAt?: string;
  reason?: string;
};
export type ActFact = Fact & {
  id: string;
  did: string;
  about: About;
  words?: string;
  targetById?: string;
  personId?: string;
};
export type ReplyFact = Fact & { reviewId: string; itemId: string; about: About; targetById?: string };
export type ReviewFact = Fact & {
  id: string;
  itemId: string;
  text?: string;
  about: { title: string };
  ownerIds?: string[];
  held?: { rule: string };
  heldAt?: string;
  removed?: string;
};
/** A claim that is proven or ended. */
export type ClaimFact = Fact & {
  id: string;
  itemId: string;
  title: string;
  missing?: string;
  merged?: { into: string; title: string; at: string };
  ended?: { at: string; why: string };
};

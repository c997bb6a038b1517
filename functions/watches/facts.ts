import type { Row } from '#functions/table/table.ts';

// What this capability reads of the facts of others.

/** That somebody looked a revision over. */
export type Patrol = { by?: string; byId?: string; at: string };

export type CommentFact = Row & {
  id: string;
  target: string;
  parent?: string;
  /** Its nearest ancestors, the parent last. */
  above?: string[];
  about: { title: string; href: string };
  at: string;
  by?: string;
  byId?: string;
  text?: string;
  itemId?: string;
  folded?: unknown;
};

export type ProposalFact = Row & {
  id: string;
  itemId?: string;
  /** What it is about, by `targetText`. */
  subjects?: string[];
  about: { title: string; href: string };
  reason?: string;
  at: string;
  by?: string;
  byId?: string;
  state: string;
  tags?: string[];
};

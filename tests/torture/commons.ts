import type { Slot } from './slot.ts';

/** The threads that people talk in here, as paths name them. */
export const threads = ['items', 'questions', 'tips'] as const;
export type Thread = (typeof threads)[number];

export type Worded = { text: string; revision: number; earlier: readonly string[] };
/** A comment, question, answer or tip as it must be; null once it is withdrawn. */
export type Said = {
  id: string;
  what: Thread;
  target: string;
  by: string;
  parent?: string;
  content: Slot<Worded | null>;
};

/** A page of which everybody has a section that nobody else changes, so that any two edits can be put together. */
export type Page = { id: string; title: string; by: string; proposed: boolean };

/** What a save of a page was called, each once: whose section it changed, and the least and the most revisions it may be. */
export type Saved = { page: string; by: string; least: 0 | 1; most: 0 | 1 };

/** A proposal to change the section of who makes it; the word it would put there, and the version that does. */
export type Proposed = {
  id: string;
  page: string;
  by: string;
  content: Slot<{ word: string; version: number }>;
  withdrawn: Slot<boolean>;
};

/** A place as it must be: in which area (by its index), and of which category. */
export type Placed = { area: number; category: string; revision: number };
export type PlaceHere = { id: string; name: string; by: string; content: Slot<Placed> };

/** Two books that are proposed to be one, either into the other. */
export type Twins = { one: string; other: string };

/** What people agree on or not: other numbers to rank by, or that something folded is shown again. */
export type Consented = {
  id: string;
  change: { what: 'parameters'; base: string; values: Record<string, number> } | { what: 'appeal'; act: string };
};

/** Who tried to mark a revision as looked over, and whom the answers said to have done so. */
export type Marked = { tried: Set<string>; said: Set<string> };

/** What people make together. */
export class Commons {
  readonly said: Said[] = [];
  /** What was said or is to be, by its first word: the most comments it may be. Those that were answered are in `said`. */
  readonly words = new Map<string, { most: 0 | 1; what: Thread; target: string }>();
  readonly pages: Page[] = [];
  readonly saved = new Map<string, Saved>();
  readonly proposals: Proposed[] = [];
  readonly areas: string[] = [];
  readonly places: PlaceHere[] = [];
  readonly twins: Twins[] = [];
  /** The proposals to merge twins. */
  readonly merges: string[] = [];
  readonly consented: Consented[] = [];
  /** By revision, as paths name it. */
  readonly marked = new Map<string, Marked>();
}

import type { Key, Row } from '#functions/table/table.ts';
import type { Target, TargetKind } from '#shared/targets.ts';

/** How people stand to what they want to hear of. Each has facts, lists and feeds of its own. */
export type RelationName = 'follow' | 'watch';

/**
 * Something that happened in public, as it follows from its fact alone. `id` is the same however the fact changes;
 * `under` is all that somebody may follow or watch to hear of it, `tags` all that it can be muted by besides.
 */
export type Act = {
  id: string;
  at: string;
  /** When it leaves the feeds, in seconds since 1970. */
  ttl: number;
  /** Who did it, who is not told of it; empty for a former member. */
  personId: string;
  itemId: string;
  tags: string[];
  under: Target[];
  card: string;
  fact: Key;
};

/** One such relation: to what, and what comes of it. */
export type Relation = {
  name: RelationName;
  whats: readonly TargetKind[];
  /** How much one person may stand to in this way. */
  most: number;
  /** For how long an act stays in feeds. */
  days: number;
  /** Whether a row is of a type that may tell somebody something. */
  mayTell(row: Row | undefined): boolean;
  /** What a fact tells now; undefined where it tells nothing, or is too long ago. */
  actOf(row: Row | undefined, now: Date): Act | undefined;
  /** What a fact that tells something has, and what it has not: the rest of `actOf`’s condition, for the table. */
  told: { has: readonly string[]; hasNot: readonly string[] };
};

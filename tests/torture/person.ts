import type { ProposalVoteValue } from '#shared/proposals/schema.ts';
import type { ReviewMark } from '#shared/reviews/schema.ts';
import type { VoteValue } from '#shared/votes/schema.ts';
import { type Chance, chanceFrom } from '#tests/worlds/unreliable-stream.ts';
import type { Client } from './client.ts';
import { Slot } from './slot.ts';

export type Wording = { rating: number; text: string; revision: number };
/** A review as it must be, with its earlier wordings, newest first. */
export type Written = Wording & { history: readonly Wording[] };
/** What a person did to one item; a save by its note. */
export type Pair = {
  vote: Slot<VoteValue | null>;
  review: Slot<Written | null>;
  tags: Map<string, Slot<boolean>>;
  save: Slot<string | null>;
};
/** A vote on a version of a proposal. */
export type Cast = { vote: ProposalVoteValue; version: number };
export type AddedItem = { id: string; content: Slot<{ title: string; revision: number }> };

/** One of many who use the site at once, and all that this person did: what the site must hold of it in the end. */
export class Person {
  readonly name: string;
  readonly token: string;
  readonly client: Client;
  readonly chance: Chance;
  readonly pairs = new Map<string, Pair>();
  /** By review and mark. */
  readonly marks = new Map<string, { reviewId: string; mark: ReviewMark; slot: Slot<boolean> }>();
  readonly added: AddedItem[] = [];
  /** The items this person may not vote on. */
  readonly own = new Set<string>();
  /** Items whose save waits before it counts. */
  readonly heldSaves = new Set<string>();
  /** By comment. */
  readonly commentVotes = new Map<string, Slot<VoteValue | null>>();
  /** By comment. */
  readonly flags = new Map<string, Slot<boolean>>();
  /** What stands in this person’s section, by page; the text of a page as it was read last; and what stood before a word. */
  readonly sections = new Map<string, Slot<string>>();
  readonly read = new Map<string, { text: string; revision: number }>();
  readonly wordsBefore = new Map<string, string>();
  /** By proposal. */
  readonly casts = new Map<string, Slot<Cast | null>>();
  /** By what is watched, as paths name it. */
  readonly watches = new Map<string, Slot<boolean>>();
  readonly watchesWritten: boolean;
  readonly seen = new Slot<string | null>(null);
  readonly noticesRead = new Slot<string | null>(null);
  /** By item. */
  readonly claims = new Map<string, Slot<boolean>>();
  /** By place and day. */
  readonly visits = new Map<string, Map<string, Slot<boolean>>>();
  /** The places that were saved by saying so, and count. */
  readonly placesSaved = new Set<string>();
  #numbers = 0;

  constructor(name: string, token: string, client: Client, seed: number) {
    this.name = name;
    this.token = token;
    this.client = client;
    this.chance = chanceFrom(seed);
    this.watchesWritten = this.chance(2) === 0;
  }

  /** Text that nobody else writes, nor this person again. */
  unique(prefix: string): string {
    return `${prefix}-${this.name}-${++this.#numbers}`;
  }

  pick<T>(values: readonly T[]): T | undefined {
    return values[this.chance(Math.max(1, values.length))];
  }

  pairOn(itemId: string): Pair {
    const pair = this.pairs.get(itemId) ?? {
      vote: new Slot(null),
      review: new Slot(null),
      tags: new Map(),
      save: new Slot(null),
    };
    this.pairs.set(itemId, pair as Pair);
    return pair as Pair;
  }

  markOn(reviewId: string, mark: ReviewMark): Slot<boolean> {
    const name = `${reviewId} ${mark}`;
    const found = this.marks.get(name) ?? { reviewId, mark, slot: new Slot(false) };
    this.marks.set(name, found);
    return found.slot;
  }
}

export const slotsOf = ({ vote, review, tags, save }: Pair) => [vote, review, save, ...tags.values()];

/** The slot of a person's tag on an item. */
export function tagOn(pair: Pair, tag: string): Slot<boolean> {
  const slot = pair.tags.get(tag) ?? new Slot(false);
  pair.tags.set(tag, slot);
  return slot;
}

import type { Write } from '#functions/table/table.ts';
import type { Change, ChangeKind, ChangeOf } from '#shared/proposals/schema.ts';
import type { Target } from '#shared/targets.ts';

/** What a change is about: how its proposal is called, where that leads, and under what it is listed. */
export type About = {
  title: string;
  href: string;
  /** At most four: items, tags, acts, people. */
  subjects: Target[];
  itemId?: string;
};

/** A proposal at the moment its change is made. */
export type Applying = {
  proposalId: string;
  version: number;
  /** Why, in one line: fits as the summary of a revision. */
  summary: string;
  /** Who proposed it; absent for a former member. Their account is held to be open by whoever sends the writes. */
  by?: string;
  byId?: string;
  /** Whether they were new here when they proposed it. */
  newcomer?: boolean;
  now: Date;
};

/** What making a change comes to. */
export type Applied = {
  /** All or nothing, in one transaction with the proposal’s state: at most 60, none under PR#, each on a condition that what it was made from is still so. */
  writes: readonly Write[];
  /** The revision of the item that it became, if any. */
  revision?: number;
  /** The change that would take it back, from what was there before. An edit is taken back in the item’s history. */
  opposite?: Change;
};

/** How one sort of change is checked and made. */
export type Effect<What extends ChangeKind> = {
  /**
   * Refuses what nobody could do (no such item, nothing would change, a value out of range) when it is proposed, and
   * says what it is about; with `change` where it is to be kept in another writing. `byId` is who proposes it.
   * @throws AppError
   */
  check(change: ChangeOf<What>, byId?: string): Promise<About & { change?: ChangeOf<What> }>;
  /**
   * What to write, from what is there now, read with every write before seen. Called again where a condition did not
   * hold. @throws AppError where it cannot be made any more: the proposal stays accepted, with the reason
   */
  writes(change: ChangeOf<What>, proposal: Applying): Promise<Applied>;
  /**
   * What does not fit into the transaction: called once that went through, for at most five seconds, and again by the
   * hourly job until it answers true; so it must be safe to repeat and to be cut off anywhere.
   */
  finish?(change: ChangeOf<What>, proposal: Applying): Promise<boolean>;
};

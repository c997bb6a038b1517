import type { AreaStanding } from '#functions/areas/reader.ts';
import type { CommentStanding, ThreadStanding } from '#functions/discussions/reader.ts';
import type { ItemStanding } from '#functions/items/reader.ts';
import type { ListedStanding, ListStanding } from '#functions/lists/reader.ts';
import type { PersonStanding, SiteStanding } from '#functions/people/reader.ts';
import type { ProposalStanding } from '#functions/proposals/reader.ts';
import type { FollowedStanding } from '#functions/relations/table.ts';
import type { ReviewStanding } from '#functions/reviews/reader.ts';
import type { SaversStanding, ShelfStanding } from '#functions/saves/reader.ts';
import type { Row } from '#functions/table/table.ts';
import type { TagStanding } from '#functions/tags/reader.ts';
import type { WorkStandings } from '#functions/work/reader.ts';

/** One row before and after; undefined where it was not or is not there. */
export type Change = { before: Row | undefined; after: Row | undefined };

/** The aggregates that facts are folded into, by name. */
export type Standings = {
  item: ItemStanding;
  review: ReviewStanding;
  person: PersonStanding;
  tag: TagStanding;
  shelf: ShelfStanding;
  savers: SaversStanding;
  site: SiteStanding;
  /** By `areaScopeId`. */
  area: AreaStanding;
  list: ListStanding;
  listed: ListedStanding;
  comment: CommentStanding;
  /** By `targetText`. */
  thread: ThreadStanding;
  /** By `targetText`. */
  followed: FollowedStanding;
  watched: FollowedStanding;
  proposal: ProposalStanding;
} & WorkStandings;
export type StandingName = keyof Standings;

/** What one change does to one aggregate. `fold` alters the standing; folds of different facts commute. */
export type Contribution = {
  [N in StandingName]: { standing: N; id: string; fold: (standing: Standings[N]) => void };
}[StandingName];

/** A row that is listed somewhere: put as it is, replaced by key. */
export type Entry = Row & { type: 'entry' };

import { areaAggregates } from '#functions/areas/reader.ts';
import { ownerContributions, ownerEntries, pastEntries } from '#functions/claims/projection.ts';
import {
  commentContributions,
  commentEntries,
  commentLines,
  commentStandingContributions,
} from '#functions/discussions/projection.ts';
import { commentStandingKey, threadStandingKey } from '#functions/discussions/reader.ts';
import { itemContributions, itemEntries, itemStandingContributions } from '#functions/items/projection.ts';
import { itemStandingKey } from '#functions/items/reader.ts';
import {
  ballotContributions,
  listContributions,
  listEntryContributions,
  listedEntries,
  listStandingEntries,
} from '#functions/lists/projection.ts';
import { listedStandingKey, listStandingKey } from '#functions/lists/reader.ts';
import { actEntries, flagGateContributions, flaggedEntries } from '#functions/moderation/projection.ts';
import {
  actNotices,
  claimNotices,
  commentNotices,
  proposalNotices,
  replyNotices,
  revertNotices,
  reviewNotices,
} from '#functions/notifications/projection.ts';
import { personStandingKey, profileContributions, siteStandingKey } from '#functions/people/reader.ts';
import {
  activeContributions,
  dueEntries,
  proposalContributions,
  proposalEntries,
  proposalVoteContributions,
  revertedContributions,
} from '#functions/proposals/projection.ts';
import { proposalStandingKey } from '#functions/proposals/reader.ts';
import { followContributions, toldEntries } from '#functions/relations/projection.ts';
import { followedStandingKey } from '#functions/relations/table.ts';
import { replyContributions } from '#functions/replies/projection.ts';
import {
  reviewContributions,
  reviewEntries,
  reviewLines,
  reviewStandingContributions,
} from '#functions/reviews/projection.ts';
import { reviewStandingKey } from '#functions/reviews/reader.ts';
import { linksEntries } from '#functions/revisions/projection.ts';
import { saveContributions, saveEntries } from '#functions/saves/projection.ts';
import { saversStandingKey, shelfStandingKey } from '#functions/saves/reader.ts';
import type { Key, Row } from '#functions/table/table.ts';
import { betterNameEntries, tagEntries, tagsContributions } from '#functions/tags/projection.ts';
import { tagStandingKey } from '#functions/tags/reader.ts';
import { editTrust, proposalTrust } from '#functions/trust/projection.ts';
import { marksContributions, marksEntries } from '#functions/votes/projection.ts';
import { addedEntries, revisionEntries } from '#functions/watches/changes/projection.ts';
import {
  itemWorkerContributions,
  workContributions,
  workerOfProfile,
  workerStandingContributions,
  workStandings,
} from '#functions/work/reader.ts';
import { yearEntries } from '#functions/years/projection.ts';
import type { Change, Contribution, Entry, StandingName, Standings } from './change.ts';

type Definition<N extends StandingName> = {
  type: string;
  key(id: string): Key;
  /** A standing that nothing was folded into. */
  empty(): Standings[N];
  /** The rows that list it. */
  entries(id: string, standing: Standings[N], now: Date): Entry[];
};

/** Every aggregate: where it is stored, how it begins, and where it is listed. */
export const standings: { [N in StandingName]: Definition<N> } = {
  item: {
    type: 'itemStanding',
    key: itemStandingKey,
    empty: () => ({
      up: 0,
      down: 0,
      upMinutes: 0,
      ratings: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      reviews: 0,
      saves: 0,
      aspects: {},
      tags: {},
    }),
    entries: itemEntries,
  },
  review: {
    type: 'reviewStanding',
    key: reviewStandingKey,
    empty: () => ({ useful: 0, funny: 0, cool: 0 }),
    entries: reviewEntries,
  },
  person: {
    type: 'personStanding',
    key: personStandingKey,
    empty: () => ({ items: 0, reviews: 0, saves: 0, tags: 0, usefulReceived: 0 }),
    entries: () => [],
  },
  tag: { type: 'tagStanding', key: tagStandingKey, empty: () => ({ items: 0 }), entries: tagEntries },
  shelf: {
    type: 'shelfStanding',
    key: shelfStandingKey,
    empty: () => ({ public: 0, private: 0 }),
    entries: () => [],
  },
  savers: { type: 'saversStanding', key: saversStandingKey, empty: () => ({ months: {} }), entries: () => [] },
  list: {
    type: 'listStanding',
    key: listStandingKey,
    empty: () => ({ entries: 0, voters: 0 }),
    entries: listStandingEntries,
  },
  listed: {
    type: 'listedStanding',
    key: listedStandingKey,
    empty: () => ({ points: 0, voters: 0 }),
    entries: listedEntries,
  },
  comment: {
    type: 'commentStanding',
    key: commentStandingKey,
    empty: () => ({ up: 0, down: 0, replies: 0, first: {} }),
    entries: commentEntries,
  },
  thread: { type: 'threadStanding', key: threadStandingKey, empty: () => ({ comments: 0 }), entries: () => [] },
  followed: {
    type: 'followedStanding',
    key: followedStandingKey('follow'),
    empty: () => ({ followers: 0 }),
    entries: () => [],
  },
  watched: {
    type: 'watchedStanding',
    key: followedStandingKey('watch'),
    empty: () => ({ followers: 0 }),
    entries: () => [],
  },
  proposal: {
    type: 'proposalStanding',
    key: proposalStandingKey,
    empty: () => ({ votes: {}, blocks: 0 }),
    entries: proposalEntries,
  },
  site: { type: 'siteStanding', key: () => siteStandingKey, empty: () => ({ people: 0 }), entries: () => [] },
  ...areaAggregates,
  ...workStandings,
};

/** What each type of row is folded into; types that are not here count nowhere. */
const contributions: Record<string, (change: Change) => Contribution[]> = {
  item: (change) => [...itemContributions(change), ...workContributions(change)],
  review: (change) => [...reviewContributions(change), ...workContributions(change)],
  revision: (change) => [...workContributions(change), ...revertedContributions(change), ...editTrust(change)],
  proposal: (change) => [...proposalContributions(change), ...workContributions(change), ...proposalTrust(change)],
  proposalVote: proposalVoteContributions,
  workMonthStanding: activeContributions,
  marks: marksContributions,
  save: (change) => [...tagsContributions(change), ...saveContributions(change)],
  profile: (change) => [...profileContributions(change), ...workerOfProfile(change)],
  list: listContributions,
  listEntry: listEntryContributions,
  ballot: ballotContributions,
  itemStanding: itemStandingContributions,
  reviewStanding: reviewStandingContributions,
  workerStanding: workerStandingContributions,
  itemWorkerStanding: itemWorkerContributions,
  comment: (change) => [...commentContributions(change), ...workContributions(change)],
  commentStanding: commentStandingContributions,
  follow: followContributions,
  watch: followContributions,
  links: () => [],
  flagGate: flagGateContributions,
  act: () => [],
  owner: ownerContributions,
  reply: replyContributions,
};

/** Facts that are listed themselves, by type of row: saves, what is held in line, and all that tells others something. */
const listedFacts: Record<string, (row: Row, now: Date) => Entry[]> = {
  item: (row, now) => [...toldEntries(row, now), ...addedEntries(row, now)],
  revision: (row, now) => [...toldEntries(row, now), ...revisionEntries(row, now), ...revertNotices(row, now)],
  comment: (row, now) => [...commentLines(row), ...toldEntries(row, now), ...commentNotices(row, now)],
  act: (row, now) => [...actEntries(row), ...actNotices(row, now)],
  proposal: (row, now) => [...dueEntries(row), ...toldEntries(row, now), ...proposalNotices(row, now)],
  flagGate: flaggedEntries,
  betterName: betterNameEntries,
  review: (row, now) => [...reviewLines(row, now), ...toldEntries(row, now), ...reviewNotices(row, now)],
  owner: (row, now) => [...ownerEntries(row, now), ...claimNotices(row, now)],
  pastClaim: (row, now) => [...pastEntries(row, now), ...claimNotices(row, now)],
  reply: replyNotices,
  marks: marksEntries,
  links: linksEntries,
  save: (row, now) => [...saveEntries(row, now), ...toldEntries(row, now), ...yearEntries(row)],
};

const nameByType = new Map<unknown, StandingName>(
  (Object.keys(standings) as StandingName[]).map((name) => [standings[name].type, name]),
);

const typeOf = ({ before, after }: Change) => String((after ?? before)?.type ?? '');

/** Whether a change of this row means anything to the projector. What a rebuild wrote is already counted everywhere. */
export function isProjected(change: Change): boolean {
  if (change.after?.rebuilt !== change.before?.rebuilt && change.after?.rebuilt !== undefined) return false;
  const type = typeOf(change);
  return type in contributions || type in listedFacts || nameByType.has(type);
}

/** What a change does to aggregates. */
export function contributionsOf(change: Change): Contribution[] {
  return contributions[typeOf(change)]?.(change) ?? [];
}

/** The rows that list an aggregate's row, or a fact's; none for a row of another type. */
export function entriesOf(row: Row | undefined, now: Date): Entry[] {
  if (!row) return [];
  const name = nameByType.get(row.type);
  if (!name) return listedFacts[String(row.type)]?.(row, now) ?? [];
  // The name of the standing says what the row is; TypeScript cannot follow it through the union.
  const { entries } = standings[name] as { entries: (id: string, standing: object, now: Date) => Entry[] };
  return entries(idOf(row), row, now);
}

/** An aggregate's id: what stands in its partition after the prefix. */
function idOf(row: Row): string {
  return row.pk.slice(row.pk.indexOf('#') + 1);
}

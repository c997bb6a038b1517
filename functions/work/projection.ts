import { ownerOf } from '#functions/people/reader.ts';
import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import type { Row } from '#functions/table/table.ts';
import { sortableNumber } from '#shared/ranking/sort-key.ts';
import {
  addTo,
  addToPart,
  type CohortTally,
  contributionsIn,
  settledTally,
  sumIn,
  type Tally,
} from '#shared/work/rules.ts';
import type { ContributionKind } from '#shared/work/schema.ts';
import { groupOf, moveInSpread } from '#shared/work/spread.ts';
import { type GivenFact, givenBy, takenBackBy } from './given.ts';
import { type ItemWorkerStanding, itemWorkersPartition, type WorkerStanding, workersPartition } from './table.ts';

/** One number that moves: whose or which, in which part of it, and the name of the number. */
type Move = {
  standing: 'worker' | 'workMonth' | 'itemWorker' | 'itemWork' | 'siteWork';
  id: string;
  part: string;
  name: keyof Tally;
  by?: string;
};

/** A contribution that came, went, changed its day or lost its author: every number that moves, once. */
export function workContributions({ before, after }: Change): Contribution[] {
  const sums = new Map<string, { move: Move; change: number }>();
  for (const [row, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    if (!row) continue;
    for (const { change, ...move } of movesOf(row)) {
      const { by: _by, ...place } = move;
      const name = JSON.stringify(place);
      const found = sums.get(name) ?? { move, change: 0 };
      sums.set(name, { move: { ...found.move, ...move }, change: found.change + sign * change });
    }
  }
  return [...sums.values()]
    .filter(({ change }) => change !== 0)
    .map(({ move, change }) => contributionOf(move, change));
}

function movesOf(row: Row): (Move & { change: number })[] {
  const given = givenBy(row);
  return [...(given ? movesOfGiven(given) : []), ...takenBackBy(row).flatMap(movesOfTaken)];
}

/** A first wording counts for its item alone: for its person and the site it is the item that they added. */
function movesOfGiven({ kind, at, by, byId, itemId, newcomer, first }: GivenFact): (Move & { change: number })[] {
  const month = at.slice(0, 7);
  const one = { name: kind, change: 1 };
  const toItem = itemId !== undefined && (kind === 'edits' || kind === 'comments' || kind === 'proposals');
  return [
    ...(byId && !first
      ? ([
          { standing: 'worker', id: byId, part: at.slice(0, 4), ...one },
          { standing: 'workMonth', id: `${byId}/${month}`, part: at.slice(8, 10), ...one },
        ] as const)
      : []),
    ...(first ? [] : [{ standing: 'siteWork' as const, id: at.slice(0, 4), part: month, ...one }]),
    ...(newcomer && !first
      ? [{ standing: 'siteWork' as const, id: at.slice(0, 4), part: month, name: 'newcomers' as const, change: 1 }]
      : []),
    ...(toItem ? [{ standing: 'itemWork' as const, id: itemId, part: month, ...one }] : []),
    ...(toItem && newcomer
      ? [{ standing: 'itemWork' as const, id: itemId, part: month, name: 'newcomers' as const, change: 1 }]
      : []),
    ...(toItem && byId
      ? [{ standing: 'itemWorker' as const, id: `${itemId}#${byId}`, part: '', ...(by ? { by } : {}), ...one }]
      : []),
  ];
}

function movesOfTaken({ itemId, at, personId, revisions }: ReturnType<typeof takenBackBy>[number]) {
  const month = at.slice(0, 7);
  const taken = { name: 'reverted' as const, change: revisions };
  return [
    { standing: 'worker' as const, id: personId, part: '', ...taken },
    { standing: 'itemWorker' as const, id: `${itemId}#${personId}`, part: '', ...taken },
    { standing: 'itemWork' as const, id: itemId, part: month, ...taken },
    { standing: 'siteWork' as const, id: at.slice(0, 4), part: month, ...taken },
  ];
}

function contributionOf({ standing, id, part, name, by }: Move, change: number): Contribution {
  switch (standing) {
    case 'worker':
      return {
        standing,
        id,
        fold: (worker) => {
          addTo(worker.gave, name, change);
          if (part) addTo(worker.years, part, change);
        },
      };
    case 'workMonth':
      return { standing, id, fold: ({ days }) => addToPart(days, part, name, change) };
    case 'itemWorker':
      return {
        standing,
        id,
        fold: (worker) => {
          addTo(worker.gave, name, change);
          // Who is named by nothing any more has left, or took everything back.
          if (sumIn(worker.gave) <= 0) delete worker.by;
          else if (by && change > 0) worker.by = by;
        },
      };
    case 'itemWork':
      return { standing, id, fold: ({ months }) => addToPart(months, part, name, change) };
    case 'siteWork':
      return { standing, id, fold: ({ months }) => addToPart(months, part, name, change) };
  }
}

type ProfileRow = { handle?: string; at?: string };

/** Somebody took a handle, or left. */
export function workerOfProfile({ before, after }: Change): Contribution[] {
  const was = before as ProfileRow | undefined;
  const is = after as ProfileRow | undefined;
  const row = after ?? before;
  if (!row || (was?.handle === is?.handle && was?.at === is?.at)) return [];
  return [
    {
      standing: 'worker',
      id: ownerOf(row),
      fold: (worker) => {
        if (is?.handle) worker.by = is.handle;
        else delete worker.by;
        if (is?.handle && is.at) worker.since = is.at.slice(0, 7);
        else delete worker.since;
      },
    },
  ];
}

type Known = Partial<Pick<WorkerStanding, 'gave' | 'since'>>;

/** What follows for the whole site where a person gave more or less: how evenly people give, and how their cohort fares. */
export function workerStandingContributions({ before, after }: Change): Contribution[] {
  const was = ((before as Known | undefined)?.gave ?? {}) as Tally;
  const is = ((after as Known | undefined)?.gave ?? {}) as Tally;
  const found: Contribution[] = [];
  const sums = { edits: (tally: Tally) => tally.edits ?? 0, all: sumIn };
  for (const [id, sum] of Object.entries(sums)) {
    if (sum(was) === sum(is)) continue;
    found.push({ standing: 'workSpread', id, fold: ({ groups }) => moveInSpread(groups, sum(was), sum(is)) });
  }
  const [from, to] = [cohortOf(before), cohortOf(after)];
  for (const year of new Set([from, to].flatMap((one) => one?.month.slice(0, 4) ?? []))) {
    const parts = [
      [from, -1],
      [to, 1],
    ] as const;
    if (JSON.stringify(from) === JSON.stringify(to)) continue;
    found.push({
      standing: 'cohort',
      id: year,
      fold: ({ months }) => {
        for (const [part, sign] of parts) {
          if (part?.month.startsWith(year)) addCohort(months, part.month, part.tally, sign);
        }
      },
    });
  }
  return found;
}

function cohortOf(row: Row | undefined): { month: string; tally: Required<CohortTally> } | undefined {
  const { since, gave = {} } = (row ?? {}) as Known;
  if (!since) return undefined;
  const { edits = 0, reverted = 0 } = gave;
  return { month: since, tally: { joined: 1, editors: Number(edits > 0), edits, reverted } };
}

function addCohort(
  months: Record<string, CohortTally>,
  month: string,
  tally: Required<CohortTally>,
  sign: 1 | -1,
): void {
  const sums = months[month] ?? {};
  for (const name of ['joined', 'editors', 'edits', 'reverted'] as const) addTo(sums, name, sign * tally[name]);
  if (Object.keys(sums).length === 0) delete months[month];
  else months[month] = sums;
}

/** What follows for an item where a person gave it more or less: how evenly it is made. */
export function itemWorkerContributions({ before, after }: Change): Contribution[] {
  const gave = (row: Row | undefined) => ((row as Partial<ItemWorkerStanding> | undefined)?.gave ?? {}) as Tally;
  const [was, is] = [gave(before), gave(after)];
  const itemId = (after ?? before)?.pk.split('#')[1] ?? '';
  if ((was.edits ?? 0) === (is.edits ?? 0) && sumIn(was) === sumIn(is)) return [];
  return [
    {
      standing: 'itemWork',
      id: itemId,
      fold: ({ edits, all }) => {
        moveInSpread(edits, was.edits ?? 0, is.edits ?? 0);
        moveInSpread(all, sumIn(was), sumIn(is));
      },
    },
  ];
}

/** Where a person stands among those who gave something to the site: settled, so that it moves seldom. */
export function workerEntries(personId: string, { gave, by }: WorkerStanding): Entry[] {
  const sum = sumIn(gave);
  if (!by || sum <= 0) return [];
  const shown = { by, ...settledTally(gave), sum: groupOf(sum) };
  return [
    {
      pk: workersPartition,
      sk: `${sortableNumber(groupOf(sum))}${personId}`,
      type: 'entry',
      card: JSON.stringify(shown),
    },
  ];
}

/** Where a person stands among those who gave something to an item: exactly. */
export function itemWorkerEntries(id: string, { gave, by }: ItemWorkerStanding): Entry[] {
  const sum = sumIn(gave);
  if (!by || sum <= 0) return [];
  const [itemId = '', personId = ''] = id.split('#');
  const shown = { by, ...contributionsIn(gave), reverted: gave.reverted ?? 0, sum };
  const sk = `${sortableNumber(sum)}${personId}`;
  return [{ pk: itemWorkersPartition(itemId), sk, type: 'entry', card: JSON.stringify(shown) }];
}

/** The card of a contributor in a list. */
export type WorkerCard = Record<ContributionKind | 'reverted' | 'sum', number> & { by: string };

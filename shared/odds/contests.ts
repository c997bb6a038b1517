import type { Contest } from './model.ts';

/** Edits that stand against each other come within this long; milliseconds. */
export const windowLength = 3_600_000;
/** How many days an edit has to stand to have stayed. */
export const settledDays = 30;
/** People and items with fewer settled edits are left out. */
export const leastEdits = 10;
const settled = settledDays * 86_400_000;

/** A revision, as far as odds are learned from it. */
export type Revised = {
  itemId: string;
  n: number;
  at: string;
  byId?: string;
  did: string;
  proposal?: string;
  reverted?: { from: number; to: number };
};
/** A proposal to edit an item, as far as odds are learned from it. */
export type Proposed = { id: string; itemId: string; at: string; byId?: string; state: string; decidedAt?: string };

/** A settled edit: whose, when, and whether it stayed. `until`: how long others count as standing against it. */
type Settled = { itemId: string; at: number; until: number; order: string; byId: string; stayed: boolean };
/** Settled edits that stood against each other. `won` is the place of the one that stayed, −1 where none did. */
export type Settlement = { itemId: string; at: number; edits: { byId: string }[]; won: number };

/**
 * What edits and proposals came to, in order of time. An edit stayed if nobody else took it back within thirty days, not
 * counting reverts that were taken back themselves; a proposal if it was accepted and stands. What is younger than that,
 * withdrawn, taken back by who made it, or made by nobody who is still here, tells nothing. Edits of different people
 * within an hour of the first stood against each other if only one of them stayed, or none; where more did, each is
 * judged by itself. Proposals stand against each other while the first is open.
 */
export function settlements(revisions: readonly Revised[], proposals: readonly Proposed[], now: Date): Settlement[] {
  const byItem = Map.groupBy(revisions, ({ itemId }) => itemId);
  const takenBack = new Set<string>();
  const edits = [...byItem.values()].flatMap((own) => settledEdits(own, now.getTime(), takenBack));
  const proposed = proposals.flatMap((one) => settledProposal(one, now.getTime(), takenBack));
  return [...together(edits), ...together(proposed)].sort((a, b) => a.at - b.at || (a.itemId < b.itemId ? -1 : 1));
}

/** The edits of one item that are settled. Proposals whose revision somebody else took back are added to `takenBack`. */
function settledEdits(revisions: readonly Revised[], now: number, takenBack: Set<string>): Settled[] {
  const last = [...revisions].sort((a, b) => b.n - a.n);
  /** Reverts that stand, the last first. */
  const reverts: Revised[] = [];
  const found: Settled[] = [];
  for (const one of last) {
    const at = Date.parse(one.at);
    const covers = ({ reverted, at: later }: Revised) =>
      reverted !== undefined && reverted.from <= one.n && one.n <= reverted.to && Date.parse(later) - at <= settled;
    const taken = reverts.filter(covers);
    if (one.reverted && taken.length === 0) reverts.push(one);
    const byOthers = taken.filter(({ byId }) => byId !== one.byId);
    if (one.proposal !== undefined && byOthers.length > 0) takenBack.add(one.proposal);
    if (one.did !== 'edited' || one.n < 2 || one.byId === undefined || one.proposal !== undefined) continue;
    if (now - at < settled) continue;
    // Who takes back an edit of their own says nothing of how others take it.
    if (taken.length > 0 && byOthers.length === 0) continue;
    found.push({
      itemId: one.itemId,
      at,
      until: at + windowLength,
      order: String(one.n).padStart(8, '0'),
      byId: one.byId,
      stayed: byOthers.length === 0,
    });
  }
  return found;
}

const outcomes: Record<string, boolean> = { accepted: true, applied: true, refused: false, reverted: false };

function settledProposal(
  { id, itemId, at, byId, state, decidedAt }: Proposed,
  now: number,
  takenBack: ReadonlySet<string>,
): Settled[] {
  const stayed = takenBack.has(id) ? false : outcomes[state];
  if (stayed === undefined || byId === undefined || decidedAt === undefined) return [];
  if (now - Date.parse(decidedAt) < settled) return [];
  return [{ itemId, at: Date.parse(at), until: Date.parse(decidedAt), order: id, byId, stayed }];
}

/** Puts together what stood against each other: from the first on, as long as that lasts, each person once, by their last. */
function together(edits: readonly Settled[]): Settlement[] {
  const found: Settlement[] = [];
  for (const own of Map.groupBy(edits, ({ itemId }) => itemId).values()) {
    const ordered = own.sort((a, b) => a.at - b.at || (a.order < b.order ? -1 : 1));
    for (let at = 0; at < ordered.length; ) {
      const first = ordered[at] as Settled;
      const rivals = new Map<string, Settled>();
      for (; at < ordered.length && (ordered[at] as Settled).at <= first.until; at++) {
        const one = ordered[at] as Settled;
        rivals.set(one.byId, one);
      }
      found.push(...settle([...rivals.values()]));
    }
  }
  return found;
}

function settle(rivals: readonly Settled[]): Settlement[] {
  const stayed = rivals.filter((one) => one.stayed);
  const [first] = rivals;
  if (!first) return [];
  if (stayed.length <= 1) {
    const edits = rivals.map(({ byId }) => ({ byId }));
    return [{ itemId: first.itemId, at: first.at, edits, won: rivals.findIndex((one) => one.stayed) }];
  }
  return rivals.map(({ itemId, at, byId, stayed: won }) => ({ itemId, at, edits: [{ byId }], won: won ? 0 : -1 }));
}

/** Contests of people and items of whom there is enough history, numbered by order of appearance. */
export type Data = {
  contests: Contest[];
  /** When each contest was. */
  times: number[];
  people: string[];
  items: string[];
  /** How many settled edits there are of each. */
  editsOf: { people: number[]; items: number[] };
};

/**
 * Leaves out people and items with fewer than ten settled edits, and contests that were won by one of them. `owners`
 * are who added items, by item.
 */
export function dataFrom(all: readonly Settlement[], owners: ReadonlyMap<string, string>): Data {
  const edits = { people: new Map<string, number>(), items: new Map<string, number>() };
  const count = (of: Map<string, number>, id: string) => of.set(id, (of.get(id) ?? 0) + 1);
  for (const { itemId, edits: own } of all) {
    for (const { byId } of own) {
      count(edits.people, byId);
      count(edits.items, itemId);
    }
  }
  const known = (of: Map<string, number>, id: string) => (of.get(id) ?? 0) >= leastEdits;
  const people = new Map<string, number>();
  const items = new Map<string, number>();
  const numberOf = (of: Map<string, number>, id: string) => {
    const number = of.get(id) ?? of.size;
    of.set(id, number);
    return number;
  };
  const contests: Contest[] = [];
  const times: number[] = [];
  for (const { itemId, at, edits: own, won } of all) {
    if (!known(edits.items, itemId)) continue;
    const winner = own[won]?.byId;
    const kept = own.filter(({ byId }) => known(edits.people, byId));
    if (kept.length === 0 || (winner !== undefined && !known(edits.people, winner))) continue;
    contests.push({
      item: numberOf(items, itemId),
      edits: kept.map(({ byId }) => ({ person: numberOf(people, byId), owned: owners.get(itemId) === byId })),
      won: winner === undefined ? -1 : kept.findIndex(({ byId }) => byId === winner),
    });
    times.push(at);
  }
  return {
    contests,
    times,
    people: [...people.keys()],
    items: [...items.keys()],
    editsOf: {
      people: [...people.keys()].map((id) => edits.people.get(id) ?? 0),
      items: [...items.keys()].map((id) => edits.items.get(id) ?? 0),
    },
  };
}

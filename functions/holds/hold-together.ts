import { atMost } from '#functions/runtime/concurrency.ts';
import { replaceVote, votesOf } from '#functions/votes/reader.ts';
import { togetherHold } from '#shared/holds/rules.ts';
import type { TogetherTerms } from '#shared/holds/schema.ts';
import { actsOfSeveral, bursts, type CountOf, groupsOf } from '#shared/holds/together.ts';
import { minuteOf } from '#shared/ranking/time.ts';
import { readVote, writeVote } from '#shared/votes/rules.ts';
import { arrivalsOf, lines, votesFor } from './table.ts';

const atOnce = 8;
/** Hours that are looked at besides the one that runs. */
const hoursBack = 2;
/** How many voters on one item are compared with each other. */
const compared = 50;
/** How many voters on one item are looked at in a run, the latest hours' first. */
const lookedAt = 500;
/** Whoever voted more often is not looked at. */
const mostVotes = 2000;
/** Of how many accounts votes are kept in memory, for the next item. */
const kept = 500;

type Votes = ReadonlyMap<string, string>;
type Arrival = { personId: string; minute: number };

/**
 * Looks at where newcomers' votes came in a burst, and holds the votes on that item of those accounts that act together
 * everywhere. A vote that moved on meanwhile is left alone; one held already for this stays as it is.
 */
export async function holdTogether(
  now: Date,
  terms: TogetherTerms,
  isOver: () => boolean,
): Promise<{ held: number; finished: boolean }> {
  let held = 0;
  for (let line = 0; line < lines; line++) {
    const known = new Map<string, Votes>();
    for (const [itemId, here] of await recentArrivals(now, line)) {
      const burst = burstOf(here, terms.arrivals);
      for (let at = 0; at < burst.length; at += compared) {
        if (isOver()) return { held, finished: false };
        if (known.size > kept) known.clear();
        held += await holdGroups(itemId, burst.slice(at, at + compared), { now, terms, known });
      }
    }
  }
  return { held, finished: true };
}

/** Who voted lately, by item: of an item with a rush, some of them. */
async function recentArrivals(now: Date, line: number): Promise<Map<string, Arrival[]>> {
  const hour = Math.floor(minuteOf(now.getTime()) / 60);
  const found = new Map<string, Arrival[]>();
  for (let back = 0; back <= hoursBack; back++) {
    let after: string | undefined;
    do {
      const page = await arrivalsOf(hour - back, line, after);
      for (const { itemId, personId, card } of page.rows) {
        const here = found.get(itemId) ?? [];
        if (here.length < lookedAt) here.push({ personId, minute: readVote(card)?.minute ?? 0 });
        found.set(itemId, here);
      }
      after = page.last;
    } while (after !== undefined);
  }
  return found;
}

/** Who voted in a burst, in the order of their votes. */
function burstOf(arrivals: readonly Arrival[], least: number): string[] {
  const minutes = arrivals.map(({ minute }) => minute);
  const found = [...bursts(minutes, least)].sort((a, b) => (minutes[a] ?? 0) - (minutes[b] ?? 0));
  return found.flatMap((at) => arrivals[at]?.personId ?? []);
}

type Run = { now: Date; terms: TogetherTerms; known: Map<string, Votes> };

async function holdGroups(itemId: string, voters: readonly string[], { now, terms, known }: Run): Promise<number> {
  await atMost(atOnce, voters, async (personId) => {
    if (!known.has(personId)) known.set(personId, (await votesOf(personId, mostVotes)) ?? new Map());
  });
  const acts = new Map(voters.map((personId) => [personId, actsOf(known.get(personId))]));
  const several = actsOfSeveral(acts.values(), terms.accounts);
  if (several.length < terms.shared) return 0;
  const groups = groupsOf(acts, await countsOf(several), terms);
  const done = await atMost(atOnce, groups.flat(), (personId) =>
    holdVote(personId, itemId, known.get(personId)?.get(itemId), now),
  );
  return done.filter(Boolean).length;
}

const actOf = (itemId: string, value: string) => `${value} ${itemId}`;

/** What somebody voted, which way on what. */
function actsOf(votes: Votes | undefined): Set<string> {
  return new Set([...(votes ?? [])].map(([itemId, stored]) => actOf(itemId, readVote(stored)?.value ?? '')));
}

/** How many votes like these there are, from whomever. */
async function countsOf(acts: readonly string[]): Promise<CountOf> {
  const found = await votesFor(acts.map((act) => act.slice(act.indexOf(' ') + 1)));
  const counts = new Map<string, number>();
  for (const [itemId, { up, down }] of found) counts.set(actOf(itemId, 'up'), up).set(actOf(itemId, 'down'), down);
  return (act) => counts.get(act) ?? 0;
}

async function holdVote(personId: string, itemId: string, stored: string | undefined, now: Date): Promise<boolean> {
  const vote = readVote(stored);
  if (!stored || !vote || vote.hold?.rule === 'together') return false;
  const { value, minute, newcomer } = vote;
  const footing = { hold: togetherHold(now), ...(newcomer ? { newcomer } : {}) };
  return replaceVote(personId, itemId, stored, writeVote(value, minute, footing));
}

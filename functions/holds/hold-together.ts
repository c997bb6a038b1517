import { atMost } from '#functions/runtime/concurrency.ts';
import { replaceVote, votesOf } from '#functions/votes/reader.ts';
import { togetherHold } from '#shared/holds/rules.ts';
import type { TogetherTerms } from '#shared/holds/schema.ts';
import { bursts, groupsOf } from '#shared/holds/together.ts';
import { minuteOf } from '#shared/ranking/time.ts';
import { readVote, writeVote } from '#shared/votes/rules.ts';
import { type ArrivalEntry, arrivalsOf, lines } from './table.ts';

const atOnce = 8;
/** Hours that are looked at besides the one that runs. */
const hoursBack = 2;
/** How many voters on one item are compared with each other. */
const compared = 50;

type Votes = ReadonlyMap<string, string>;

/**
 * Looks at where newcomers' votes came in a burst, and holds the votes on that item of those accounts that act together
 * everywhere. A vote that moved on meanwhile is left alone; one held already for this stays as it is.
 */
export async function holdTogether(
  now: Date,
  terms: TogetherTerms,
  isOver: () => boolean,
): Promise<{ held: number; finished: boolean }> {
  const known = new Map<string, Votes>();
  let held = 0;
  for (let line = 0; line < lines; line++) {
    const arrivals = await recentArrivals(now, line);
    for (const [itemId, here] of Map.groupBy(arrivals, (arrival) => arrival.itemId)) {
      const burst = burstOf(here, terms.arrivals);
      for (let at = 0; at < burst.length; at += compared) {
        if (isOver()) return { held, finished: false };
        held += await holdGroups(itemId, burst.slice(at, at + compared), { now, terms, known });
      }
    }
  }
  return { held, finished: true };
}

async function recentArrivals(now: Date, line: number): Promise<ArrivalEntry[]> {
  const hour = Math.floor(minuteOf(now.getTime()) / 60);
  const found: ArrivalEntry[] = [];
  for (let back = hoursBack; back >= 0; back--) {
    let after: string | undefined;
    do {
      const page = await arrivalsOf(hour - back, line, after);
      found.push(...page.rows);
      after = page.last;
    } while (after !== undefined);
  }
  return found;
}

/** Who voted in a burst, in the order of their votes. */
function burstOf(arrivals: readonly ArrivalEntry[], least: number): string[] {
  const minutes = arrivals.map(({ card }) => readVote(card)?.minute ?? 0);
  const found = [...bursts(minutes, least)].sort((a, b) => (minutes[a] ?? 0) - (minutes[b] ?? 0));
  return found.flatMap((at) => arrivals[at]?.personId ?? []);
}

type Run = { now: Date; terms: TogetherTerms; known: Map<string, Votes> };

async function holdGroups(itemId: string, voters: readonly string[], { now, terms, known }: Run): Promise<number> {
  await atMost(atOnce, voters, async (personId) => {
    if (!known.has(personId)) known.set(personId, await votesOf(personId));
  });
  const acts = new Map(voters.map((personId) => [personId, actsOf(known.get(personId))]));
  const done = await atMost(atOnce, groupsOf(acts, terms).flat(), (personId) =>
    holdVote(personId, itemId, known.get(personId)?.get(itemId), now),
  );
  return done.filter(Boolean).length;
}

/** What somebody voted, which way on what. */
function actsOf(votes: Votes | undefined): Set<string> {
  return new Set([...(votes ?? [])].map(([itemId, stored]) => `${readVote(stored)?.value} ${itemId}`));
}

async function holdVote(personId: string, itemId: string, stored: string | undefined, now: Date): Promise<boolean> {
  const vote = readVote(stored);
  if (!stored || !vote || vote.hold?.rule === 'together') return false;
  const { value, minute, newcomer } = vote;
  const footing = { hold: togetherHold(now), ...(newcomer ? { newcomer } : {}) };
  return replaceVote(personId, itemId, stored, writeVote(value, minute, footing));
}

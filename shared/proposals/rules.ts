import { isoSeconds } from '../ranking/time.ts';
import type { ChangeKind, ProposalVoteValue, Verdict } from './schema.ts';

/**
 * Lazy consensus: a proposal is made by itself when its time is over, enough people are for it, more than are against
 * it, and nobody’s block stands. Silence consents. The hours grow with the site, so that a change cannot go through
 * while most are asleep: Apache’s 72 hours are for a project of many; a site of one waits for nobody.
 */
export const consentTerms = [
  { maturity: 'young', from: 0, hours: 1 },
  { maturity: 'growing', from: 50, hours: 24 },
  { maturity: 'grown', from: 1000, hours: 48 },
] as const;
export type ConsentTerms = (typeof consentTerms)[number];

/** What cannot be taken back as easily as it is made asks for twice the people and twice the hours. */
export const weighty: readonly ChangeKind[] = ['merge', 'removal', 'parameters'];
/** An appeal takes somebody besides whom it concerns: a ban or a fold that lifted itself after an hour would be none. */
const leastForAppeal = 2;
/** How long a proposal waits for people once its time is over. */
export const waitingDays = 30;
/** How many versions one proposal may have. */
export const versionsAtMost = 50;

/** The terms on a site of so many people (those with a handle). */
export function termsOfConsent(people: number): ConsentTerms {
  return consentTerms.findLast(({ from }) => people >= from) ?? consentTerms[0];
}

/**
 * How many have to be for a change, who proposed it among them: 1 while fewer than 10 were active this month or the
 * last, and one more each time that is four times as many (2 from 10, 3 from 40, 4 from 160, 5 from 640).
 */
export function quorumOf(active: number): number {
  let quorum = 1;
  for (let enough = 10; active >= enough; enough *= 4) quorum += 1;
  return quorum;
}

/** What a change of this sort needs on a site of so many people, of whom so many are active. */
export function consentFor(what: ChangeKind, people: number, active: number): { hours: number; quorum: number } {
  const { hours } = termsOfConsent(people);
  const quorum = what === 'appeal' ? Math.max(leastForAppeal, quorumOf(active)) : quorumOf(active);
  if (!weighty.includes(what)) return { hours, quorum };
  // Where one is enough, nobody else may be there to ask.
  return { hours: 2 * hours, quorum: quorum === 1 ? 1 : 2 * quorum };
}

const hour = 3_600_000;

/** When a version that is put forward now is decided, and when it is given up for want of people; ISO 8601. */
export function timesOf(hours: number, now: Date): { due: string; until: string } {
  const due = now.getTime() + hours * hour;
  return { due: isoSeconds(new Date(due)), until: isoSeconds(new Date(due + waitingDays * 24 * hour)) };
}

/** The months, `2026-11`, whose people count as active now: this one and the last. */
export function activeMonths(now: Date): [string, string] {
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  return [now.toISOString().slice(0, 7), last.toISOString().slice(0, 7)];
}

/** A vote as the rule sees it: on which version, by somebody who is still here or not, and what others say of a block. */
export type Said = {
  vote: ProposalVoteValue;
  version: number;
  at: string;
  isMember: boolean;
  overrule: number;
  uphold: number;
};

/**
 * Whether a block is overruled: by as many people as the change itself needs, and by twice as many as uphold it, whoever
 * blocked among those. Neither they nor who proposed it vote on it; so on the smallest site it takes two others.
 */
export function isOverruled({ overrule, uphold }: Pick<Said, 'overrule' | 'uphold'>, quorum: number): boolean {
  return overrule >= quorum && overrule >= 2 * (uphold + 1);
}

/**
 * Whether a vote counts: on this version, or a block, which stands on every version until it is withdrawn. Who left consents
 * to nothing: else one person could join, vote and leave as often as it takes.
 */
export function isCounted({ vote, version, isMember }: Omit<Said, 'at'>, current: number): boolean {
  if (vote === 'for' && !isMember) return false;
  return version === current || (vote === 'block' && isMember);
}

export type Tally = { for: number; against: number; blocks: number; overruled: number; earlier: number };

/**
 * The votes on a version: who proposed it is for it. A block that is overruled, or whose author left and can neither
 * explain nor withdraw it, is a vote against.
 */
export function tallyOf(votes: readonly Said[], version: number, quorum: number): Tally {
  const tally: Tally = { for: 1, against: 0, blocks: 0, overruled: 0, earlier: 0 };
  for (const said of votes) {
    if (said.vote === 'for' && !said.isMember) continue;
    if (!isCounted(said, version)) tally.earlier += 1;
    else if (said.vote === 'for') tally.for += 1;
    else if (said.vote === 'against' || !said.isMember) tally.against += 1;
    else if (isOverruled(said, quorum)) {
      tally.overruled += 1;
      tally.against += 1;
    } else tally.blocks += 1;
  }
  return tally;
}

export type Terms = { version: number; due: string; until: string; hours: number; quorum: number };

/**
 * What is to happen with an open proposal now. While a block stands there are the full hours from when it was put, so
 * that it can be talked over and overruled. Where people are missing, or as many are against as for, it waits until its
 * last day; the moment that changes, it passes.
 */
export function verdictOf(terms: Terms, votes: readonly Said[], now: Date): Verdict {
  const { version, quorum, hours, until } = terms;
  const tally = tallyOf(votes, version, quorum);
  const blocked = votes.filter(
    (said) => said.vote === 'block' && said.isMember && !isOverruled(said, quorum) && isCounted(said, version),
  );
  const talked = Math.max(0, ...blocked.map(({ at }) => Date.parse(at) + hours * hour));
  const due = isoSeconds(new Date(Math.min(Math.max(Date.parse(terms.due), talked), Date.parse(until))));
  const isDue = now.getTime() >= Date.parse(due);
  const isLast = now.getTime() >= Date.parse(until);
  const missing: Verdict['missing'] = {
    people: Math.max(0, quorum - tally.for),
    more: tally.against >= tally.for ? tally.against - tally.for + 1 : 0,
    blocks: tally.blocks,
  };
  const end = (result: Verdict['result'], because: Verdict['because']): Verdict => ({
    result,
    because,
    due,
    missing,
  });
  if (!isDue) return end('wait', 'time');
  if (tally.blocks > 0) return end('refuse', 'blocked');
  if (tally.against > tally.for) return end('refuse', 'outvoted');
  if (missing.people === 0 && missing.more === 0) return end('accept', 'consent');
  if (isLast) return end('refuse', missing.people > 0 ? 'quorum' : 'tied');
  return end('wait', missing.people > 0 ? 'quorum' : 'tied');
}

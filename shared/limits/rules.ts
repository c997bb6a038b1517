/** How many writes are taken within a window of five minutes: the same for everybody, and public. */
export const windowSeconds = 300;

/**
 * `person`: from one person, one a second for as long as they like. `address`: from everybody at one network address,
 * where a school may sit. `arrivals`: handles chosen at one address. `imports`: imports begun by one person.
 * `sessions`: sessions kept and renewed at one address, once a visit. `wrongTokens`: API tokens shown at one address that
 * are none. `sends`: items that one person sent to others. `flags`: what one person flagged. `proofs`: proofs of claims that
 * one person had looked for at hosts of others.
 */
export const limits = {
  person: 300,
  address: 1500,
  arrivals: 30,
  imports: 10,
  sessions: 600,
  wrongTokens: 60,
  sends: 30,
  flags: 15,
  proofs: 15,
} as const;
export type LimitName = keyof typeof limits;
/** What a write counts against unless its contract says otherwise. */
export const usualLimits: readonly LimitName[] = ['person', 'address'];

/** A window's number since 1970, and how many seconds of it are left at `now`, at least one. */
export function windowAt(now: Date): { number: number; left: number } {
  const seconds = Math.floor(now.getTime() / 1000);
  return { number: Math.floor(seconds / windowSeconds), left: windowSeconds - (seconds % windowSeconds) };
}

/**
 * How many of a window are taken from the table at once, to be spent in memory: asking there for each write would
 * double what a vote costs. What is taken and not spent is lost.
 */
export const leaseOf = (limit: number): number => Math.max(1, Math.floor(limit / 30));

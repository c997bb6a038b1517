import { secondOfMinute } from '../ranking/time.ts';
import {
  type BurstTerms,
  type HeldSum,
  type HeldSums,
  type Hold,
  type HoldRule,
  type HoldTerms,
  holdRules,
} from './schema.ts';

/**
 * The terms by the site’s maturity, mildest first. A new site holds nothing back: there everybody is new. Four days are
 * MediaWiki’s autoconfirmed; that a site has three tables as it grows is Stack Exchange’s.
 */
export const terms: readonly HoldTerms[] = [
  { maturity: 'young', from: 0, youngHours: 0, together: null, burst: null },
  {
    maturity: 'growing',
    from: 50,
    youngHours: 24,
    together: { arrivals: 5, accounts: 5, shared: 8, part: 0.5, alike: 0.5 },
    burst: { reviews: 8, part: 0.5, few: 2 },
  },
  {
    maturity: 'grown',
    from: 1000,
    youngHours: 96,
    together: { arrivals: 5, accounts: 3, shared: 6, part: 0.4, alike: 0.4 },
    burst: { reviews: 6, part: 0.4, few: 3 },
  },
];

/** For how many days, and then to the end of the day (UTC), the votes of a group are held. */
export const togetherDays = 30;
/** Accounts up to this age are looked at for groups. */
export const newcomerDays = 30;

/** The terms in force on a site of so many people. */
export function termsOf(people: number): HoldTerms {
  return terms.findLast(({ from }) => people >= from) ?? (terms[0] as HoldTerms);
}

const hour = 3_600_000;
const day = 24 * hour;

/** The hour since 1970 of an ISO 8601 time. */
export function hourOf(iso: string): number {
  return Math.floor(Date.parse(iso) / hour);
}

/** The beginning of an hour since 1970, ISO 8601. */
export function isoOfHour(hours: number): string {
  return `${new Date(hours * hour).toISOString().slice(0, 19)}Z`;
}

/**
 * On what footing an account acts now: held until the account is old enough, and noted as a newcomer’s where
 * groups are looked for. `since` is when the account took its handle; without it it is from before all this.
 */
export function footingOf(
  since: string | undefined,
  { youngHours, together }: HoldTerms,
  now: Date,
): { hold?: Hold; newcomer?: true } {
  if (since === undefined) return {};
  const joined = Date.parse(since);
  const old = joined + youngHours * hour;
  const until = isoOfHour(Math.ceil(old / hour));
  return {
    ...(now.getTime() < old ? { hold: { rule: 'young' as const, until } } : {}),
    ...(together && now.getTime() < joined + newcomerDays * day ? { newcomer: true as const } : {}),
  };
}

/** A hold while it lasts. */
export function stillHeld(hold: Hold | undefined, now: Date): Hold | undefined {
  return hold && Date.parse(hold.until) > now.getTime() ? hold : undefined;
}

/**
 * The hold on the votes of a group that was found now. It ends at midnight (UTC): whenever groups are found, an item’s sums
 * have 31 hours at most at which some are due.
 */
export function togetherHold(now: Date): Hold {
  return { rule: 'together', until: midnightAfter(now) };
}

const midnightAfter = (now: Date) => isoOfHour(24 * Math.ceil((now.getTime() + togetherDays * day) / day));

/** The hold on a review by what it is and says, as found now. It ends, or is looked at again, at a midnight as others’ do. */
export function reviewHold(rule: 'own' | 'burst' | 'duplicate', now: Date, like?: string): Hold {
  return { rule, until: midnightAfter(now), ...(like === undefined ? {} : { like }) };
}

/** Whether a hold that is found takes the place of the one that is there. The reason that its author can mend comes first. */
export function outweighs(found: Hold, before: Hold | undefined): boolean {
  const weight = { young: 0, together: 0, burst: 1, own: 2, duplicate: 3 } as const;
  return (
    !before || weight[found.rule] > weight[before.rule] || (found.rule === before.rule && found.like !== before.like)
  );
}

/**
 * Whether reviews of an item by newcomers within a day are too many at once. `written` is how many,
 * `all` how many reviews the item has, whether they count or not.
 */
export function isBurst(written: number, all: number, { reviews, part }: BurstTerms): boolean {
  return written >= reviews && written >= part * all;
}

/** Until when, in seconds since 1970, newcomers’ votes of this minute’s hour are kept to be looked at together: three hours more. */
export function lastOfArrivals(minute: number): number {
  return secondOfMinute((Math.floor(minute / 60) + 4) * 60);
}

const letters: Record<HoldRule, string> = { young: 'y', together: 't', own: 'o', burst: 'b', duplicate: 'd' };

/** A hold as it stands behind a stored vote: the rule’s letter and the hour in base 36, such as `yaoh3`. */
export function writeHold({ rule, until }: Hold): string {
  return `${letters[rule]}${hourOf(until).toString(36)}`;
}

/** Reads a stored hold; undefined for anything else. */
export function readHold(stored: string): Hold | undefined {
  const rule = holdRules.find((name) => letters[name] === stored[0]);
  if (!rule || !/^.[0-9a-z]{1,6}$/.test(stored)) return undefined;
  return { rule, until: isoOfHour(Number.parseInt(stored.slice(1), 36)) };
}

const noSum = (): HeldSum => ({ up: 0, down: 0, upMinutes: 0, ratings: Array(10).fill(0), reviews: 0, due: {} });

/** Counts something held into an item’s sums by rule, or out of them (sign −1). A rule that holds nothing goes. */
export function foldHeld(
  standing: { held?: HeldSums },
  { rule, until }: Hold,
  sign: 1 | -1,
  add: (sum: HeldSum) => void,
): void {
  standing.held ??= {};
  standing.held[rule] ??= noSum();
  const sum = standing.held[rule];
  add(sum);
  const due = String(hourOf(until));
  sum.due[due] = (sum.due[due] ?? 0) + sign;
  if (sum.due[due] === 0) delete sum.due[due];
  if (Object.keys(sum.due).length === 0) delete standing.held[rule];
  if (Object.keys(standing.held).length === 0) delete standing.held;
}

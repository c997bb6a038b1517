import { readHold, writeHold } from '../holds/rules.ts';
import type { Hold } from '../holds/schema.ts';
import type { VoteValue } from './schema.ts';

/** On what footing it was cast: `newcomer` where the account was new, `hold` while the vote is left out of rankings. */
export type Footing = { newcomer?: true; hold?: Hold };
/** A vote with its minute since 2020. */
export type StoredVote = { value: VoteValue; minute: number } & Footing;

const newcomerMark = '*';
/** Stands in a stored vote that is held, and in no other. */
export const heldMark = '!';
/** Stands in a stored vote that is held by `together`, and in no other. */
export const togetherMark = `${heldMark}t`;
const form = /^([+-])(-?[0-9a-z]{1,8})(\*?)(?:!([a-z][0-9a-z]{1,6}))?$/;

/**
 * A vote as it is stored: sign and minute in base 36, such as `+25s5w`; then a newcomer’s mark and the hold, such as
 * `+25s5w*!yaoh3`.
 */
export function writeVote(value: VoteValue, minute: number, { newcomer, hold }: Footing = {}): string {
  const sign = value === 'up' ? '+' : '-';
  return `${sign}${minute.toString(36)}${newcomer ? newcomerMark : ''}${hold ? `${heldMark}${writeHold(hold)}` : ''}`;
}

/** Reads a stored vote; undefined for anything else. */
export function readVote(stored: unknown): StoredVote | undefined {
  const [, sign, minute, mark, held] = (typeof stored === 'string' && form.exec(stored)) || [];
  if (!sign || !minute) return undefined;
  const hold = held === undefined ? undefined : readHold(held);
  if (held !== undefined && !hold) return undefined;
  return {
    value: sign === '+' ? 'up' : 'down',
    minute: Number.parseInt(minute, 36),
    ...(mark ? { newcomer: true as const } : {}),
    ...(hold ? { hold } : {}),
  };
}

/** How a vote stands that takes the place of another: held as that was, no longer, no shorter, not at all where it was not. */
export function changedFooting({ hold }: Footing, { newcomer }: Footing): Footing {
  return { ...(newcomer ? { newcomer } : {}), ...(hold ? { hold } : {}) };
}

/** In how many rows a person's marks lie. */
export const buckets = 64;

/** Which of a person's 64 rows holds marks on a target: two digits from its id, spread evenly (FNV-1a). */
export function bucketOf(targetId: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < targetId.length; i++) hash = Math.imul(hash ^ targetId.charCodeAt(i), 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 16)) & (buckets - 1)).toString().padStart(2, '0');
}

/** Nobody votes on what they contributed themselves. A former member's contribution is nobody's. */
export function isOwnContribution(contribution: { byId?: string }, personId: string): boolean {
  return contribution.byId === personId;
}

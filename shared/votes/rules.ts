import type { VoteValue } from './schema.ts';

export type StoredVote = { value: VoteValue; minute: number };

/** A vote as it is stored: sign and minute since 2020 in base 36, such as `+25s5w`. */
export function writeVote(value: VoteValue, minute: number): string {
  return `${value === 'up' ? '+' : '-'}${minute.toString(36)}`;
}

/** Reads a stored vote; undefined for anything else. */
export function readVote(stored: unknown): StoredVote | undefined {
  if (typeof stored !== 'string' || !/^[+-]-?[0-9a-z]{1,8}$/.test(stored)) return undefined;
  return { value: stored.startsWith('+') ? 'up' : 'down', minute: Number.parseInt(stored.slice(1), 36) };
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

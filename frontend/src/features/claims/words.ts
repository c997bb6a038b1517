import type { ItemOwner } from '#shared/claims/schema.ts';

/** How an owner proved it, in words that follow “shown”. */
export function proofSaid({ way, host }: Pick<ItemOwner, 'way' | 'host'>): string {
  if (way === 'consent') return 'by everybody’s consent';
  return way === 'dns' ? `by a DNS record of ${host}` : `by a file at ${host}`;
}

/** Why a claim ended. */
export const endWords = {
  withdrawn: 'taken back',
  left: 'they left this site',
  gone: 'the proof was gone for three days',
  consent: 'ended by everybody’s consent',
} as const;

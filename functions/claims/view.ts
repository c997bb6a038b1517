import { proofFile, proofRecord, proofText } from '#shared/claims/rules.ts';
import type { Claim, MyClaim } from '#shared/claims/schema.ts';
import type { OwnerRow } from './owners/table.ts';
import type { PastRow, WaitingRow } from './table.ts';

/** A proven claim as the contract gives it out: what is to be shown at the host stays out. */
export function claimOf({ id, by, at, way, host, seen, missing, proposal }: OwnerRow | PastRow): Claim {
  return {
    id,
    by: by ?? null,
    at,
    way,
    ...(host === undefined ? {} : { host }),
    ...(seen === undefined ? {} : { seen }),
    ...(missing === undefined ? {} : { missing }),
    ...(proposal === undefined ? {} : { proposal }),
  };
}

/** A person’s own claim, with where its proof is looked for. */
export function myClaimOf({ id, type, at, token }: WaitingRow | OwnerRow, host: string | undefined): MyClaim {
  return {
    id,
    state: type === 'owner' ? 'proven' : 'waiting',
    at,
    text: proofText(token),
    record: host === undefined ? null : proofRecord(host),
    file: host === undefined ? null : proofFile(host),
  };
}

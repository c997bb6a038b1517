export { leaveClaims } from './leave.ts';
export { requireRoom } from './room.ts';
export {
  type ClaimRow,
  claimedAfter,
  claimsOf,
  endedWrites,
  isClaimCredit,
  mergedOwnerWrites,
  type PastRow,
  provenWrites,
  waitingRow,
} from './table.ts';
export { claimOf } from './view.ts';
